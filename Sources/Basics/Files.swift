private import Foundation

/// File operations on paths that may contain invalid UTF-8 (``PathText``).
public enum Files {
  /// Creates a file that must not exist yet; removes it again if writing fails.
  public static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let file = unsafe open(PathText.bytes(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .last }
    var failure = write(bytes, to: file) ? nil : FileError.last
    if close(file) != 0, failure == nil { failure = .last }
    guard let failure else { return }
    remove(path)
    throw failure
  }

  /// Writes all bytes to an open file; false on failure, with the reason in `errno`.
  public static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = unsafe Foundation.write(file, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        done += count
      }
      return true
    }
  }

  /// Renames a file, replacing an existing one.
  public static func move(_ path: String, to other: String) throws(FileError) {
    if unsafe rename(PathText.bytes(path), PathText.bytes(other)) != 0 { throw .last }
  }

  /// Creates a hard link; false on failure, which includes an existing target.
  public static func link(_ path: String, as other: String) -> Bool {
    unsafe Foundation.link(PathText.bytes(path), PathText.bytes(other)) == 0
  }

  /// Creates a directory and its parents; an existing one is not an error.
  public static func makeFolder(_ path: String, mode: UInt32 = 0o777) throws(FileError) {
    if unsafe mkdir(PathText.bytes(path), mode) == 0 { return }
    let code = errno
    if code == EEXIST, isFolder(path) { return }
    guard code == ENOENT, let slash = path.dropLast().lastIndex(of: "/"), slash > path.startIndex else {
      throw .system(code)
    }
    try makeFolder(String(path[..<slash]), mode: mode)
    if unsafe mkdir(PathText.bytes(path), mode) != 0, errno != EEXIST || !isFolder(path) { throw .last }
  }

  /// Removes a file if it exists.
  public static func remove(_ path: String) { _ = unsafe unlink(PathText.bytes(path)) }

  /// True if the path exists, even as a dangling symbolic link.
  public static func exists(_ path: String) -> Bool { status(path, followsLinks: false) != nil }

  /// True for a regular file that is not a symbolic link.
  public static func isRegular(_ path: String) -> Bool {
    status(path, followsLinks: false).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }

  /// True for a directory.
  public static func isFolder(_ path: String) -> Bool {
    status(path, followsLinks: true).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// The modification time in the machine's time zone; now, if unknown.
  public static func modified(_ path: String) -> LocalTime {
    status(path, followsLinks: true).map { LocalTime(machine: Int($0.st_mtim.tv_sec)) } ?? .now()
  }

  /// Differs whenever a file was written or replaced: its inode, size and modification time; nil if there is none.
  public static func version(_ path: String) -> String? {
    status(path, followsLinks: true).map {
      "\($0.st_ino) \($0.st_size) \($0.st_mtim.tv_sec).\($0.st_mtim.tv_nsec)"
    }
  }

  private static func status(_ path: String, followsLinks: Bool) -> stat? {
    var status = stat()
    let path = PathText.bytes(path)
    return unsafe (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 ? status : nil
  }
}
