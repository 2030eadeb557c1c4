public import Basics
internal import Foundation

/// Records a run's requests and responses in a folder that ``Recording`` reads.
///
/// Bodies are written immediately, so that memory use does not grow with the recording. They get their final names, and
/// the previous session is removed, only when everything is complete: a killed run leaves the previous session intact.
public final class Recorder: Sendable {
  private struct State: Sendable {
    var entries: [HARDraft.Entry] = []
    /// Extensions of the body files, in order of arrival.
    var endings: [String] = []
    /// Why the recording cannot be written.
    var failure: TransferError?
  }

  private let folder: RecordingFolder
  private let draft: RecordingDraft
  private let clock: LocalTime
  private let state = Locked(State())

  /// Creates a recorder, and its folder if necessary.
  ///
  /// - Parameter clock: the run's clock, recorded in every entry, so that replay has the same one.
  /// - Throws: ``TransferError/cannotWrite(path:_:)`` before anything is requested; also if the folder has a session
  ///   that weatherterm did not write.
  public init(directory: String, clock: LocalTime) throws(TransferError) {
    folder = try RecordingFolder(directory)
    draft = try RecordingDraft(in: directory)
    self.clock = clock
  }

  /// Records a response and its redirects.
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

  /// Records a failed request.
  public func note(_ request: TransferRequest, failed error: TransferError) {
    append([.failure(request, error)])
  }

  private func append(_ entries: [HARDraft.Entry]) { state.withLock { $0.entries += entries } }

  /// Writes `session.har` and the bodies, replacing the previous session.
  public func write() throws(TransferError) {
    defer { draft.remove() }
    let noted = state.value
    if let failure = noted.failure { throw failure }
    let older = try folder.bodies()
    let names = freeNames(noted.endings) { !older.contains($0) && Files.exists(path($0)) }
    // The previous session's files stay until the new session is in place, so their names are not free before.
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

  /// Runs file operations; errors name the session, because the temporary path means nothing to the user.
  private func writing(_ body: () throws(FileError) -> Void) throws(TransferError) {
    do throws(FileError) { try body() } catch { throw .cannotWrite(path: folder.session, .file(error)) }
  }

  /// Unused numbered names: `1.html`, `2.json`, ….
  private func freeNames(_ endings: [String], from start: Int = 0, isTaken: (String) -> Bool) -> [String] {
    var number = start
    return endings.map { ending in
      repeat { number += 1 } while isTaken("\(number).\(ending)")
      return "\(number).\(ending)"
    }
  }

  /// Renames the bodies to names that the previous session's files have freed. Both names exist until the session
  /// refers to the new one; on file systems without hard links the interim names stay.
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
