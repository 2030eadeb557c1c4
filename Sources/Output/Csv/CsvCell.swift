import Basics
import Weather

/// Cells of a CSV record; unknown values are empty.
enum CsvCell {
  /// A field's value; a measured one in the unit of its column.
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

  /// Text from the source or the user: quoted if it contains a comma, quotation mark or line break (RFC 4180, section
  /// 2), and prefixed with an apostrophe if it looks like a formula.
  static func words(_ text: String) -> String {
    let text = isFormula(text) ? "'\(text)" : text
    let needsQuotes =
      text.hasPrefix(" ") || text.hasSuffix(" ")
      || text.unicodeScalars.contains { [",", "\"", "\r", "\n"].contains($0) }
    return needsQuotes ? "\"\(text.replacing(["\"": "\"\""]))\"" : text
  }

  /// True if a spreadsheet might evaluate the text as a formula (CSV injection): its first visible character starts
  /// one.
  private static func isFormula(_ text: String) -> Bool {
    let unseen = text.unicodeScalars.prefix { isUnseen($0) }
    guard let first = text.unicodeScalars.dropFirst(unseen.count).first else { return false }
    // A tab or line break may split the text into several cells.
    return beginnings.contains(first) || unseen.contains { $0.value < 0x20 }
  }

  /// Characters that start a formula: ASCII, minus, small and full-width ones.
  private static let beginnings: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{2212}", "\u{FE62}", "\u{FE63}", "\u{FE66}", "\u{FE6B}", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}",
    "\u{FF20}",
  ]

  /// True for invisible scalars: white space, controls, format characters and combining marks.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { return true }
    return [.control, .format, .nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
  }
}
