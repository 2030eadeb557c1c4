import Synchronization
import Transfer
import Weather

/// Where a run's pages come from, and where they are written down: the network or a recording, with the run's one clock.
final class Exchange: Sendable {
  private enum Origin: Sendable {
    case network(Session)
    case recording(ReplaySession)
  }

  private struct State: Sendable {
    var clock: Timestamp
    var clockIsSettled: Bool
    var directory: String?
    var recorder: Recorder?
  }

  private let origin: Origin
  private let state: Mutex<State>

  /// The network, or the recording that is to be replayed; nothing is asked yet.
  ///
  /// - Parameter hosts: the hosts that will be asked first: a recording's clock is that of its first entry of them.
  init(settings: Settings, hosts: [String]) throws(TransferError) {
    if let path = settings.replay {
      let session = ReplaySession(try Recording(path: path))
      origin = .recording(session)
      state = Mutex(State(clock: session.clock(hosts: hosts) ?? .now(), clockIsSettled: false))
    } else {
      origin = .network(try Session(options: settings.transfer))
      state = Mutex(State(clock: .now(), clockIsSettled: true))
    }
  }

  /// Whether the network is asked.
  var isLive: Bool {
    if case .network = origin { true } else { false }
  }

  /// The run's clock: read once; under replay that of the entry that answers the first request, and until then the best guess.
  var clock: LocalTime { LocalTime(state.withLock { $0.clock }) }

  /// Sees to it that what follows can be written down; throws before anything is asked.
  func record(into directory: String) throws(TransferError) {
    let recorder = try Recorder(directory: directory, clock: state.withLock { $0.clock })
    state.withLock {
      $0.directory = directory
      $0.recorder = recorder
    }
  }

  /// The answer to a request, whatever its status.
  ///
  /// - Parameter base: the address that stands in for the site's. The answer says the site's own addresses, so that a
  ///   recording made through another address is one of the site.
  func response(
    to request: TransferRequest, through base: BaseAddress?, hosts: [String]
  ) async throws(TransferError) -> TransferResponse {
    do throws(TransferError) {
      let response = try await answer(request, base, hosts)
      try note(request, response)
      return response
    } catch {
      state.withLock { $0.recorder }?.note(request, failed: error)
      throw error
    }
  }

  /// Writes the recording, if there is to be one.
  func finish() throws(TransferError) { try state.withLock { $0.recorder }?.write() }

  private func answer(
    _ request: TransferRequest, _ base: BaseAddress?, _ hosts: [String]
  ) async throws(TransferError) -> TransferResponse {
    var through = request
    through.url = base?.rewritten(request.url, hosts: hosts) ?? request.url
    switch origin {
    case .network(let session):
      return restored(try await session.response(to: through), base, site: request.url)
    case .recording(let session):
      do {
        return try session.response(to: request)
      } catch {
        // Another program may have recorded the address that stood in.
        guard through != request, let response = try? session.response(to: through) else { throw error }
        return restored(response, base, site: request.url)
      }
    }
  }

  private func restored(_ response: TransferResponse, _ base: BaseAddress?, site: String) -> TransferResponse {
    guard let base else { return response }
    var response = response
    response.url = base.restored(response.url, site: site)
    for index in response.hops.indices { response.hops[index].url = base.restored(response.hops[index].url, site: site) }
    return response
  }

  /// Writes an answer down; the first one under replay settles the run's clock, the recorder's included.
  private func note(_ request: TransferRequest, _ response: TransferResponse) throws(TransferError) {
    let recorder = try state.withLock { (state) throws(TransferError) -> Recorder? in
      if !state.clockIsSettled {
        state.clockIsSettled = true
        state.clock = response.started
        if let directory = state.directory { state.recorder = try Recorder(directory: directory, clock: state.clock) }
      }
      return state.recorder
    }
    recorder?.note(request, response)
  }
}

extension LocalTime {
  /// A moment that a session noted.
  init(_ timestamp: Timestamp) {
    self.init(secondsSince1970: timestamp.secondsSince1970, offset: timestamp.offset)
  }
}
