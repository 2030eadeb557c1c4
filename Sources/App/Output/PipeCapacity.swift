import Foundation

/// Room in a pipe for a whole line, so that it goes out at once or not at all.
enum PipeCapacity {
  /// Linux's `F_SETPIPE_SZ` and `F_GETPIPE_SZ` (fcntl(2)), which headers show only to who asks for extensions.
  private static let (setSize, getSize): (Int32, Int32) = (1031, 1032)

  /// Makes a pipe as large as a line needs, and waits until its reader has left room for so many bytes; does nothing where the
  /// file is no pipe, or where it may not be made that large.
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
