private import Foundation

/// Files and folders by their paths, which may hold bytes that are no UTF-8 (``PathText``).
public enum Files {
  /// Writes a file that is not there yet; removes it again where that fails.
  public static func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let file = unsafe open(PathText.bytes(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .last }
    var failure = write(bytes, to: file) ? nil : FileError.last
    if close(file) != 0, failure == nil { failure = .last }
    guard let failure else { return }
    remove(path)
    throw failure
  }

  /// Writes all bytes to an open file; false where the system refuses (`errno`).
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

  /// Renames a file, over another that has the name.
  public static func move(_ path: String, to other: String) throws(FileError) {
    if unsafe rename(PathText.bytes(path), PathText.bytes(other)) != 0 { throw .last }
  }

  /// Gives a file a second name that nothing has yet; false where the file system cannot do that.
  public static func link(_ path: String, as other: String) -> Bool {
    unsafe Foundation.link(PathText.bytes(path), PathText.bytes(other)) == 0
  }

  /// Makes a folder with its parents; an existing one is no error.
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

  /// Removes a file, where it is there.
  public static func remove(_ path: String) { _ = unsafe unlink(PathText.bytes(path)) }

  /// Whether there is anything of this name.
  public static func exists(_ path: String) -> Bool { status(path, followsLinks: false) != nil }

  /// Whether a name stands for a regular file that is not a link.
  public static func isRegular(_ path: String) -> Bool {
    status(path, followsLinks: false).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }

  /// Whether a name stands for a folder.
  public static func isFolder(_ path: String) -> Bool {
    status(path, followsLinks: true).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// When a file was last changed, in the machine's time zone; now, where that is not known.
  public static func modified(_ path: String) -> LocalTime {
    status(path, followsLinks: true).map { LocalTime(machine: Int($0.st_mtim.tv_sec)) } ?? .now()
  }

  private static func status(_ path: String, followsLinks: Bool) -> stat? {
    var status = stat()
    let path = PathText.bytes(path)
    return unsafe (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 ? status : nil
  }
}
