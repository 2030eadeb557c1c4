internal import Basics
internal import Foundation
internal import Markup

/// The folder of a recording. Its session stays intact until the next one is complete: that is written to a hidden
/// folder inside (``RecordingDraft``), and renamed into place.
///
/// Files of other programs are never touched: a `session.har` by another program is an error, and only body files with
/// names that weatherterm uses are removed.
@safe struct RecordingFolder: Sendable {
  let path: String

  /// Maximum size of a session without bodies, in bytes.
  private static let maxSession = 64 << 20

  /// Opens the folder, and creates it if necessary.
  ///
  /// - Throws: ``TransferError/cannotWrite(path:_:)``, also if it has a session of another program.
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

  /// The body files of the existing session; empty if there is none.
  ///
  /// - Throws: ``TransferError/cannotWrite(path:_:)`` if weatherterm did not write the session.
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

  /// True for names of body files: a number and a known extension.
  private static func isBodyName(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && Int(parts[0]).map { $0 > 0 && "\($0)" == parts[0] } == true
      && BodyKind.endings.contains(String(parts[1]))
  }
}

/// The hidden folder of a recording in progress, locked by this process while in use.
@safe final class RecordingDraft: Sendable {
  let path: String
  private let lock: Int32

  private static let prefix = ".weatherterm-recording-"
  /// Minimum age in seconds of an abandoned folder: between creation and locking, another run's new folder looks
  /// abandoned.
  private static let leastAge = 60

  /// Creates a draft in a folder, and removes those of killed runs.
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

  /// Removes hidden folders that no process has locked.
  private static func removeAbandoned(in folder: String) {
    for name in PathText.names(in: folder) where name.hasPrefix(prefix) {
      let path = "\(folder)/\(name)"
      let lock = unsafe open(PathText.bytes(path), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard lock >= 0 else { continue }
      var status = stat()
      // A time in the future counts as old: the clock was set back.
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
