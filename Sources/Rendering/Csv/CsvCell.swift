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
  static func measured<Unit>(_ value: Measured<Unit>?, in unit: Unit?) -> CsvCell {
    number(value.map { value in unit.map { value.converted(to: $0).value } ?? value.value })
  }

  /// A moment, or nothing where it is unknown.
  static func time(_ time: LocalTime?) -> CsvCell { time.map { .plain($0.description) } ?? .empty }

  /// The cell as it is written.
  var text: String {
    switch self {
    case .empty: return ""
    case .plain(let text): return Self.quoted(text)
    case .words(let text):
      // A spreadsheet runs a cell that begins like this as a formula, and a page may have written it.
      let isFormula = text.utf8.first.map { Array("=+-@".utf8).contains($0) } ?? false
      return Self.quoted(isFormula ? "'\(text)" : text)
    }
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
