import Foundation

/// Standard output and standard error, written with the system's own call so that every error is seen.
enum StandardStreams {
  /// Writes a text to standard output; false where the reader has gone away, which is no error.
  ///
  /// It goes out in pieces that end with a line and that a pipe takes whole (PIPE_BUF is 512 bytes at least, 4096 on Linux),
  /// so that an interrupt leaves no half line. A longer line waits until the pipe has room; where it never has, an interrupt
  /// waits for the line's end.
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

  /// Writes a text to standard error; a failure has nowhere to be reported.
  static func writeError(_ text: String) { _ = put(Array(text.utf8)[...], on: STDERR_FILENO) }

  /// Writes a text to standard error unless that would block. A signal handler may call it.
  static func writeErrorAtOnce(_ text: StaticString) {
    var stream = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    // A pipe that is ready takes PIPE_BUF bytes at least without making anybody wait.
    guard poll(&stream, 1, 0) == 1 else { return }
    _ = Foundation.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes all bytes; gives the system's error code where that fails.
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
          // Somebody else made the stream non-blocking; wait until it takes more.
          var wait = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        case let code: return code
        }
      }
      return nil
    }
  }
}

/// Room in a pipe for a whole line, so that it goes out at once or not at all.
enum PipeCapacity {
  /// Linux's `F_SETPIPE_SZ` and `F_GETPIPE_SZ` (fcntl(2)), which headers hide without extensions.
  private static let (setSize, getSize): (Int32, Int32) = (1031, 1032)

  /// Enlarges a pipe for a line, and waits until its reader has left room; does nothing where the file is no pipe, or may not
  /// be made that large.
  static func wait(for count: Int, in file: Int32) {
    #if os(Linux)
      // A pipe is made of pages, of which the first and the last may be taken in part, unless it is empty.
      let wanted = count + 2 * Int(sysconf(Int32(_SC_PAGESIZE)))
      var size = Int(fcntl(file, getSize))
      guard size > 0, wanted <= Int(Int32.max) else { return }
      // The system has a largest size, which a line may just fit.
      for needed in [wanted, count] where size < needed { size = max(size, Int(fcntl(file, setSize, Int32(needed)))) }
      guard size >= count else { return }
      while true {
        var waiting: Int32 = 0
        guard ioctl(file, UInt(FIONREAD), &waiting) == 0, waiting > 0, Int(waiting) + wanted > size else { return }
        // There is no event for that much room. A reader that goes away is one.
        var reader = pollfd(fd: file, events: 0, revents: 0)
        if poll(&reader, 1, 2) > 0 { return }
      }
    #endif
  }
}

/// Why standard output cannot be written, in the system's words.
struct OutputError: Error, Equatable {
  let reason: String
}
