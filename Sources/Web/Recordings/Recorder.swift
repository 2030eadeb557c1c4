public import Basics
internal import Foundation

/// Writes down the requests of a run and their responses, as a folder that ``Recording`` reads.
///
/// Bodies are written as they come, so that a recording of many places takes no more memory than one of a few. They get
/// their names, and the older session goes, when all is complete: a run that is killed leaves the older one whole.
public final class Recorder: Sendable {
  private struct State: Sendable {
    var entries: [HARDraft.Entry] = []
    /// The ending of each body's file, in the order in which they came.
    var endings: [String] = []
    /// Why the recording cannot be written.
    var failure: TransferError?
  }

  private let folder: RecordingFolder
  private let draft: RecordingDraft
  private let clock: LocalTime
  private let state = Locked(State())

  /// A recorder into a folder, which is made where it is not there.
  ///
  /// - Parameter clock: the run's one clock reading, which every entry carries, so that replay reads the same.
  /// - Throws: ``TransferError/cannotWrite(path:_:)``, before anything is requested; also where the folder holds a session
  ///   that weatherterm did not write.
  public init(directory: String, clock: LocalTime) throws(TransferError) {
    folder = try RecordingFolder(directory)
    draft = try RecordingDraft(in: directory)
    self.clock = clock
  }

  /// Notes a response, with the redirects on the way to it.
  public func note(_ request: TransferRequest, _ response: TransferResponse) {
    let number = state.withLock { state -> Int? in
      if state.failure != nil { return nil }
      state.endings.append(BodyKind.ending(of: response))
      return state.endings.count - 1
    }
    guard let number else { return }
    do throws(TransferError) {
      try writing { () throws(FileError) in try Files.create("\(draft.path)/\(number)", response.body) }
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

  private func append(_ entries: [HARDraft.Entry]) { state.withLock { $0.entries += entries } }

  /// Writes `session.har` and the bodies, over an older session, whose files go.
  public func write() throws(TransferError) {
    defer { draft.remove() }
    let noted = state.value
    if let failure = noted.failure { throw failure }
    let older = try folder.bodies()
    let names = freeNames(noted.endings) { !older.contains($0) && Files.exists(path($0)) }
    // The older session's files stay until the new session counts, so their names are not free before.
    let free = freeNames(noted.endings, from: noted.endings.count) { names.contains($0) || Files.exists(path($0)) }
    let interim = zip(names, free).map { older.contains($0) ? $1 : $0 }
    var moved = 0
    do throws(TransferError) {
      try writing { () throws(FileError) in
        for name in interim {
          try Files.move("\(draft.path)/\(moved)", to: path(name))
          moved += 1
        }
      }
      try writeSession(noted.entries, names: interim)
    } catch {
      for name in interim[..<moved] { Files.remove(path(name)) }
      throw error
    }
    for name in older { Files.remove(path(name)) }
    if interim != names { try rename(noted.entries, interim, names) }
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  /// Does something with files; an error names the session, since the draft's path means nothing to the user.
  private func writing(_ body: () throws(FileError) -> Void) throws(TransferError) {
    do throws(FileError) { try body() } catch { throw .cannotWrite(path: folder.session, .file(error)) }
  }

  /// Names that are not taken, numbered on: `1.html`, `2.json`, ….
  private func freeNames(_ endings: [String], from start: Int = 0, isTaken: (String) -> Bool) -> [String] {
    var number = start
    return endings.map { ending in
      repeat { number += 1 } while isTaken("\(number).\(ending)")
      return "\(number).\(ending)"
    }
  }

  /// Gives the bodies the names that the older session's files have left free. Both names stand until the session says the
  /// new one; where the file system knows no second names, the interim ones stay.
  private func rename(
    _ entries: [HARDraft.Entry], _ interim: [String], _ names: [String]
  ) throws(TransferError) {
    let pairs = zip(interim, names).filter { $0 != $1 }
    for (index, (old, new)) in pairs.enumerated() where !Files.link(path(old), as: path(new)) {
      for (_, new) in pairs[..<index] { Files.remove(path(new)) }
      return
    }
    try writeSession(entries, names: names)
    for (old, _) in pairs { Files.remove(path(old)) }
  }

  private func writeSession(_ entries: [HARDraft.Entry], names: [String]) throws(TransferError) {
    let json: [UInt8]
    do { json = try HARDraft(clock: clock, entries: entries, names: names).json() } catch {
      throw .cannotWrite(path: folder.session, .encoding("\(error)"))
    }
    let new = "\(draft.path)/session.har"
    try writing { () throws(FileError) in
      Files.remove(new)
      try Files.create(new, json)
      try Files.move(new, to: folder.session)
    }
  }
}
