private import Foundation

/// Reads files named by the user: whole, up to a size limit, and with a timeout for pipes.
public enum InputFile {
  /// How long to wait for a pipe to get a writer, in milliseconds: the other program may just be starting.
  private static let writerTimeout: Int32 = 2000
  /// Path prefixes of files inherited from the parent process, such as a shell's pipes.
  private static let inherited = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"]

  /// Reads a file. An inherited pipe is read without timeout for as long as it has a writer, like in any other filter.
  ///
  /// - Parameters:
  /// - limit: maximum size in bytes.
  /// - plainly: whether to refuse symbolic links and anything but regular files.
  /// - timeout: how long to wait for more bytes from a pipe or device, in milliseconds.
  public static func read(
    _ path: String, limit: Int, plainly: Bool = false, timeout: Int32 = 10_000
  ) throws(FileError) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe blocks until it has a writer.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (plainly ? O_NOFOLLOW : 0)
    let file = unsafe open(PathText.bytes(path), flags)
    guard file >= 0 else { throw plainly && errno == ELOOP ? .link : .system(errno) }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0 else { throw .system(errno) }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw .system(EISDIR) }
    if plainly, kind != S_IFREG { throw .notRegular }
    let size = kind == S_IFREG ? Int(status.st_size) : 0
    if size > limit { throw .tooLarge(limit: limit) }
    let isPipe = kind == S_IFIFO
    let isInherited = isPipe && inherited.contains { path.hasPrefix($0) }
    return try read(file, limit: limit, size: size, isPipe: isPipe, timeout: isInherited ? -1 : timeout)
  }

  /// Reads a UTF-8 file of at most `limit` bytes; standard input if the path is nil.
  public static func text(_ path: String?, limit: Int) throws(FileError) -> String {
    let bytes =
      if let path { try read(path, limit: limit) } else {
        try read(STDIN_FILENO, limit: limit, size: 0, isPipe: false, timeout: -1)
      }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }

  private static func read(
    _ file: Int32, limit: Int, size: Int, isPipe: Bool, timeout: Int32
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var chunk = [UInt8](repeating: 0, count: min(256 << 10, max(size + 1, 16 << 10)))
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe Foundation.read(file, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += chunk[..<count]
        if bytes.count > limit { throw .tooLarge(limit: limit) }
      } else if count == 0 {
        guard isPipe, bytes.isEmpty, try wait(for: file, writerTimeout) & Int16(POLLIN) != 0 else { return bytes }
      } else if errno == EAGAIN {
        _ = try wait(for: file, timeout)
      } else if errno != EINTR {
        throw .system(errno)
      }
    }
  }

  /// Waits until the file is readable or its writer has closed it, and returns the events of `poll`; a negative timeout
  /// waits without limit.
  private static func wait(for file: Int32, _ milliseconds: Int32) throws(FileError) -> Int16 {
    var polled = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    let count = unsafe poll(&polled, 1, milliseconds)
    if count == 0 { throw .silent }
    if count < 0, errno != EINTR { throw .system(errno) }
    return polled.revents
  }
}
