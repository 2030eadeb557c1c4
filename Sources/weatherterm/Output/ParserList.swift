import Parsers
import Scraping
import Weather

/// What `weatherterm parsers` prints: made from the facts that the parsers state.
enum ParserList {
  /// All parsers, one a line.
  static func table(_ parsers: [any ForecastParser.Type] = allParsers) -> String {
    let rows = parsers.map { parser in
      [
        parser.name, parser.facts.areaForms.map { $0.meaning }.joined(separator: ", "), parser.facts.coverage,
        parser.facts.terms,
      ]
    }
    return aligned([["PARSER", "AREA", "COVERAGE", "TERMS"]] + rows)
      + "\nAll about one: weatherterm parsers NAME\n"
  }

  /// All about one parser.
  static func about(_ parser: any ForecastParser.Type) -> String {
    let facts = parser.facts
    var rows = [
      ["parser", parser.name],
      ["site", "\(facts.title), \(facts.homePage)"],
      ["hosts", facts.hosts.joined(separator: ", ")],
      ["coverage", facts.coverage],
      ["days", "\(facts.days), today included"],
    ]
    let width = facts.areaForms.map { $0.meaning.count }.max() ?? 0
    for (index, form) in facts.areaForms.enumerated() {
      rows.append([index == 0 ? "area" : "", "\(padded(form.meaning, width))  \(form.example)"])
    }
    rows += [
      ["where from", facts.areaHelp],
      ["attribution", facts.attribution],
      ["terms", facts.terms],
    ]
    if facts.needsContact {
      rows.append(["contact", "asks for http.contact in the configuration, an address of yours"])
    }
    return aligned(rows)
  }

  /// Rows of cells in columns as wide as their widest cell, two blanks between them.
  private static func aligned(_ rows: [[String]]) -> String {
    let columns = rows.map { $0.count }.max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let last = row.count - 1
      return row.enumerated().map { $0 == last ? $1 : padded($1, widths[$0]) }.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// A text with blanks behind it up to a width.
  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
