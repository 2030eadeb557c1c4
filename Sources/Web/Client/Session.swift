internal import Synchronization

/// Fetches pages over the network, many at once over few connections.
///
/// libcurl is first touched by the first request: a program that asks for nothing does not pay for it. A session that nobody
/// holds any more closes its connections and ends its thread.
public final class Session: Sendable {
  /// How it fetches.
  let options: TransferOptions
  private let certificates: CertificateBundle?
  private let engine = Mutex<Engine?>(nil)
  private let health: HostHealth

  /// A session; throws ``TransferError/badCertificates(path:reason:)`` where ``TransferOptions/caFile`` cannot be used.
  public init(options: TransferOptions) throws(TransferError) {
    self.options = options
    health = HostHealth(limit: options.perHost, pauses: options.pauses)
    certificates = if let file = options.caFile { try CertificateBundle(besideSystem: file) } else { nil }
  }

  deinit { engine.withLock { $0?.stop() } }

  /// The answer to a request, whatever its status is.
  ///
  /// Redirects are followed, at most 10, and never to anything but http and https. What may go better is asked for again,
  /// at most twice, as long as there is time. Cancelling the task ends the transfer with ``TransferError/cancelled(url:)``.
  public func response(to request: TransferRequest) async throws(TransferError) -> TransferResponse {
    if let reason = Self.objection(to: request) { throw .badAddress(url: request.url, reason: reason) }
    guard let engine = started() else {
      let text = "libcurl or its thread does not start, perhaps for want of open files or threads"
      throw .network(url: request.url, code: 2, text: text)
    }
    var retry = Retry()
    var left = options.timeout
    var earlier: Attempt?
    while true {
      do throws(TransferError) { left -= try await turn(of: request, left: left) } catch {
        guard let earlier else { throw error }
        return try earlier.result.get()
      }
      let attempt = await attempt(request, limit: left, engine)
      health.note(attempt.result, of: request, now: .now)
      // What was said in time is said better than that there was no time to ask again.
      if attempt.isLate, let earlier { return try earlier.result.get() }
      left -= attempt.took
      let time = request.deadline.map { min(left, $0 - .now) } ?? left
      guard !health.isAiling(request),
        let pause = retry.pause(after: attempt, left: time, share: .random(in: 0...1))
      else { return try attempt.result.get() }
      try await Self.sleep(until: .now + pause, for: request)
      left -= pause
      earlier = attempt
    }
  }

  /// Waits until the host may be asked; gives how much of the request's own time that took.
  ///
  /// - Parameter left: the request's own time; waiting for the turns of others does not count.
  private func turn(of request: TransferRequest, left: Duration) async throws(TransferError) -> Duration {
    var waited = Duration.zero
    while true {
      if let failure = health.failure(of: request) { throw failure }
      guard let rest = health.rest(of: request, now: .now) else { break }
      let time = request.deadline.map { min(left - waited, $0 - .now) } ?? (left - waited)
      guard rest < time else { throw .askedToWait(url: request.url, seconds: Int(rest.components.seconds) + 1) }
      try await Self.sleep(until: .now + rest, for: request)
      waited += rest
    }
    let now = ContinuousClock.now
    guard let turn = health.turn(of: request, now: now) else { throw .outOfTime(url: request.url) }
    if turn > now {
      try await Self.sleep(until: turn, for: request)
      // Others may have found out meanwhile that the host is not to be had.
      if let failure = health.failure(of: request) { throw failure }
    }
    return waited
  }

  private static func sleep(
    until end: ContinuousClock.Instant, for request: TransferRequest
  ) async throws(TransferError) {
    do { try await Task.sleep(until: end, clock: .continuous) } catch { throw .cancelled(url: request.url) }
  }

  /// How long a request is waited for if it is sent now, in milliseconds.
  func patience(_ request: TransferRequest) -> Int {
    (request.deadline.map { min(options.timeout, $0 - .now) } ?? options.timeout).milliseconds
  }

  /// One try at a request.
  private func attempt(_ request: TransferRequest, limit: Duration, _ engine: Engine) async -> Attempt {
    let cancellation = Cancellation()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { answer in
        engine.submit(Order(request: request, limit: limit, cancellation: cancellation, answer: answer))
      }
    } onCancel: {
      cancellation.cancel()
      engine.wake()
    }
  }

  /// The engine, started by the first request; nil where libcurl or its thread does not start.
  ///
  /// Not inlined: the optimizer of Swift 6.3.1 takes a lock within a function of typed throws for an error.
  @inline(never) private func started() -> Engine? {
    engine.withLock { engine in
      engine = engine ?? Engine(options: options, certificates: certificates)
      return engine
    }
  }

  /// What libcurl would guess about or read differently than it looks.
  private static func objection(to request: TransferRequest) -> String? {
    guard let address = Address(request.url) else { return "it is not of the form https://host/path" }
    guard ["https", "http", "ftp"].contains(address.scheme) else {
      return "\(address.scheme) is not spoken here, only https, http and ftp"
    }
    if (request.headers + [request.url]).contains(where: { $0.utf8.contains { $0 < 0x20 && $0 != 0x09 } }) {
      return "it holds a control character"
    }
    return nil
  }
}
