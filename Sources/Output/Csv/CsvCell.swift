import Basics
import Weather

/// The cells of a CSV record; what is unknown is empty.
enum CsvCell {
  /// A field's value, a measured one in the unit of its column's header.
  static func value(_ value: FieldValue?, _ units: ReportUnits) -> String {
    switch value {
    case nil: ""
    case .measured(let measured):
      number(units[measured.unit.quantity].map { measured.converted(to: $0).value } ?? measured.value)
    case .number(let value): number(value)
    case .direction(let direction): direction.rawValue
    case .words(let text): words(text)
    case .time(let time): time.description
    }
  }

  static func number(_ number: Double?) -> String { number.map { JsonValue.decimal($0) } ?? "" }

  /// Words of a source or of the user; in quotes, those inside doubled, where a comma, a quote or a line's end needs it (RFC
  /// 4180, section 2), and behind an apostrophe where they look like a formula.
  static func words(_ text: String) -> String {
    let text = isFormula(text) ? "'\(text)" : text
    let needsQuotes =
      text.hasPrefix(" ") || text.hasSuffix(" ")
      || text.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
    return needsQuotes ? "\"\(text.replacing(["\"": "\"\""]))\"" : text
  }

  /// Whether a spreadsheet might run the words as a formula (CSV injection): the first visible character begins one.
  private static func isFormula(_ text: String) -> Bool {
    let unseen = text.unicodeScalars.prefix { isUnseen($0) }
    guard let first = text.unicodeScalars.dropFirst(unseen.count).first else { return false }
    // A tab or a line break may split the text into several cells.
    return beginnings.contains(first) || unseen.contains { $0.value < 0x20 }
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
}
