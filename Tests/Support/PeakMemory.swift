import Foundation
import Synchronization

/// Measures the peak memory of a running process by polling.
///
/// `getrusage` is not usable: on Linux a child's peak starts with that of the process it was forked from, here the test
/// runner. `VmHWM` is the program's own, and never decreases: only what happens after the last reading is missed.
final class PeakMemory: Sendable {
  private let state = Mutex(0)
  private let path: String

  /// Starts polling; stops when the process ends.
  init(of process: Int32) {
    path = "/proc/\(process)/status"
    Thread.detachNewThread { [self] in
      while let kilobytes = reading() {
        state.withLock { $0 = max($0, kilobytes) }
        usleep(2000)
      }
    }
  }

  /// The peak in megabytes (10^6 bytes); nil if it could not be read.
  var megabytes: Double? {
    let kilobytes = state.withLock { $0 }
    return kilobytes == 0 ? nil : Double(kilobytes) * 1024 / 1_000_000
  }

  /// The peak so far in kB; nil if the process has ended.
  private func reading() -> Int? {
    // Not `Data(contentsOf:)`: files in /proc have no size.
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, file)
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return nil }
    return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
  }
}
