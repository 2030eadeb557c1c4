import Basics
import Scraping
import Weather
import Web

/// Where a run's pages come from, network or recording, and where they are recorded; holds the run's one clock.
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
  /// The file of the saved page that is replayed.
  private let savedPage: String?
  private let state: Locked<State>

  /// The network, or the recording that is to be replayed; nothing is asked yet.
  ///
  /// A recording's clock is that of its first entry of the hosts that will be asked.
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

  /// The network with the cache before it; nil under `--replay`.
  var network: CachedSession? { if case .network(let session) = origin { session } else { nil } }

  /// Whether a page that someone saved is replayed: its clock is the file's, which may be any.
  var isSavedPage: Bool { savedPage != nil }

  /// The error with the saved page's file in place of the address that was asked for: nobody knows whether it lay there.
  func located(_ error: any Error) -> any Error {
    guard let savedPage, let error = error as? ScrapingError else { return error }
    return error.located(at: savedPage)
  }

  /// The run's clock: read once; under replay that of the entry that answers the first request, and until then the best
  /// guess.
  var clock: LocalTime { state.value.clock }

  /// What the run's clock would have shown when an answer of this age came, in seconds.
  func clock(before age: Int?) -> LocalTime {
    var clock = clock
    clock.secondsSince1970 -= age ?? 0
    return clock
  }

  /// Sees to it that what follows can be written down; throws before anything is asked.
  func record(into directory: String) throws(TransferError) {
    let recorder = try Recorder(directory: directory, clock: clock)
    state.withLock {
      $0.recorder = recorder
      $0.directory = directory
    }
  }

  /// The answer to a request that is to be had without asking; nil where the site, or the recording, has to be asked.
  func kept(_ request: TransferRequest, through base: BaseAddress?, hosts: [String], _ policy: CachePolicy)
    throws(TransferError) -> CachedAnswer?
  {
    try network?.stored(base?.rewritten(request, hosts: hosts) ?? request, policy).map {
      restored($0, base, site: request.url)
    }
  }

  /// The answer to a request, whatever its status.
  ///
  /// - Parameter base: the address that stands in for the site's. The answer says the site's own addresses, so that a
  ///   recording made through another address is one of the site.
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

  /// Takes the first answer's time for the run's clock; gives the folder of a recording that has to begin anew with it.
  private func settle(on time: LocalTime) -> String? {
    state.withLock { state in
      if state.clockIsSettled { return nil }
      let guess = state.clock
      state.clockIsSettled = true
      state.clock = time
      return guess == time ? nil : state.directory
    }
  }

  /// The answer of the site or of the recording, as the site's own.
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
        // Another program may have recorded the address that stood in.
        guard through != request, let response = try? session.response(to: through) else { throw error }
        answer = CachedAnswer(response, defaultLifetime: policy.defaultLifetime)
      }
    }
    return restored(answer, base, site: request.url)
  }

  /// An answer with the site's own addresses.
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
