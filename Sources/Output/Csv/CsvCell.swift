import Basics
import Weather

/// A cell of a CSV record.
enum CsvCell {
  /// An unknown value.
  case empty
  /// A text that the program made.
  case plain(String)
  /// Words of a source or of the user, which may look like a formula.
  case words(String)

  /// A number, or nothing where it is unknown.
  static func number(_ number: Double?) -> CsvCell { number.map { .plain(JsonValue.decimal($0)) } ?? .empty }

  /// A field's value, a measured one in the unit of its column's header.
  init(_ value: FieldValue?, _ units: ReportUnits) {
    self =
      switch value {
      case nil: .empty
      case .measured(let measured):
        .number(units[measured.unit.quantity].map { measured.converted(to: $0).value } ?? measured.value)
      case .number(let number): .number(number)
      case .direction(let direction): .plain(direction.rawValue)
      case .words(let words): .words(words)
      case .time(let time): .time(time)
      }
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

  /// Whether a spreadsheet might run the words as a formula (CSV injection): the first visible character begins one.
  private static func isFormula(_ text: String) -> Bool {
    let seen = text.unicodeScalars.drop { isUnseen($0) }
    guard let first = seen.first else { return false }
    // A tab or a line break may split the text into several cells.
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

  /// Whether a scalar is invisible: white space, controls, format characters and combining marks.
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
