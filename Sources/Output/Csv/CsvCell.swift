import Basics
import Weather

/// What stands between two commas.
enum CsvCell {
  /// Nothing, for what is unknown.
  case empty
  /// A text of ours.
  case plain(String)
  /// Words of a source's or a user's.
  case words(String)

  /// A number, or nothing where it is unknown.
  static func number(_ number: Double?) -> CsvCell { number.map { .plain(JsonValue.decimal($0)) } ?? .empty }

  /// A measured value in a unit, or nothing where it is unknown.
  static func measured(_ value: Measured?, in unit: MeasurementUnit?) -> CsvCell {
    number(value.map { value in unit.map { value.converted(to: $0).value } ?? value.value })
  }

  /// A moment, or nothing where it is unknown.
  static func time(_ time: LocalTime?) -> CsvCell { time.map { .plain($0.description) } ?? .empty }

  /// The cell as it is written.
  var text: String {
    switch self {
    case .empty: return ""
    case .plain(let text): return Self.quoted(text)
    case .words(let text): return Self.quoted(Self.isFormula(text) ? "'\(text)" : text)
    }
  }

  /// Whether a spreadsheet might run the cell as a formula, which a page may have written: it begins with one of the signs for
  /// that, in whatever width, maybe behind what is not seen. Numbers are no words, and stay what they are.
  private static func isFormula(_ text: String) -> Bool {
    let seen = text.unicodeScalars.drop { isUnseen($0) }
    guard let first = seen.first else { return false }
    // A tab or an end of line may part what it stands in into cells of their own.
    if text.unicodeScalars.prefix(text.unicodeScalars.count - seen.count).contains(where: { $0.value < 0x20 }) {
      return true
    }
    return beginnings.contains(first)
  }

  /// The signs that formulas begin with: ASCII, minus, small and full-width ones.
  private static let beginnings: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{2212}", "\u{FE62}", "\u{FE63}", "\u{FE66}", "\u{FE6B}", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}",
    "\u{FF20}",
  ]

  /// Whether nothing is seen of a scalar: blanks, controls, and what only joins, parts or turns what stands around it.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { return true }
    return [.control, .format, .nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
  }

  /// In quotes, those inside doubled, where a comma, a quote or a line's end needs it (RFC 4180, section 2).
  private static func quoted(_ text: String) -> String {
    let needsQuotes =
      text.hasPrefix(" ") || text.hasSuffix(" ")
      || text.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
