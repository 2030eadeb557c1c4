private import Foundation

/// Names of files as text, also those that are no UTF-8: a system's names are bytes.
///
/// A byte that is part of no UTF-8 stands as a scalar of a private plane (U+10FF80 to U+10FFFF), from which it is made again
/// when the file is opened; whatever is shown has U+FFFD in its place (`PlainText`).
public enum PathText {
  /// Where the scalar of a byte lies.
  private static let base: UInt32 = 0x10FF00

  /// The text of a name's bytes.
  public static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    var index = 0
    while index < bytes.count {
      let whole = (1...4).lazy.compactMap { count -> (String, Int)? in
        guard index + count <= bytes.count else { return nil }
        return String(validating: bytes[index..<index + count], as: UTF8.self).map { ($0, count) }
      }.first
      if let (character, count) = whole {
        text += character
        index += count
      } else {
        if let scalar = Unicode.Scalar(base + UInt32(bytes[index])) { text.unicodeScalars.append(scalar) }
        index += 1
      }
    }
    return text
  }

  /// The bytes of a name, as the system takes them, with a NUL at the end.
  public static func bytes(_ text: String) -> [CChar] {
    guard text.unicodeScalars.contains(where: isByte) else { return text.utf8.map { CChar(bitPattern: $0) } + [0] }
    var bytes: [CChar] = []
    for scalar in text.unicodeScalars {
      if isByte(scalar) {
        bytes.append(CChar(bitPattern: UInt8(truncatingIfNeeded: scalar.value)))
      } else {
        bytes += String(scalar).utf8.map { CChar(bitPattern: $0) }
      }
    }
    return bytes + [0]
  }

  /// The text with U+FFFD for each byte that is no UTF-8, as everybody else reads it.
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
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        unsafe Array(buffer.prefix { $0 != 0 })
      }
      names.append(text(name))
    }
    return names.filter { $0 != "." && $0 != ".." }
  }

  private static func isByte(_ scalar: Unicode.Scalar) -> Bool { (0x10FF80...0x10FFFF).contains(scalar.value) }
}
