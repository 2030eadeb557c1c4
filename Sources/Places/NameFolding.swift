/// Normalizes names for comparison: removes accents, case, punctuation and repeated blanks, exactly as
/// scripts/make-gazetteer does for the table.
struct NameFolding {
  let table: GazetteerTable

  /// The folded name in UTF-8.
  func folded(_ text: some StringProtocol) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        append(ascii: UInt8(scalar.value), to: &result)
      } else if (0xAC00...0xD7A3).contains(scalar.value) {
        append(syllable: scalar.value - 0xAC00, to: &result)
      } else if let folded = table.folding(of: scalar.value) {
        for byte in table.bytes(ofText: folded) { append(byte, to: &result) }
      } else {
        result.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
    if result.last == Self.blank { result.removeLast() }
    return result
  }

  private func append(ascii: UInt8, to result: inout [UInt8]) {
    switch ascii {
    case 0x61...0x7A, 0x30...0x39: result.append(ascii)
    case 0x41...0x5A: result.append(ascii + 0x20)
    case 0x27, 0x60: break  // apostrophes: written or left out as people like
    default: append(Self.blank, to: &result)
    }
  }

  /// Decomposes a Korean syllable (The Unicode Standard, 3.12, "Hangul Syllable Decomposition").
  private func append(syllable: UInt32, to result: inout [UInt8]) {
    let letters = [0x1100 + syllable / 588, 0x1161 + syllable % 588 / 28, 0x11A7 + syllable % 28]
    for letter in letters where letter != 0x11A7 {
      result.append(contentsOf: Unicode.Scalar(letter).flatMap(UTF8.encode) ?? .init())
    }
  }

  private func append(_ byte: UInt8, to result: inout [UInt8]) {
    if byte != Self.blank || (!result.isEmpty && result.last != Self.blank) { result.append(byte) }
  }

  private static let blank: UInt8 = 0x20
}
