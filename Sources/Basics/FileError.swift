private import Foundation

/// Why a file cannot be read or written.
public enum FileError: Error, Hashable, Sendable {
  /// An `errno` code.
  case system(Int32)
  /// Larger than the limit in bytes.
  case tooLarge(limit: Int)
  case link
  case notRegular
  /// A pipe or device that sent nothing in time.
  case silent
  case notText

  /// The error of the last system call.
  public static var last: FileError { .system(errno) }

  /// The reason as a clause for a message; the system's own text begins with a capital letter.
  public var reason: String {
    switch self {
    case .system(let code): unsafe String(cString: strerror(code))
    case .tooLarge(let limit): "it is larger than \(ByteCount(limit))"
    case .link: "it is a link"
    case .notRegular: "it is not a regular file"
    case .silent: "it is a pipe or a device, and nothing comes through it"
    case .notText: "it is not UTF-8 text"
    }
  }
}

/// A human-readable size limit: `16 MiB`, `5 KiB`, `300 bytes`.
public struct ByteCount: CustomStringConvertible {
  private let bytes: Int

  /// Creates a byte count.
  public init(_ bytes: Int) { self.bytes = bytes }

  /// The number in the largest unit that divides it.
  public var description: String {
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MiB" }
    if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KiB" }
    return "\(bytes) bytes"
  }
}
