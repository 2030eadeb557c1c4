import Foundation

/// Standard output and error, written by system calls so that no error is missed.
enum StandardStreams {
  /// Writes a text to standard output; false if the reader has closed it, which is not an error.
  ///
  /// Writes whole lines of at most PIPE_BUF bytes (at least 512, 4096 on Linux), which pipes accept atomically, so that
  /// an interrupt leaves no partial line. A longer line waits until the pipe has room for it; if that is impossible, an
  /// interrupt waits for the line's end.
  @discardableResult static func write(_ text: String) throws(OutputError) -> Bool {
    let newline = UInt8(ascii: "\n")
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int(PIPE_BUF))
      let isLong = rest.count > piece.count && !piece.contains(newline)
      let end = isLong ? rest.firstIndex(of: newline) : rest.count > piece.count ? piece.lastIndex(of: newline) : nil
      let line = rest[..<(end.map { $0 + 1 } ?? rest.endIndex)]
      if isLong { PipeCapacity.wait(for: line.count, in: STDOUT_FILENO) }
      let code = isLong ? Signals.whileNotInterrupted { put(line, on: STDOUT_FILENO) } : put(line, on: STDOUT_FILENO)
      guard let code else {
        rest = rest[line.endIndex...]
        continue
      }
      if code == EPIPE { return false }
      throw OutputError(reason: String(cString: strerror(code)))
    }
    return true
  }

  /// Writes a text to standard error; errors cannot be reported and are ignored.
  static func writeError(_ text: String) { _ = put(Array(text.utf8)[...], on: STDERR_FILENO) }

  /// Writes a text to standard error unless that would block. Async-signal-safe.
  static func writeErrorAtOnce(_ text: StaticString) {
    var stream = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    // A writable pipe accepts at least PIPE_BUF bytes without blocking.
    guard poll(&stream, 1, 0) == 1 else { return }
    _ = Foundation.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes all bytes; returns the error code on failure.
  private static func put(_ bytes: ArraySlice<UInt8>, on file: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Foundation.write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count >= 0 {
          written += count
          continue
        }
        switch errno {
        case EINTR: continue
        case EAGAIN:
          // Another process has made the stream non-blocking: wait until it is writable.
          var wait = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        case let code: return code
        }
      }
      return nil
    }
  }
}

/// Waits for enough room in a pipe to write a whole line at once.
enum PipeCapacity {
  /// Linux's `F_SETPIPE_SZ` and `F_GETPIPE_SZ` (fcntl(2)), which the headers declare only with extensions.
  private static let (setSize, getSize): (Int32, Int32) = (1031, 1032)

  /// Enlarges a pipe for a line, and waits until its reader has made room; does nothing if the file is not a pipe, or
  /// cannot be made large enough.
  static func wait(for count: Int, in file: Int32) {
    #if os(Linux)
      // Unless the pipe is empty, its first and last pages may be partly used.
      let wanted = count + 2 * Int(sysconf(Int32(_SC_PAGESIZE)))
      var size = Int(fcntl(file, getSize))
      guard size > 0, wanted <= Int(Int32.max) else { return }
      // The system limits the size; a line may just fit.
      for needed in [wanted, count] where size < needed { size = max(size, Int(fcntl(file, setSize, Int32(needed)))) }
      guard size >= count else { return }
      while true {
        var waiting: Int32 = 0
        guard ioctl(file, UInt(FIONREAD), &waiting) == 0, waiting > 0, Int(waiting) + wanted > size else { return }
        // There is no event for that much room, so poll; a reader that goes away is an event.
        var reader = pollfd(fd: file, events: 0, revents: 0)
        if poll(&reader, 1, 2) > 0 { return }
      }
    #endif
  }
}

/// Why standard output cannot be written: the system's message.
struct OutputError: Error, Equatable {
  let reason: String
}
