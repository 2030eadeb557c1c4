/// Removes what a terminal would interpret: pages, addresses and arguments may contain escape sequences, and
/// bidirectional controls that reorder text.
public enum PlainText {
  /// Removes escape sequences, control characters (C0, C1, DEL) and bidirectional controls; tabs, line breaks and line
  /// or paragraph separators become blanks.
  public static func of(_ text: String) -> String {
    // Fast path: almost all text is printable ASCII.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    let scalars = Array(text.unicodeScalars)
    var plain = String.UnicodeScalarView()
    var index = 0
    // Set to false once no string terminator was found, to keep the scan linear.
    var hasEnd = true
    while index < scalars.count {
      let scalar = scalars[index]
      if isBreak(scalar) {
        plain.append(" ")
      } else if let end = endOfSequence(scalars, from: index, hasEnd: &hasEnd) {
        index = end
        continue
      } else if PathText.isByte(scalar) {
        plain.append("\u{FFFD}")
      } else if !isControl(scalar) {
        plain.append(scalar)
      }
      index += 1
    }
    return String(plain)
  }

  /// The end of an escape sequence (ECMA-48) that begins at `start`; nil if none does. Of an unterminated sequence only
  /// the introducer is removed, so that it cannot swallow the rest of a page.
  private static func endOfSequence(_ scalars: [Unicode.Scalar], from start: Int, hasEnd: inout Bool) -> Int? {
    var index = start + 1
    let kind: UInt32
    switch scalars[start].value {
    case 0x1B:
      guard index < scalars.count else { return index }
      // ESC with a byte of 0x40-0x5F is the 7-bit form of a C1 control.
      kind = scalars[index].value + 0x40
      index += 1
    case 0x80...0x9F: kind = scalars[start].value
    default: return nil
    }
    switch kind {
    case 0x9B:  // CSI: parameters, intermediates, one final byte.
      while index < scalars.count, (0x20...0x3F).contains(scalars[index].value) { index += 1 }
      guard index < scalars.count, (0x40...0x7E).contains(scalars[index].value) else { return index }
      return index + 1
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F:  // DCS, SOS, OSC, PM, APC: up to ST, or BEL as xterm has it.
      return endOfString(scalars, from: index, hasEnd: &hasEnd) ?? index
    case 0x60...0x6F:  // ESC and intermediates (0x20-0x2F): up to a final byte.
      while index < scalars.count, (0x20...0x2F).contains(scalars[index].value) { index += 1 }
      return min(index + 1, scalars.count)
    case 0x70...0xBE: return index  // ESC and one byte of 0x30-0x7E, C1 controls included.
    default: return start + 1
    }
  }

  /// The index after the terminator of a control string: ST in either form, or BEL.
  private static func endOfString(_ scalars: [Unicode.Scalar], from start: Int, hasEnd: inout Bool) -> Int? {
    guard hasEnd else { return nil }
    for index in start..<max(start, scalars.count) {
      switch scalars[index].value {
      case 0x07, 0x9C: return index + 1
      case 0x1B: return index + 1 < scalars.count && scalars[index + 1] == "\\" ? index + 2 : nil
      default: continue
      }
    }
    hasEnd = false
    return nil
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    (0x09...0x0D).contains(scalar.value) || [0x85, 0x2028, 0x2029].contains(scalar.value)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
