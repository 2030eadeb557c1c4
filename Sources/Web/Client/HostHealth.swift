internal import Synchronization

/// What a run knows of the hosts that it asks, so that many places at one site neither press it nor wait for it in vain.
final class HostHealth: Sendable {
  /// What is known of a host.
  private struct Record {
    /// Whether it has answered at all.
    var hasAnswered = false
    /// Whether it has given an answer that another try would not make better.
    var isWell = false
    /// How often it could not be had, and how often it was not itself.
    var failures = 0
    var refusals = 0
    /// libcurl's code of the last failure, and its text.
    var code = 0
    var text = ""
    /// When it wants to be asked again (`Retry-After`).
    var notBefore: ContinuousClock.Instant?
    /// When the next request may begin that keeps its pause.
    var nextTurn: ContinuousClock.Instant?
  }

  /// The least that a host is tried, whatever the limit: one page that takes long says nothing of the others.
  private static let leastLimit = 3

  private let limit: Int
  private let pauses: [String: Duration]
  private let records = Mutex<[String: Record]>([:])

  /// Gives a host up after so many failures; `pauses` are how long hosts, by any address of
  /// theirs, want to be left alone between two requests.
  init(limit: Int, pauses: [String: Duration] = [:]) {
    self.limit = max(Self.leastLimit, limit)
    self.pauses = Dictionary(
      pauses.compactMap { address, pause in Address(address).map { ($0.host, pause) } }, uniquingKeysWith: max)
  }

  // Not inlined: the optimizer of Swift 6.3.1 takes a lock within a function of typed throws for an error.

  /// Why a request is not worth being sent; nil where it is.
  @inline(never) func failure(of request: TransferRequest) -> TransferError? {
    records.withLock { records in
      guard let record = records[Self.host(request)], !record.hasAnswered, record.failures >= limit else { return nil }
      return .network(url: request.url, code: record.code, text: "\(record.text), for others of this site, too")
    }
  }

  /// Whether a host has been not itself so often, and never well, that each request is tried only once.
  @inline(never) func isAiling(_ request: TransferRequest) -> Bool {
    records.withLock { records in
      guard let record = records[Self.host(request)] else { return false }
      return !record.isWell && record.refusals >= limit
    }
  }

  /// How long a host still wants to be left alone after it said so; nil where it may be asked.
  @inline(never) func rest(of request: TransferRequest, now: ContinuousClock.Instant) -> Duration? {
    records.withLock { records in
      guard let end = records[Self.host(request)]?.notBefore, end > now else { return nil }
      return end - now
    }
  }

  /// Takes the next turn of a host that wants pauses between requests, and gives when it is; nil, without taking it, where
  /// it is too late for the request.
  @inline(never) func turn(
    of request: TransferRequest, now: ContinuousClock.Instant
  ) -> ContinuousClock.Instant? {
    let host = Self.host(request)
    guard let pause = pauses[host], pause > .zero else { return now }
    return records.withLock { records in
      let turn = max(records[host]?.nextTurn ?? now, now)
      if let deadline = request.deadline, turn >= deadline { return nil }
      records[host, default: Record()].nextTurn = turn + pause
      return turn
    }
  }

  /// Notes what came of a request.
  @inline(never) func note(
    _ result: Result<TransferResponse, TransferError>, of request: TransferRequest, now: ContinuousClock.Instant
  ) {
    records.withLock { records in
      var record = records[Self.host(request)] ?? Record()
      switch result {
      case .success(let response):
        record.hasAnswered = true
        if Retry.isPassing(status: response.status) {
          record.refusals += 1
          if let seconds = response.retryAfter {
            record.notBefore = now + .seconds(min(seconds, Self.longestRest))
          }
        } else {
          record.isWell = true
        }
      case .failure(.network(_, let code, let text)) where NetworkFailure(code: code).isOfTheHost:
        record.failures += 1
        record.code = code
        record.text = text
      case .failure: break
      }
      records[Self.host(request)] = record
    }
  }

  /// More than any run lasts, in seconds.
  private static let longestRest = 366 * 86_400

  private static func host(_ request: TransferRequest) -> String { Address(request.url)?.host ?? "" }
}
