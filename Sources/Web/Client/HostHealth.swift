internal import Basics

/// Per-host state: spaces requests, honours `Retry-After`, and stops asking hosts that are down.
final class HostHealth: Sendable {
  private struct Record: Sendable {
    var hasAnswered = false
    /// Whether it has given a response that another attempt would not make better.
    var hasWorked = false
    /// How often it could not be reached; libcurl's code of the last time, and its text.
    var failures = 0
    var code = 0
    var text = ""
    /// How often it answered that it does not work for now.
    var refusals = 0
    /// When it may be asked again (`Retry-After`).
    var notBefore: ContinuousClock.Instant?
    /// When the next request may begin that keeps its pause.
    var nextTurn: ContinuousClock.Instant?
  }

  /// The least number of failures before a host is given up: one slow page tells nothing about the others.
  private static let leastLimit = 3
  /// More than any run lasts, in seconds.
  private static let longestWait = 366 * 86_400

  private let limit: Int
  private let pauses: [String: Duration]
  private let records = Locked<[String: Record]>([:])

  /// Gives a host up after so many failures; `pauses` are the least times between two requests to a host, by any address
  /// of it.
  init(limit: Int, pauses: [String: Duration] = [:]) {
    self.limit = max(Self.leastLimit, limit)
    self.pauses = Dictionary(
      pauses.compactMap { address, pause in Address(address).map { ($0.host, pause) } }, uniquingKeysWith: max)
  }

  /// Why a request is not worth being sent; nil where it is.
  func failure(of request: TransferRequest) -> TransferError? {
    let record = record(of: request)
    guard !record.hasAnswered, record.failures >= limit else { return nil }
    return .network(url: request.url, code: record.code, text: TransferText.ofHost(record.text))
  }

  /// Whether a host has refused so often, and never worked, that each request is tried only once.
  func isFailing(_ request: TransferRequest) -> Bool {
    let record = record(of: request)
    return !record.hasWorked && record.refusals >= limit
  }

  /// How long a host may not be asked yet (`Retry-After`); nil where it may.
  func wait(of request: TransferRequest, now: ContinuousClock.Instant) -> Duration? {
    record(of: request).notBefore.flatMap { $0 > now ? $0 - now : nil }
  }

  /// Takes the next turn of a host that needs pauses between requests, and gives when it is; nil, without taking it, where
  /// it is too late for the request.
  func turn(of request: TransferRequest, now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    let host = request.host
    guard let pause = pauses[host], pause > .zero else { return now }
    return records.withLock { records in
      let turn = max(records[host]?.nextTurn ?? now, now)
      if let deadline = request.deadline, turn >= deadline { return nil }
      records[host, default: Record()].nextTurn = turn + pause
      return turn
    }
  }

  func note(
    _ result: Result<TransferResponse, TransferError>, of request: TransferRequest, now: ContinuousClock.Instant
  ) {
    records.withLock { records in
      var record = records[request.host] ?? Record()
      switch result {
      case .success(let response):
        record.hasAnswered = true
        guard Retry.isTransient(status: response.status) else {
          record.hasWorked = true
          break
        }
        record.refusals += 1
        if let seconds = response.retryAfter { record.notBefore = now + .seconds(min(seconds, Self.longestWait)) }
      case .failure(.network(_, let code, let text)) where NetworkFailure(code: code).concernsHost:
        record.failures += 1
        record.code = code
        record.text = text
      case .failure: break
      }
      records[request.host] = record
    }
  }

  private func record(of request: TransferRequest) -> Record {
    records.withLock { [host = request.host] in $0[host] ?? Record() }
  }
}
