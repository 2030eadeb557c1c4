import Basics
import Scraping
import Weather
import Web

/// The source of a run's pages, network or recording, and their recorder; it also holds the run's clock.
final class PageSource: Sendable {
  private enum Origin: Sendable {
    case network(CachedSession)
    case recording(ReplaySession)
  }

  private struct State: Sendable {
    var clock: LocalTime
    var clockIsSettled: Bool
    var directory: String?
    var recorder: Recorder?
  }

  private let origin: Origin
  /// The saved page being replayed.
  private let savedPage: String?
  private let state: Locked<State>

  /// Opens the network session or the recording; nothing is requested yet.
  ///
  /// A recording's clock is initially that of its first entry for one of the parsers' hosts.
  init(_ plan: Plan) throws(TransferError) {
    if let path = plan.options.replay {
      let recording = try Recording(path: path, maxBody: plan.transfer.maxBody)
      savedPage = recording.savedPage
      let session = ReplaySession(recording)
      origin = .recording(session)
      state = Locked(
        State(clock: session.clock(hosts: plan.chain.flatMap { $0.facts.hosts }) ?? .now(), clockIsSettled: false))
    } else {
      savedPage = nil
      let now = LocalTime.now()
      origin = .network(CachedSession(try Session(options: plan.transfer), cache: plan.cache.cache, now: now))
      state = Locked(State(clock: now, clockIsSettled: true))
    }
  }

  var isLive: Bool { network != nil }

  /// The network session with its cache; nil under `--replay`.
  var network: CachedSession? { if case .network(let session) = origin { session } else { nil } }

  /// True if a saved page is replayed: its clock is the file's modification time.
  var isSavedPage: Bool { savedPage != nil }

  /// Replaces the address in an error by the saved page's path, since it is not known where the page came from.
  func located(_ error: any Error) -> any Error {
    guard let savedPage, let error = error as? ScrapingError else { return error }
    return error.located(at: savedPage)
  }

  /// The run's clock: read once; under replay, the time of the entry that answers the first request, and until then the
  /// best guess.
  var clock: LocalTime { state.value.clock }

  /// The run's clock at the time when an answer of this age (in seconds) was received.
  func clock(before age: Int?) -> LocalTime {
    var clock = clock
    clock.secondsSince1970 -= age ?? 0
    return clock
  }

  /// Starts recording; throws before anything is requested.
  func record(into directory: String) throws(TransferError) {
    let recorder = try Recorder(directory: directory, clock: clock)
    state.withLock {
      $0.recorder = recorder
      $0.directory = directory
    }
  }

  /// The cached answer to a request; nil if the site, or the recording, has to be asked.
  func kept(_ request: TransferRequest, through base: BaseAddress?, hosts: [String], _ policy: CachePolicy)
    throws(TransferError) -> CachedAnswer?
  {
    try network?.stored(base?.rewritten(request, hosts: hosts) ?? request, policy).map {
      restored($0, base, site: request.url)
    }
  }

  /// The answer to a request, whatever its status.
  ///
  /// - Parameter base: replaces the site's address. The answer has the site's own addresses, so that a recording does
  ///   not depend on it.
  func answer(to request: TransferRequest, through base: BaseAddress?, hosts: [String], _ policy: CachePolicy)
    async throws(TransferError) -> CachedAnswer
  {
    do throws(TransferError) {
      let answer = try await asked(request, base, hosts, policy)
      if let directory = settle(on: answer.response.started) { try record(into: directory) }
      state.value.recorder?.note(request, answer.response)
      return answer
    } catch {
      state.value.recorder?.note(request, failed: error)
      throw error
    }
  }

  func finish() throws(TransferError) { try state.value.recorder?.write() }

  /// Sets the run's clock to the first answer's time; returns the recording folder if recording has to restart with
  /// that clock.
  private func settle(on time: LocalTime) -> String? {
    state.withLock { state in
      if state.clockIsSettled { return nil }
      let guess = state.clock
      state.clockIsSettled = true
      state.clock = time
      return guess == time ? nil : state.directory
    }
  }

  /// The site's or the recording's answer, with the site's own addresses.
  private func asked(_ request: TransferRequest, _ base: BaseAddress?, _ hosts: [String], _ policy: CachePolicy)
    async throws(TransferError) -> CachedAnswer
  {
    let through = base?.rewritten(request, hosts: hosts) ?? request
    let answer: CachedAnswer
    switch origin {
    case .network(let session): answer = try await session.fetch(through, policy)
    case .recording(let session):
      do {
        return CachedAnswer(try session.response(to: request), defaultLifetime: policy.defaultLifetime)
      } catch {
        // Another program may have recorded the replacement address.
        guard through != request, let response = try? session.response(to: through) else { throw error }
        answer = CachedAnswer(response, defaultLifetime: policy.defaultLifetime)
      }
    }
    return restored(answer, base, site: request.url)
  }

  /// Restores the site's own addresses in an answer.
  private func restored(_ answer: CachedAnswer, _ base: BaseAddress?, site: String) -> CachedAnswer {
    guard let base else { return answer }
    var answer = answer
    answer.response.url = base.restored(answer.response.url, site: site)
    for index in answer.response.redirects.indices {
      answer.response.redirects[index].url = base.restored(answer.response.redirects[index].url, site: site)
    }
    return answer
  }
}
