import Foundation
import Web

/// A text file, read whole.
enum TextFile {
  /// Why a file cannot be read.
  enum Fault: Error, Equatable {
    /// The system's code (`errno`).
    case system(Int32)
    /// It is larger than it may be, in bytes.
    case tooLarge(Int)
    /// It is a pipe or a device through which nothing comes.
    case silent
    /// It is not UTF-8.
    case notText

    /// The reason in a few words, for a sentence.
    var reason: String {
      switch self {
      case .system(let code): String(cString: strerror(code))
      case .tooLarge(let limit): "it is larger than \(limit >> 20) MiB"
      case .silent: InputFile.Fault.silent.reason
      case .notText: "it is not UTF-8 text"
      }
    }
  }

  /// The text of a file of at most `limit` bytes; of standard input where the path is nil.
  static func text(_ path: String?, limit: Int) throws(Fault) -> String {
    guard let text = String(validating: try bytes(path, limit: limit), as: UTF8.self) else { throw .notText }
    return text
  }

  private static func bytes(_ path: String?, limit: Int) throws(Fault) -> [UInt8] {
    guard let path else { return try standardInput(limit: limit) }
    do throws(InputFile.Fault) { return try InputFile.read(path, limit: limit) } catch {
      switch error {
      case .system(let code): throw .system(code)
      case .tooLarge(let limit): throw .tooLarge(limit)
      case .notRegular, .silent: throw .silent
      }
    }
  }

  private static func standardInput(limit: Int) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .system(errno)
      }
      bytes += chunk[..<count]
      if bytes.count > limit { throw .tooLarge(limit) }
    }
  }
}
