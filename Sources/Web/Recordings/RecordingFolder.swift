internal import Basics
internal import Foundation
internal import Markup

/// The folder of a recording. The session in it stays whole until the next is complete: the new one grows in a hidden folder
/// within (``RecordingDraft``), and takes its place by one renaming.
///
/// Files of other programs are never touched: a `session.har` that weatherterm did not write is an error, and of its own only
/// the body files are removed whose names it chose.
@safe struct RecordingFolder: Sendable {
  let path: String

  /// A session without its bodies is never as large, in bytes.
  private static let maxSession = 64 << 20

  /// A folder, which is made where it is not there.
  ///
  /// - Throws: ``TransferError/cannotWrite(path:_:)``, also where a session of another program lies there.
  init(_ path: String) throws(TransferError) {
    self.path = path
    if !Files.isFolder(path) {
      do throws(FileError) { try Files.makeFolder(path) } catch { throw .cannotWrite(path: path, .file(error)) }
    }
    guard unsafe access(PathText.bytes(path), W_OK | X_OK) == 0 else {
      throw .cannotWrite(path: path, .notWritable)
    }
    _ = try bodies()
  }

  var session: String { "\(path)/session.har" }

  /// The files with the bodies of the session that is in the folder now; none where there is no session.
  ///
  /// - Throws: ``TransferError/cannotWrite(path:_:)`` where weatherterm did not write the session.
  func bodies() throws(TransferError) -> Set<String> {
    guard Files.exists(session) else { return [] }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try InputFile.read(session, limit: Self.maxSession, plainly: true) } catch {
      throw .cannotWrite(path: session, .file(error))
    }
    guard let log = (try? JSON(parsing: bytes))?["log"], log.at("creator", "name")?.string == HARDraft.creator else {
      throw .cannotWrite(path: session, .foreign)
    }
    let names = (log["entries"]?.elements ?? []).compactMap { $0.at("response", "content", "_file")?.string }
    return Set(names.filter { Self.isBodyName($0) && Files.isRegular("\(path)/\($0)") })
  }

  /// Whether a file's name is one that bodies get: a number and a known ending.
  private static func isBodyName(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && Int(parts[0]).map { $0 > 0 && "\($0)" == parts[0] } == true
      && BodyKind.endings.contains(String(parts[1]))
  }
}

/// The hidden folder in which a recording grows, locked by this process for as long as it uses it.
@safe final class RecordingDraft: Sendable {
  let path: String
  private let lock: Int32

  private static let prefix = ".weatherterm-recording-"
  /// How long ago an abandoned folder was last changed, in seconds, at the least: between its making and its lock another
  /// run's new folder looks abandoned.
  private static let leastAge = 60

  /// A new one in a folder, from which those of runs that were killed are removed.
  init(in folder: String) throws(TransferError) {
    Self.removeAbandoned(in: folder)
    var template = PathText.bytes("\(folder)/\(Self.prefix)XXXXXX")
    guard unsafe mkdtemp(&template) != nil else { throw .cannotWrite(path: folder, .file(.last)) }
    path = PathText.text(template.dropLast().map { UInt8(bitPattern: $0) })
    lock = unsafe open(PathText.bytes(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock >= 0 { flock(lock, LOCK_EX | LOCK_NB) }
  }

  deinit {
    remove()
    if lock >= 0 { close(lock) }
  }

  func remove() { Self.remove(path) }

  private static func remove(_ path: String) {
    for name in PathText.names(in: path) { Files.remove("\(path)/\(name)") }
    _ = unsafe rmdir(PathText.bytes(path))
  }

  /// Removes the hidden folders that no process holds.
  private static func removeAbandoned(in folder: String) {
    for name in PathText.names(in: folder) where name.hasPrefix(prefix) {
      let path = "\(folder)/\(name)"
      let lock = unsafe open(PathText.bytes(path), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard lock >= 0 else { continue }
      var status = stat()
      // One that was changed in the future is old, too: a clock was set back.
      if unsafe fstat(lock, &status) == 0,
        abs(LocalTime.now().secondsSince1970 - Int(status.st_mtim.tv_sec)) >= leastAge,
        flock(lock, LOCK_EX | LOCK_NB) == 0
      {
        remove(path)
      }
      close(lock)
    }
  }
}
