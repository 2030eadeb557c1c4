internal import Foundation
internal import Synchronization

/// Writes down what a run asks and is answered, as a folder that ``Recording`` reads.
///
/// Bodies are written as they come, so that a recording of many places takes no more memory than one of a few. They get
/// their names, and the older session goes, when all is complete: a run that is killed leaves the older one whole.
@safe public final class Recorder: Sendable {
  /// What is noted so far.
  private struct State {
    var entries: [HARDraft.Entry] = []
    /// The ending of each body's file, in the order in which they came.
    var endings: [String] = []
    /// The hidden folder in which the recording grows.
    var draft: (path: String, lock: Int32)?
    /// Why it cannot be written.
    var failure: TransferError?
  }

  private let folder: RecordingFolder
  private let clock: Timestamp
  private let state = Mutex(State())

  /// A recorder into a folder, which is made where it is not there.
  ///
  /// - Parameter clock: the run's one clock reading, which every entry carries, so that replay reads the same.
  /// - Throws: ``TransferError/cannotWrite(path:reason:)``, before anything is asked of the network; also where the folder
  ///   holds a session that weatherterm did not write.
  public init(directory: String, clock: Timestamp) throws(TransferError) {
    folder = try RecordingFolder(directory)
    self.clock = clock
  }

  deinit { discard() }

  /// Notes an answer, with the redirects on the way to it.
  public func note(_ request: TransferRequest, _ response: TransferResponse) {
    guard let number = reserve(BodyKind.ending(of: response)) else { return }
    do throws(TransferError) {
      try WholeFile.create("\(try draft())/\(number)", response.body)
    } catch {
      fail(error)
      return
    }
    append(HARDraft.redirects(response, clock: clock) + [.answer(response, body: number, clock: clock)])
  }

  /// Notes that a request has failed.
  public func note(_ request: TransferRequest, failed error: TransferError) {
    append([.failure(request, error, clock: clock)])
  }

  /// The hidden folder in which the recording grows, made where there is none yet.
  private func draft() throws(TransferError) -> String {
    if let draft = noted.draft { return draft.path }
    return use(try folder.begin())
  }

  // What follows is not inlined: the optimizer of Swift 6.3.1 takes a lock within a function of typed throws for an error.

  /// A number for the next body; nil where the recording has failed.
  @inline(never) private func reserve(_ ending: String) -> Int? {
    state.withLock { state in
      if state.failure != nil { return nil }
      state.endings.append(ending)
      return state.endings.count - 1
    }
  }

  /// Takes entries down.
  @inline(never) private func append(_ entries: [HARDraft.Entry]) { state.withLock { $0.entries += entries } }

  /// Notes that the recording cannot be written. Where it was to grow means nothing to anybody.
  @inline(never) private func fail(_ error: TransferError) {
    let failure =
      if case .cannotWrite(_, let reason) = error {
        TransferError.cannotWrite(path: folder.session, reason: reason)
      } else {
        error
      }
    state.withLock { $0.failure = $0.failure ?? failure }
  }

  /// Takes a hidden folder, where there is none yet; gives the one that is used.
  @inline(never) private func use(_ draft: (path: String, lock: Int32)) -> String {
    let used = state.withLock { state in
      state.draft = state.draft ?? draft
      return state.draft?.path ?? draft.path
    }
    if used != draft.path {
      RecordingFolder.remove(draft.path)
      if draft.lock >= 0 { close(draft.lock) }
    }
    return used
  }

  /// All that is noted.
  @inline(never) private var noted: State { state.withLock { $0 } }

  /// Takes the hidden folder away.
  @inline(never) private func discard() {
    let draft = state.withLock { state in
      defer { state.draft = nil }
      return state.draft
    }
    guard let draft else { return }
    RecordingFolder.remove(draft.path)
    if draft.lock >= 0 { close(draft.lock) }
  }

  /// Writes `session.har` and the bodies, over an older session, whose files go.
  public func write() throws(TransferError) {
    defer { discard() }
    let noted = noted
    if let failure = noted.failure { throw failure }
    let (entries, endings) = (noted.entries, noted.endings)
    let draft = try draft()
    let older = try folder.bodies()
    let names = names(endings, older: older)
    // The older session's files stay until the new session counts, so their names are not free before.
    var free = endings.count
    let taken = Set(names)
    let interim = zip(names, endings).map { older.contains($0) ? self.free($1, from: &free, taken: taken) : $0 }
    try move(draft, to: interim)
    try write(entries, names: interim, draft)
    for name in older { WholeFile.remove("\(folder.path)/\(name)") }
    if interim != names { try rename(entries, interim, names, draft) }
  }

  /// The names that the bodies are to have: `1.html`, `2.json`, …, those of other files left out.
  private func names(_ endings: [String], older: Set<String>) -> [String] {
    var number = 0
    return endings.map { ending in
      while true {
        number += 1
        let name = "\(number).\(ending)"
        if older.contains(name) || !WholeFile.exists("\(folder.path)/\(name)") { return name }
      }
    }
  }

  /// A name that no file has yet or is to have.
  private func free(_ ending: String, from number: inout Int, taken: Set<String>) -> String {
    while true {
      number += 1
      let name = "\(number).\(ending)"
      if !taken.contains(name), !WholeFile.exists("\(folder.path)/\(name)") { return name }
    }
  }

  /// Moves the bodies to their names.
  private func move(_ draft: String, to names: [String]) throws(TransferError) {
    for (index, name) in names.enumerated() {
      do throws(TransferError) { try WholeFile.move("\(draft)/\(index)", to: "\(folder.path)/\(name)") } catch {
        for name in names[..<index] { WholeFile.remove("\(folder.path)/\(name)") }
        throw error
      }
    }
  }

  /// Writes the session, and puts it in its place.
  private func write(_ entries: [HARDraft.Entry], names: [String], _ draft: String) throws(TransferError) {
    do throws(TransferError) {
      WholeFile.remove("\(draft)/session.har")
      try WholeFile.create("\(draft)/session.har", encoded(HARDraft(entries: entries.map { $0.named(names) })))
      try WholeFile.move("\(draft)/session.har", to: folder.session)
    } catch {
      for name in names { WholeFile.remove("\(folder.path)/\(name)") }
      guard case .cannotWrite(_, let reason) = error else { throw error }
      throw .cannotWrite(path: folder.session, reason: reason)
    }
  }

  /// Gives the bodies the names that the older session's files have left free. Both names stand until the session says the
  /// new one; where the file system knows no second names, the interim ones stay.
  private func rename(
    _ entries: [HARDraft.Entry], _ interim: [String], _ names: [String], _ draft: String
  ) throws(TransferError) {
    let pairs = zip(interim, names).filter { $0 != $1 }
    for (index, (old, new)) in pairs.enumerated()
    where !WholeFile.link("\(folder.path)/\(old)", as: "\(folder.path)/\(new)") {
      for (_, new) in pairs[..<index] { WholeFile.remove("\(folder.path)/\(new)") }
      return
    }
    WholeFile.remove("\(draft)/session.har")
    try WholeFile.create("\(draft)/session.har", encoded(HARDraft(entries: entries.map { $0.named(names) })))
    try WholeFile.move("\(draft)/session.har", to: folder.session)
    for (old, _) in pairs { WholeFile.remove("\(folder.path)/\(old)") }
  }

  /// The session as JSON, to be read by people, too.
  private func encoded(_ draft: HARDraft) throws(TransferError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do { return Array(try encoder.encode(draft)) + [UInt8(ascii: "\n")] } catch {
      throw .cannotWrite(path: folder.session, reason: "\(error)")
    }
  }
}
