import Foundation

/// A text file, read whole.
enum TextFile {
  /// Why a file cannot be read.
  enum Fault: Error, Equatable {
    /// The system's code (`errno`).
    case system(Int32)
    /// It is larger than it may be, in bytes.
    case tooLarge(Int)
    /// It is not UTF-8.
    case notText

    /// The reason in a few words, for a sentence.
    var reason: String {
      switch self {
      case .system(let code): String(cString: strerror(code))
      case .tooLarge(let limit): "it is larger than \(limit >> 20) MiB"
      case .notText: "it is not UTF-8 text"
      }
    }
  }

  /// The text of a file of at most `limit` bytes; of standard input where the path is nil.
  static func text(_ path: String?, limit: Int) throws(Fault) -> String {
    let file = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    guard file >= 0 else { throw .system(errno) }
    defer { if path != nil { close(file) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .system(errno)
      }
      bytes += chunk[..<count]
      if bytes.count > limit { throw .tooLarge(limit) }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return text
  }
}
