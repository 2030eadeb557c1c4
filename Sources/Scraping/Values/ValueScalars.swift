/// A text's characters in normalized form: minus signs, blanks, degree and percent signs, and sequences garbled by a
/// wrong encoding.
///
/// What is certainly a minus becomes U+2212. A dash that may not be one (an em dash, a soft hyphen) is kept, so that no
/// number is read after it.
struct ValueScalars {
  /// Longer texts are not single values: an unclosed tag, or hostile input.
  static let longest = 200

  static let minus: Unicode.Scalar = "\u{2212}"
  static let enDash: Unicode.Scalar = "\u{2013}"

  /// The normalized characters.
  private(set) var scalars: [Unicode.Scalar] = []

  /// Nil for a text that is too long to be a single value.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    let source = Array(text.unicodeScalars)
    scalars.reserveCapacity(source.count + 4)
    var index = 0
    while index < source.count {
      if source[index] == "&", let entity = Self.entity(source, at: index) {
        add(entity.scalar)
        index += entity.length
      } else if source[index].value >= 0xC2, let repaired = Self.misread(source, at: index) {
        add(repaired.scalar)
        index += repaired.length
      } else {
        add(source[index])
        index += 1
      }
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      scalars.append(scalar == "\t" || scalar == "\r" ? "\n" : scalar)
      return
    }
    switch scalar.value {
    // Minus, heavy minus, superscript, small and full-width minus.
    case 0x2212, 0x2796, 0x207B, 0xFE63, 0xFF0D: scalars.append(Self.minus)
    // Hyphen, non-breaking hyphen, figure dash.
    case 0x2010...0x2012: scalars.append("-")
    // En dash, and the C1 control that is an en dash in windows-1252.
    case 0x2013, 0x96: scalars.append(Self.enDash)
    case 0xFF0B, 0xFE62, 0x207A, 0x2795: scalars.append("+")
    case 0xBA, 0x2DA: scalars.append("°")
    case 0x2103: scalars += ["°", "C"]
    case 0x2109: scalars += ["°", "F"]
    case 0xFF05, 0x66A, 0xFE6A: scalars.append("%")
    case 0x2019, 0x2BC: scalars.append("'")
    case 0x2033, 0x201D: scalars.append("\"")
    // Arabic comma.
    case 0x60C: scalars.append(",")
    // Full-width signs and letters.
    case 0xFF01...0xFF0F, 0xFF1A...0xFF5E:
      scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
    // Invisible: joiners, direction marks, variation selectors, the byte order mark.
    case 0x200B...0x200F, 0x61C, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFE0E, 0xFE0F, 0xFEFF: break
    case 0x2028, 0x2029, 0x85: scalars.append("\n")
    default: scalars.append(scalar.properties.isWhitespace ? " " : scalar)
    }
  }

  /// Decodes a character reference left by double escaping, or by HTML inside JSON.
  private static func entity(_ source: [Unicode.Scalar], at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let end = source[index...].prefix(10).firstIndex(of: ";") else { return nil }
    var name = ""
    name.unicodeScalars.append(contentsOf: source[(index + 1)..<end])
    let length = end - index + 1
    switch name {
    case "minus": return (minus, length)
    case "ndash": return (enDash, length)
    case "deg": return ("°", length)
    case "nbsp", "thinsp", "ensp", "emsp": return (" ", length)
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
      let value = isHex ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      return value.flatMap(Unicode.Scalar.init).map { ($0, length) }
    }
  }

  /// Repairs a sign, blank or digit whose UTF-8 bytes were decoded as windows-1252 or ISO-8859-1: `âˆ’` is a minus,
  /// `Â°` a degree sign.
  ///
  /// Letters are left as they are, since no recognized word depends on them.
  private static func misread(_ source: [Unicode.Scalar], at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let lead = byte(source[index]), index + 1 < source.count else { return nil }
    // No-break spaces were already replaced by blanks in the page's text.
    if lead == 0xC2, source[index + 1] == " " { return (" ", 2) }
    let length = (0xC2...0xDF).contains(lead) ? 2 : (0xE0...0xEF).contains(lead) ? 3 : 0
    guard length > 0, index + length <= source.count else { return nil }
    if length == 3, source[index + 1] == "€", source[index + 2] == enDash { return (enDash, 3) }
    var value = UInt32(lead) & (length == 2 ? 0x1F : 0x0F)
    for scalar in source[(index + 1)..<(index + length)] {
      guard let next = byte(scalar), (0x80...0xBF).contains(next) else { return nil }
      value = value << 6 | UInt32(next & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .mathSymbol, .otherSymbol, .spaceSeparator, .decimalNumber, .format, .finalPunctuation:
      return scalar == "\u{FFFD}" ? nil : (scalar, length)
    default: return nil
    }
  }

  /// The byte of a character in windows-1252 or ISO-8859-1.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < 0x100 ? UInt8(scalar.value) : windows1252[scalar]
  }

  private static let windows1252: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86, "‡": 0x87, "ˆ": 0x88, "‰": 0x89, "Š": 0x8A,
    "‹": 0x8B, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97,
    "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]
}
