internal import Basics

/// Per-host state: spaces requests, honours `Retry-After`, and stops asking hosts that are down.
final class HostHealth: Sendable {
  private struct Record: Sendable {
    var hasAnswered = false
    /// True if it has sent a response that is not a transient error.
    var hasWorked = false
    /// Number of failed connections; with the last one's libcurl code and message.
    var failures = 0
    var code = 0
    var text = ""
    /// Number of transient error responses.
    var refusals = 0
    /// The time before which `Retry-After` forbids requests.
    var notBefore: ContinuousClock.Instant?
    /// The earliest start of the next request that keeps the pause.
    var nextTurn: ContinuousClock.Instant?
  }

  /// Minimum number of failures before a host is considered down: one slow page is not enough.
  private static let leastLimit = 3
  /// Longer than any run, in seconds.
  private static let longestWait = 366 * 86_400

  private let limit: Int
  private let pausesByAddress: Locked<[String: Duration]>
  /// Keyed by host. Created on first use, because it needs libcurl.
  private let pausesByHost = Locked<[String: Duration]?>(nil)
  private let records = Locked<[String: Record]>([:])

  /// Considers a host down after `limit` failures; `pauses` are the minimum times between two requests to a host, keyed
  /// by any of its addresses.
  init(limit: Int, pauses: [String: Duration] = [:]) {
    self.limit = max(Self.leastLimit, limit)
    pausesByAddress = Locked(pauses)
  }

  /// Adds minimum times between two requests to a host; the longer one of a host counts.
  func add(_ pauses: [String: Duration]) {
    pausesByAddress.withLock { $0.merge(pauses, uniquingKeysWith: max) }
    pausesByHost.withLock { $0 = nil }
  }

  /// The pause between two requests to a host; nil if there is none.
  private func pause(of host: String) -> Duration? {
    let byAddress = pausesByAddress.value
    return pausesByHost.withLock { known in
      let pauses =
        known
        ?? Dictionary(
          byAddress.compactMap { address, pause in Address(address).map { ($0.host, pause) } },
          uniquingKeysWith: max)
      known = pauses
      return pauses[host]
    }
  }

  /// The reason why a request should not be sent; nil if it should.
  func failure(of request: TransferRequest) -> TransferError? {
    let record = record(of: request)
    guard !record.hasAnswered, record.failures >= limit else { return nil }
    return .network(url: request.url, code: record.code, text: TransferText.ofHost(record.text))
  }

  /// True if a host has only sent transient errors, so many that requests are no longer retried.
  func isFailing(_ request: TransferRequest) -> Bool {
    let record = record(of: request)
    return !record.hasWorked && record.refusals >= limit
  }

  /// How long `Retry-After` still forbids requests; nil if it does not.
  func wait(of request: TransferRequest, now: ContinuousClock.Instant) -> Duration? {
    record(of: request).notBefore.flatMap { $0 > now ? $0 - now : nil }
  }

  /// Reserves the next slot of a host with a pause between requests, and returns its time; nil, without reserving it,
  /// if it is after the request's deadline.
  func turn(of request: TransferRequest, now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    let host = request.host
    guard let pause = pause(of: host), pause > .zero else { return now }
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
