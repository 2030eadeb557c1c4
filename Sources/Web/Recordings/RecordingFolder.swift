internal import Basics
internal import Foundation
internal import Markup

/// The folder of a recording. The session in it stays whole until the next is complete: the new one grows in a hidden folder
/// within, and takes its place by one renaming.
///
/// What weatherterm did not write is never touched: a `session.har` that it did not create is an error, and of its own only
/// the body files go that have a name of its making.
@safe final class RecordingFolder: Sendable {
  /// Where it is.
  let path: String
  /// What the names of folders begin with in which recordings grow.
  private static let prefix = ".weatherterm-recording-"
  /// How long ago an abandoned folder was last changed, in seconds, at the least: between its making and its lock another
  /// run's new folder looks abandoned.
  private static let leastAge = 60
  /// A session without its bodies is never as large, in bytes.
  private static let maxSession = 64 << 20

  /// A folder, which is made where it is not there. What runs that were killed have left in it goes.
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
    removeAbandoned()
  }

  /// The path of the session.
  var session: String { "\(path)/session.har" }

  /// The files with the bodies of the session that is in the folder now; none where there is no session.
  ///
  /// - Throws: ``TransferError/cannotWrite(path:_:)`` where the session is none of weatherterm's.
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

  /// A new hidden folder for a recording to grow in, held by this process until it ends or closes the number.
  func begin() throws(TransferError) -> (path: String, lock: Int32) {
    var template = PathText.bytes("\(path)/\(Self.prefix)XXXXXX")
    guard unsafe mkdtemp(&template) != nil else {
      throw .cannotWrite(path: path, .file(.last))
    }
    let draft = PathText.text(template.dropLast().map { UInt8(bitPattern: $0) })
    let lock = unsafe open(PathText.bytes(draft), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock >= 0 { flock(lock, LOCK_EX | LOCK_NB) }
    return (draft, lock)
  }

  /// Takes away the hidden folders that nobody holds any more, whose programs were killed.
  private func removeAbandoned() {
    let names = PathText.names(in: path)
    for name in names where name.hasPrefix(Self.prefix) {
      let draft = "\(path)/\(name)"
      let lock = unsafe open(PathText.bytes(draft), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard lock >= 0 else { continue }
      if Self.isOld(lock), flock(lock, LOCK_EX | LOCK_NB) == 0 { Self.remove(draft) }
      close(lock)
    }
  }

  /// Whether an open folder was changed long ago. One of the future is: a clock was set back.
  private static func isOld(_ folder: Int32) -> Bool {
    var status = stat()
    guard unsafe fstat(folder, &status) == 0 else { return false }
    return abs(LocalTime.now().secondsSince1970 - Int(status.st_mtim.tv_sec)) >= leastAge
  }

  /// Takes away a hidden folder, with the files in it.
  static func remove(_ draft: String) {
    for name in PathText.names(in: draft) {
      Files.remove("\(draft)/\(name)")
    }
    _ = unsafe rmdir(PathText.bytes(draft))
  }
}
