internal import Foundation

/// Files read and written in one piece.
enum WholeFile {
  /// A file's bytes, at most `limit`; `plainly` refuses links and anything that is not a regular file.
  static func read(_ path: String, limit: Int, plainly: Bool = false) throws(TransferError) -> [UInt8] {
    do throws(InputFile.Fault) { return try InputFile.read(path, limit: limit, plainly: plainly) } catch {
      switch error {
      case .system(ELOOP) where plainly: throw .cannotRead(path: path, reason: "it is a link")
      case .system(let code): throw .cannotRead(path: path, reason: reason(code))
      case .tooLarge, .notRegular, .silent: throw .cannotRead(path: path, reason: error.reason)
      }
    }
  }

  /// Writes a file that is not there yet; takes it away again where that fails.
  static func create(_ path: String, _ bytes: [UInt8]) throws(TransferError) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .cannotWrite(path: path, reason: reason()) }
    var failure: String?
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, failure == nil {
        let count = unsafe Foundation.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count >= 0 { done += count } else if errno != EINTR { failure = reason() }
      }
    }
    if close(file) != 0, failure == nil { failure = reason() }
    guard let failure else { return }
    unsafe unlink(path)
    throw .cannotWrite(path: path, reason: failure)
  }

  /// Gives a file another name, over a file that has it.
  static func move(_ path: String, to other: String) throws(TransferError) {
    if unsafe rename(path, other) != 0 { throw .cannotWrite(path: other, reason: reason()) }
  }

  /// Gives a file a second name that nothing has yet; says whether the file system can do that.
  static func link(_ path: String, as other: String) -> Bool {
    unsafe Foundation.link(PathText.bytes(path), PathText.bytes(other)) == 0
  }

  /// Makes a folder, and those it lies in.
  static func makeFolder(_ path: String) throws(TransferError) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    let code = errno
    if code == EEXIST, isFolder(path) { return }
    let parts = path.split(separator: "/")
    guard code == ENOENT, parts.count > 1 else { throw .cannotWrite(path: path, reason: reason(code)) }
    var made = path.hasPrefix("/") ? "" : "."
    for part in parts {
      made += "/\(part)"
      if unsafe mkdir(made, 0o777) == 0 { continue }
      let code = errno
      if code != EEXIST || !isFolder(made) { throw .cannotWrite(path: path, reason: reason(code)) }
    }
  }

  /// Takes a file away, where it is there.
  static func remove(_ path: String) { unsafe unlink(path) }

  /// Whether there is anything of this name.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Whether a name stands for a regular file that is not a link.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a name stands for a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(PathText.bytes(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// When a file was last changed, in the machine's offset at that time; now, where that is not known.
  static func modified(_ path: String) -> Timestamp {
    var status = stat()
    guard unsafe stat(PathText.bytes(path), &status) == 0 else { return .now() }
    return Timestamp(machine: Int(status.st_mtim.tv_sec))
  }

  /// The system's text of the last error, with a small letter to stand within a sentence.
  static func reason(_ code: Int32 = errno) -> String {
    let text = unsafe String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
