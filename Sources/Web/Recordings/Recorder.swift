public import Basics
internal import Foundation

/// Writes down the requests of a run and their responses, as a folder that ``Recording`` reads.
///
/// Bodies are written as they come, so that a recording of many places takes no more memory than one of a few. They get
/// their names, and the older session goes, when all is complete: a run that is killed leaves the older one whole.
public final class Recorder: Sendable {
  /// What is noted so far.
  private struct State: Sendable {
    var entries: [HARDraft.Entry] = []
    /// The ending of each body's file, in the order in which they came.
    var endings: [String] = []
    /// The hidden folder in which the recording grows.
    var draft: (path: String, lock: Int32)?
    /// Why it cannot be written.
    var failure: TransferError?
  }

  private let folder: RecordingFolder
  private let clock: LocalTime
  private let state = Locked(State())

  /// A recorder into a folder, which is made where it is not there.
  ///
  /// - Parameter clock: the run's one clock reading, which every entry carries, so that replay reads the same.
  /// - Throws: ``TransferError/cannotWrite(path:_:)``, before anything is requested; also where the folder holds a session
  ///   that weatherterm did not write.
  public init(directory: String, clock: LocalTime) throws(TransferError) {
    folder = try RecordingFolder(directory)
    self.clock = clock
  }

  deinit { discard() }

  /// Notes a response, with the redirects on the way to it.
  public func note(_ request: TransferRequest, _ response: TransferResponse) {
    guard let number = reserve(BodyKind.ending(of: response)) else { return }
    do throws(TransferError) {
      let draft = try draft()
      try writing { () throws(FileError) in try Files.create("\(draft)/\(number)", response.body) }
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
      return
    }
    append(HARDraft.Entry.redirects(response) + [.answer(response, body: number)])
  }

  /// Notes that a request has failed.
  public func note(_ request: TransferRequest, failed error: TransferError) {
    append([.failure(request, error)])
  }

  /// A number for the next body; nil where the recording has failed.
  private func reserve(_ ending: String) -> Int? {
    state.withLock { state in
      if state.failure != nil { return nil }
      state.endings.append(ending)
      return state.endings.count - 1
    }
  }

  private func append(_ entries: [HARDraft.Entry]) { state.withLock { $0.entries += entries } }

  /// The hidden folder in which the recording grows, made where there is none yet.
  private func draft() throws(TransferError) -> String {
    if let draft = state.value.draft { return draft.path }
    let new = try folder.begin()
    let used = state.withLock { state in
      state.draft = state.draft ?? new
      return state.draft?.path ?? new.path
    }
    // Another task has made one meanwhile.
    if used != new.path { Self.remove(new) }
    return used
  }

  /// Removes the hidden folder.
  private func discard() {
    let draft = state.withLock { state in
      defer { state.draft = nil }
      return state.draft
    }
    if let draft { Self.remove(draft) }
  }

  private static func remove(_ draft: (path: String, lock: Int32)) {
    RecordingFolder.remove(draft.path)
    if draft.lock >= 0 { close(draft.lock) }
  }

  /// Writes `session.har` and the bodies, over an older session, whose files go.
  public func write() throws(TransferError) {
    defer { discard() }
    let noted = state.value
    if let failure = noted.failure { throw failure }
    let draft = try draft()
    let older = try folder.bodies()
    let names = names(noted.endings, older: older)
    // The older session's files stay until the new session counts, so their names are not free before.
    var number = noted.endings.count
    let interim = zip(names, noted.endings).map { name, ending in
      older.contains(name)
        ? freeName(ending, after: &number) { names.contains($0) || Files.exists(path($0)) } : name
    }
    var moved = 0
    do throws(TransferError) {
      try writing { () throws(FileError) in
        for name in interim {
          try Files.move("\(draft)/\(moved)", to: path(name))
          moved += 1
        }
      }
      try writeSession(noted.entries, names: interim, draft)
    } catch {
      for name in interim[..<moved] { Files.remove(path(name)) }
      throw error
    }
    for name in older { Files.remove(path(name)) }
    if interim != names { try rename(noted.entries, interim, names, draft) }
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Does something with files; where that fails, the recording cannot be written. Where it was to grow means nothing to the
  /// user.
  private func writing(_ body: () throws(FileError) -> Void) throws(TransferError) {
    do throws(FileError) { try body() } catch { throw .cannotWrite(path: folder.session, .file(error)) }
  }

  /// The names that the bodies are to have: `1.html`, `2.json`, …, those of other files left out.
  private func names(_ endings: [String], older: Set<String>) -> [String] {
    var number = 0
    return endings.map { ending in
      freeName(ending, after: &number) { !older.contains($0) && Files.exists(path($0)) }
    }
  }

  /// The next name that is not taken.
  private func freeName(_ ending: String, after number: inout Int, isTaken: (String) -> Bool) -> String {
    while true {
      number += 1
      let name = "\(number).\(ending)"
      if !isTaken(name) { return name }
    }
  }

  /// Gives the bodies the names that the older session's files have left free. Both names stand until the session says the
  /// new one; where the file system knows no second names, the interim ones stay.
  private func rename(
    _ entries: [HARDraft.Entry], _ interim: [String], _ names: [String], _ draft: String
  ) throws(TransferError) {
    let pairs = zip(interim, names).filter { $0 != $1 }
    for (index, (old, new)) in pairs.enumerated() where !Files.link(path(old), as: path(new)) {
      for (_, new) in pairs[..<index] { Files.remove(path(new)) }
      return
    }
    try writeSession(entries, names: names, draft)
    for (old, _) in pairs { Files.remove(path(old)) }
  }

  /// Writes the session, and puts it in its place.
  private func writeSession(
    _ entries: [HARDraft.Entry], names: [String], _ draft: String
  ) throws(TransferError) {
    let json: [UInt8]
    do { json = try HARDraft(clock: clock, entries: entries, names: names).json() } catch {
      throw .cannotWrite(path: folder.session, .encoding("\(error)"))
    }
    let new = "\(draft)/session.har"
    try writing { () throws(FileError) in
      Files.remove(new)
      try Files.create(new, json)
      try Files.move(new, to: folder.session)
    }
  }
}
