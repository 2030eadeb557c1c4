internal import Foundation

/// Files read and written in one piece.
enum WholeFile {
  /// More than any recording; ends the reading of what has no end.
  private static let limit = 1 << 30

  /// A file's bytes; `plainly` refuses links and anything that is not a regular file.
  static func read(_ path: String, plainly: Bool = false) throws(TransferError) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | (plainly ? O_NOFOLLOW | O_NONBLOCK : 0))
    guard file >= 0 else {
      throw .cannotRead(path: path, reason: plainly && errno == ELOOP ? "it is a link" : reason())
    }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw .cannotRead(path: path, reason: reason()) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw .cannotRead(path: path, reason: "it is a folder") }
    if plainly, kind != S_IFREG { throw .cannotRead(path: path, reason: "it is not a regular file") }

    var bytes: [UInt8] = []
    bytes.reserveCapacity(kind == S_IFREG ? Int(status.st_size) : 0)
    var chunk = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe Foundation.read(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .cannotRead(path: path, reason: reason()) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      if bytes.count > limit { throw .cannotRead(path: path, reason: "it is larger than 1 GiB") }
    }
  }

  /// Writes a file beside its place and then moves it there, so that it is never seen half done.
  static func write(_ bytes: [UInt8], to name: String, in folder: String) throws(TransferError) {
    let path = "\(folder)/\(name)"
    let draft = "\(folder)/.\(name).\(getpid()).tmp"
    unsafe unlink(draft)
    let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .cannotWrite(path: path, reason: reason()) }
    var rest = bytes[...]
    var failure: String?
    while !rest.isEmpty, failure == nil {
      let count = unsafe rest.withUnsafeBytes { unsafe Foundation.write(file, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = reason() }
    }
    if close(file) != 0, failure == nil { failure = reason() }
    if failure == nil, unsafe rename(draft, path) != 0 { failure = reason() }
    guard let failure else { return }
    unsafe unlink(draft)
    throw .cannotWrite(path: path, reason: failure)
  }

  /// Makes a folder, and those it lies in.
  static func makeFolder(_ path: String) throws(TransferError) {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      let code = (error as? POSIXError)?.code.rawValue ?? cause.map { Int32($0.code) }
      throw .cannotWrite(path: path, reason: code.map { reason($0) } ?? "the folder cannot be made")
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
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// When a file was last changed, in the machine's offset at that time; now, where that is not known.
  static func modified(_ path: String) -> Timestamp {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .now() }
    return Timestamp(machine: Int(status.st_mtim.tv_sec))
  }

  /// The system's text of the last error, with a small letter to stand within a sentence.
  private static func reason(_ code: Int32 = errno) -> String {
    let text = unsafe String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
