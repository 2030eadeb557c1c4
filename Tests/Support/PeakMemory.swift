import Foundation
import Synchronization

/// The most memory that a running process ever had, read again and again as long as it runs.
///
/// `getrusage` will not do: on Linux a child's peak begins with that of the process it was forked from, here the tests'
/// own. `VmHWM` is that of the program alone, and only grows: what is missed after the last reading is the way out.
final class PeakMemory: Sendable {
  private let state = Mutex(0)
  private let path: String

  /// Starts to read; ends by itself when the process does.
  init(of process: Int32) {
    path = "/proc/\(process)/status"
    Thread.detachNewThread { [self] in
      while let kilobytes = reading() {
        state.withLock { $0 = max($0, kilobytes) }
        usleep(2000)
      }
    }
  }

  /// The peak in megabytes (10^6 bytes); nil where none could be read.
  var megabytes: Double? {
    let kilobytes = state.withLock { $0 }
    return kilobytes == 0 ? nil : Double(kilobytes) * 1024 / 1_000_000
  }

  /// The peak so far in kB; nil where the process has none (any more).
  private func reading() -> Int? {
    // Not `Data(contentsOf:)`: files of /proc have no size.
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, file)
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return nil }
    return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
  }
}
