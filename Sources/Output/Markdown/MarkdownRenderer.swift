import Basics
import Weather

/// A heading, a table (GitHub Flavored Markdown) and the source, for pasting into a document.
struct MarkdownRenderer: Renderer {
  static let summary = "a Markdown table, for documents"
  static let showsFailures = true

  private let options: RenderingOptions
  private let text: ValueText

  init(options: RenderingOptions) {
    self.options = options
    var text = ValueText.classic
    text.phrases = options.phrases
    // English dates are those of the documents that there are.
    if !text.phrases.isEnglish { text.locale = LocaleText(time: options.timeLocale) }
    self.text = text
  }

  func render(_ report: Report, index: Int) -> String {
    let heading = (index == 0 ? "" : "\n") + "## \(MarkdownText.escaped(report.title))\n\n"
    if let reason = text.noForecast(report) { return heading + "\(MarkdownText.escaped(reason))\n" }
    let fields = report.mainFields
    let columns: [(title: String, isNumber: Bool)] =
      [(text.phrases(report.showsHours ? "Time" : "Day"), false)]
      + fields.map { (title(of: $0, report), $0.kind != .words) }
      + options.fields.map { (text.title($0), $0 != .wind && $0 != .sun) }
    let rows = ReportRow.mergedRows(of: report).map { row in
      [label(row, report)] + fields.map { value(of: $0, in: row) } + options.fields.map { value(of: $0, in: row) }
    }
    let lines = [columns.map { $0.title }, columns.map { $0.isNumber ? "---:" : "---" }] + rows
    return heading + lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined() + "\n\(source(report))\n"
  }

  private func title(of field: Field, _ report: Report) -> String {
    switch field {
    case .temperature where report.showsNow: text.phrases("Now")
    case .description: text.phrases("Weather")
    default: text.title(field)
    }
  }

  /// The day, with the part that is known, or the hour.
  private func label(_ row: ReportRow, _ report: Report) -> String {
    let day = "\(text.locale.weekday(row.day)) \(row.day)"
    return row.time == nil ? day + row.restMark(report.today, text) : "\(day) \(row.span(text))"
  }

  /// A field's value; temperatures with unit, because readers of the document do not know which one was chosen.
  private func value(of field: Field, in row: ReportRow) -> String {
    if field.quantity == .temperature {
      return row.values[field]?.measured.map { "\(text.number($0.value)) °\($0.unit.rawValue)" } ?? ValueText.unknown
    }
    return text.value(of: field, in: row).map { field.kind == .words ? MarkdownText.escaped($0) : $0 }
      ?? ValueText.unknown
  }

  private func value(of group: FieldGroup, in row: ReportRow) -> String {
    switch group {
    case .wind, .rain, .sun: text.value(of: group, in: row)
    default: group.fields.map { value(of: $0, in: row) }.joined(separator: " / ")
    }
  }

  /// The source, with its address as a link if it is http or https.
  private func source(_ report: Report) -> String {
    let source = report.source
    let name = MarkdownText.escaped(source.name)
    let address = MarkdownText.address(source.url)
    let fetched = "\(source.fetched.day) \(text.clock(source.fetched))\(text.staleMark(report))"
    let link = address.map { "[\(name)](<\($0)>)" } ?? name
    return text.phrases("Source: {source}, {time}", ["source": link, "time": fetched])
      + (source.attribution.isEmpty ? "" : ". " + MarkdownText.escaped(source.attribution))
  }
}
