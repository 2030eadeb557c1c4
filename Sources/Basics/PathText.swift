private import Foundation

/// Represents file names as text, including invalid UTF-8.
///
/// An invalid byte is mapped to a private-use scalar (U+10FF80 to U+10FFFF), and back when the file is opened; for
/// display it is replaced by U+FFFD (`PlainText`).
public enum PathText {
  /// The scalar for byte 0.
  private static let base: UInt32 = 0x10FF00

  /// Converts a file name's bytes to text.
  public static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var rest = bytes[...]
    while let first = rest.first {
      let character = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
      if let character {
        text += character
      } else if let scalar = Unicode.Scalar(base + UInt32(first)) {
        text.unicodeScalars.append(scalar)
      }
      rest = rest.dropFirst(character?.utf8.count ?? 1)
    }
    return text
  }

  /// Converts text back to the file name's bytes, with a terminating NUL.
  public static func bytes(_ text: String) -> [CChar] {
    guard text.unicodeScalars.contains(where: isByte) else { return text.utf8.map { CChar(bitPattern: $0) } + [0] }
    let bytes = text.unicodeScalars.flatMap {
      isByte($0) ? [UInt8(truncatingIfNeeded: $0.value)] : Array(String($0).utf8)
    }
    return bytes.map { CChar(bitPattern: $0) } + [0]
  }

  /// Replaces each invalid byte by U+FFFD.
  public static func repaired(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isByte) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isByte($0) ? "\u{FFFD}" : $0 }))
  }

  /// The names in a directory; empty if it cannot be read.
  public static func names(in folder: String) -> [String] {
    guard let list = unsafe opendir(bytes(folder)) else { return [] }
    defer { unsafe closedir(list) }
    var names: [String] = []
    while let entry = unsafe readdir(list) {
      names.append(text(unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }))
    }
    return names.filter { $0 != "." && $0 != ".." }
  }

  /// True if a scalar represents an invalid byte.
  static func isByte(_ scalar: Unicode.Scalar) -> Bool { (0x10FF80...0x10FFFF).contains(scalar.value) }
}
