public import Basics

/// Answers requests from a ``Recording``, and never from anywhere else.
public final class ReplaySession: Sendable {
  private struct State: Sendable {
    /// How often each address has answered, by its key.
    var answered: [String: Int] = [:]
    /// The address that a saved page answers, the first that was asked for: as it was written, and taken apart.
    var page: (url: String, address: Address)?
  }

  private let recording: Recording
  private let index: RecordingIndex
  private let unusableIndex: RecordingIndex
  private let state = Locked(State())

  /// A session that answers from a recording.
  public init(_ recording: Recording) {
    self.recording = recording
    let entries = if case .entries(let entries) = recording.content { entries } else { [RecordedEntry]() }
    index = RecordingIndex(entries.map(\.address))
    unusableIndex = RecordingIndex(recording.unusable.map(\.address))
  }

  /// The recording's clock: when the first entry was recorded whose host is one of these, else the first of all; for a saved
  /// page, and an entry without a time, the file's time. Nil where the recording holds nothing that could answer.
  public func clock(hosts: [String]) -> LocalTime? {
    guard case .entries(let entries) = recording.content else { return recording.modified }
    let hosts = Set(hosts.map { $0.lowercased() })
    guard let entry = entries.first(where: { hosts.contains($0.address.host) }) ?? entries.first else { return nil }
    return entry.started ?? recording.modified
  }

  /// The recorded answer to a request; redirects are followed within the recording.
  public func response(to request: TransferRequest) throws(TransferError) -> TransferResponse {
    guard let wanted = Address(request.url) else { throw .badAddress(url: request.url, .malformed) }
    switch recording.content {
    case .page(let page): return try answer(page, for: wanted, url: request.url)
    case .entries(let entries): return try follow(request.url, wanted, in: entries)
    }
  }

  /// The saved page, where the address is the one that was asked for first, and of the host that the page says it is of.
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

  /// The answer to a request after the recorded redirects.
  private func follow(
    _ url: String, _ address: Address, in entries: [RecordedEntry]
  ) throws(TransferError) -> TransferResponse {
    var wanted = (url: url, address: address)
    var redirects: [Redirect] = []
    var started: LocalTime?
    while true {
      let entry = try next(for: wanted.address, url: wanted.url, in: entries)
      // The clock is that of the entry that answered first.
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
        // From https to http, too: nothing is sent here.
        ["http", "https"].contains(address.scheme)
      else { throw .forbiddenRedirect(url: url, to: location) }
      wanted = (target, address)
    }
  }

  /// The entry whose turn it is at an address: in recorded order, the last again and again.
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
