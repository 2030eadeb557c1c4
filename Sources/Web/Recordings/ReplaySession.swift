public import Basics

/// Answers requests from a ``Recording`` only, never from the network.
public final class ReplaySession: Sendable {
  private struct State: Sendable {
    /// How often each address was requested, by key.
    var answered: [String: Int] = [:]
    /// The first requested address, which a saved page answers: as written, and parsed.
    var page: (url: String, address: Address)?
  }

  private let recording: Recording
  private let index: RecordingIndex
  private let unusableIndex: RecordingIndex
  private let state = Locked(State())

  /// Creates a session for a recording.
  public init(_ recording: Recording) {
    self.recording = recording
    let entries = if case .entries(let entries) = recording.content { entries } else { [RecordedEntry]() }
    index = RecordingIndex(entries.map(\.address))
    unusableIndex = RecordingIndex(recording.unusable.map(\.address))
  }

  /// The recording's clock: the time of the first entry of one of these hosts, else of the first entry; the file's time
  /// for a saved page, or if the entry has none. Nil if the recording has no usable entry.
  public func clock(hosts: [String]) -> LocalTime? {
    guard case .entries(let entries) = recording.content else { return recording.modified }
    let hosts = Set(hosts.map { $0.lowercased() })
    guard let entry = entries.first(where: { hosts.contains($0.address.host) }) ?? entries.first else { return nil }
    return entry.started ?? recording.modified
  }

  /// The recorded response to a request; redirects are followed within the recording.
  public func response(to request: TransferRequest) throws(TransferError) -> TransferResponse {
    guard let wanted = Address(request.url) else { throw .badAddress(url: request.url, .malformed) }
    switch recording.content {
    case .page(let page): return try answer(page, for: wanted, url: request.url)
    case .entries(let entries): return try follow(request.url, wanted, in: entries)
    }
  }

  /// The saved page, if the address is the first one requested, and on the host that the page states.
  private func answer(
    _ page: Recording.SavedPage, for wanted: Address, url: String
  ) throws(TransferError) -> TransferResponse {
    if let saved = page.url, Address(saved)?.host != wanted.host { throw .noAnswer(url: url, has: [saved]) }
    let first = state.withLock { state in
      state.page = state.page ?? (url, wanted)
      return state.page ?? (url, wanted)
    }
    guard first.address.key == wanted.key else {
      throw .noAnswer(url: url, has: first.address.host == wanted.host ? [first.url] : [])
    }
    try recording.check(page.body.count, of: page.url ?? recording.path)
    let headers = page.contentType.map { [HeaderField(name: "Content-Type", value: $0)] } ?? []
    return TransferResponse(
      url: page.url ?? url, status: 200, headers: headers, body: page.body, started: recording.modified)
  }

  /// Follows recorded redirects to a response.
  private func follow(
    _ url: String, _ address: Address, in entries: [RecordedEntry]
  ) throws(TransferError) -> TransferResponse {
    var wanted = (url: url, address: address)
    var redirects: [Redirect] = []
    var started: LocalTime?
    while true {
      let entry = try next(for: wanted.address, url: wanted.url, in: entries)
      // The first entry's time is the response's.
      let time = started ?? entry.started ?? recording.modified
      started = time
      guard let location = entry.location else {
        var response = TransferResponse(
          url: entry.url, status: entry.status, headers: entry.headers, body: try recording.body(of: entry),
          started: time, redirects: redirects)
        if case .text = entry.body { response.isText = true }
        return response
      }
      guard redirects.count < EasyTransfer.maxRedirects else {
        throw .tooManyRedirects(url: url, limit: EasyTransfer.maxRedirects)
      }
      redirects.append(Redirect(url: entry.url, status: entry.status, headers: entry.headers))
      guard let target = Address.resolve(location, against: entry.url), let address = Address(target),
        // Also from https to http, since nothing is sent.
        ["http", "https"].contains(address.scheme)
      else { throw .forbiddenRedirect(url: url, to: location) }
      wanted = (target, address)
    }
  }

  /// The next entry for an address: in recorded order, repeating the last.
  private func next(
    for wanted: Address, url: String, in entries: [RecordedEntry]
  ) throws(TransferError) -> RecordedEntry {
    switch index.find(wanted) {
    case .nothing:
      if case .entries(let numbers, _) = unusableIndex.find(wanted), let last = numbers.last {
        throw .noBody(url: url, recording.unusable[last].fault)
      }
      throw .noAnswer(url: url, has: addresses(of: wanted.host, in: entries))
    case .tie(let candidates): throw .ambiguous(url: url, candidates: candidates)
    case .entries(let numbers, let key):
      let turn = state.withLock { state in
        defer { state.answered[key, default: 0] += 1 }
        return state.answered[key, default: 0]
      }
      return entries[numbers[min(turn, numbers.count - 1)]]
    }
  }

  private func addresses(of host: String, in entries: [RecordedEntry]) -> [String] {
    var seen: Set<String> = []
    return entries.filter { $0.address.host == host && seen.insert($0.address.key).inserted }.map(\.url)
  }
}
