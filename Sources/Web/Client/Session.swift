internal import Basics

/// Fetches pages over the network, in parallel over few connections.
///
/// libcurl is initialized by the first request only.
public final class Session: Sendable {
  let options: TransferOptions
  private let certificates: CertificateBundle?
  private let thread = Locked<TransferThread?>(nil)
  private let health: HostHealth

  /// Creates a session; throws ``TransferError/badCertificates(path:_:)`` if ``TransferOptions/caFile`` cannot be used.
  public init(options: TransferOptions) throws(TransferError) {
    self.options = options
    health = HostHealth(limit: options.perHost, pauses: options.pauses)
    certificates = if let file = options.caFile { try CertificateBundle(besideSystem: file) } else { nil }
  }

  /// Adds minimum times between two requests to a host, keyed by any of its addresses.
  public func add(pauses: [String: Duration]) { health.add(pauses) }

  deinit { thread.value?.stop() }

  /// The response to a request, whatever its status.
  ///
  /// Follows up to 10 redirects, to http and https only. Transient failures are retried up to twice within the time
  /// limit. Cancelling the task aborts the transfer.
  public func response(to request: TransferRequest) async throws(TransferError) -> TransferResponse {
    if let fault = Self.fault(of: request) { throw .badAddress(url: request.url, fault) }
    guard let thread = started() else {
      // CURLE_FAILED_INIT
      throw .network(url: request.url, code: 2, text: TransferText.noStart)
    }
    var retry = Retry()
    var left = options.timeout
    var earlier: Attempt?
    while true {
      do throws(TransferError) { left -= try await waitForTurn(of: request, left: left) } catch {
        guard let earlier else { throw error }
        return try earlier.result.get()
      }
      let attempt = await attempt(request, limit: left, thread)
      health.note(attempt.result, of: request, now: .now)
      // The response of an earlier attempt is more useful than a timeout of the retry.
      if attempt.isTimeout, let earlier { return try earlier.result.get() }
      left -= attempt.took
      guard !health.isFailing(request),
        let pause = retry.pause(after: attempt, left: request.timeLeft(left), share: .random(in: 0...1))
      else { return try attempt.result.get() }
      try await Self.sleep(until: .now + pause, for: request)
      left -= pause
      earlier = attempt
    }
  }

  /// Waits until the host may be requested; returns how much of the request's own time that took. Waiting for other
  /// requests' slots does not count.
  private func waitForTurn(of request: TransferRequest, left: Duration) async throws(TransferError) -> Duration {
    var waited = Duration.zero
    while true {
      if let failure = health.failure(of: request) { throw failure }
      guard let rest = health.wait(of: request, now: .now) else { break }
      guard rest < request.timeLeft(left - waited) else {
        throw .askedToWait(url: request.url, seconds: Int(rest.components.seconds) + 1)
      }
      try await Self.sleep(until: .now + rest, for: request)
      waited += rest
    }
    let now = ContinuousClock.now
    guard let turn = health.turn(of: request, now: now) else { throw .outOfTime(url: request.url) }
    if turn > now {
      try await Self.sleep(until: turn, for: request)
      // Other requests may have failed in the meantime.
      if let failure = health.failure(of: request) { throw failure }
    }
    return waited
  }

  private static func sleep(
    until end: ContinuousClock.Instant, for request: TransferRequest
  ) async throws(TransferError) {
    do { try await Task.sleep(until: end, clock: .continuous) } catch { throw .cancelled(url: request.url) }
  }

  /// The time limit of a request sent now, in milliseconds.
  func timeout(of request: TransferRequest) -> Int { request.timeLeft(options.timeout).milliseconds }

  private func attempt(_ request: TransferRequest, limit: Duration, _ thread: TransferThread) async -> Attempt {
    let isCancelled = Locked(false)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        thread.submit(
          TransferJob(request: request, limit: limit, isCancelled: isCancelled, continuation: continuation))
      }
    } onCancel: {
      isCancelled.withLock { $0 = true }
      thread.wake()
    }
  }

  /// The thread, started by the first request; nil if libcurl or the thread cannot be started.
  private func started() -> TransferThread? {
    thread.withLock { [options, certificates] thread in
      // The error carries no further information.
      thread = thread ?? (try? TransferThread(options: options, certificates: certificates))
      return thread
    }
  }

  private static func fault(of request: TransferRequest) -> AddressFault? {
    if (request.headers + [request.url]).contains(where: { $0.utf8.contains { $0 < 0x20 && $0 != 0x09 } }) {
      return .controlCharacter
    }
    guard let address = Address(request.url) else { return .malformed }
    return ["https", "http", "ftp"].contains(address.scheme) ? nil : .unsupportedScheme(address.scheme)
  }
}
