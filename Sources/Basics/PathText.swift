private import Foundation

/// Names of files as text, also those that are not UTF-8.
///
/// An invalid byte stands as a scalar of a private plane (U+10FF80 to U+10FFFF), from which it is made again when the file is
/// opened; what is shown has U+FFFD in its place (`PlainText`).
public enum PathText {
  /// The scalar of byte 0.
  private static let base: UInt32 = 0x10FF00

  /// The text of a name's bytes.
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

  /// The bytes of a name, as the system takes them, with a NUL at the end.
  public static func bytes(_ text: String) -> [CChar] {
    guard text.unicodeScalars.contains(where: isByte) else { return text.utf8.map { CChar(bitPattern: $0) } + [0] }
    let bytes = text.unicodeScalars.flatMap {
      isByte($0) ? [UInt8(truncatingIfNeeded: $0.value)] : Array(String($0).utf8)
    }
    return bytes.map { CChar(bitPattern: $0) } + [0]
  }

  /// The text with U+FFFD for each invalid byte.
  public static func repaired(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isByte) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isByte($0) ? "\u{FFFD}" : $0 }))
  }

  /// The names in a folder; none where it cannot be read.
  public static func names(in folder: String) -> [String] {
    guard let list = unsafe opendir(bytes(folder)) else { return [] }
    defer { unsafe closedir(list) }
    var names: [String] = []
    while let entry = unsafe readdir(list) {
      names.append(text(unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }))
    }
    return names.filter { $0 != "." && $0 != ".." }
  }

  /// Whether a scalar stands for an invalid byte.
  static func isByte(_ scalar: Unicode.Scalar) -> Bool { (0x10FF80...0x10FFFF).contains(scalar.value) }
}
