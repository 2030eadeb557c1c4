import Basics
import Weather

/// A heading, a table (GitHub Flavored Markdown) and who said it, to be pasted into a document.
struct MarkdownRenderer: Renderer {
  /// What the form is for.
  static let summary = "a Markdown table, for documents"

  /// A place that failed has its heading, and why below it.
  static let showsFailures = true

  private let options: RenderingOptions

  init(options: RenderingOptions) { self.options = options }

  func render(_ report: Report, index: Int) -> String {
    let heading = (index == 0 ? "" : "\n") + "## \(MarkdownText.escaped(report.title))\n\n"
    if let failure = report.failure { return heading + "No forecast: \(MarkdownText.escaped(failure.message))\n" }
    let columns = MarkdownColumn.columns(of: report, showing: options.fields)
    let rows = ReportRow.rows(of: report).map { row in columns.map { $0.cell(row) } }
    let lines = [Self.line(columns.map { $0.title }), Self.line(columns.map { $0.isNumber ? "---:" : "---" })]
    return heading + (lines + rows.map(Self.line) + ["", Self.source(report), ""]).joined(separator: "\n")
  }

  /// Cells between bars.
  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  /// Who said it, with the address as a link where it is one.
  private static func source(_ report: Report) -> String {
    let source = report.source
    let name = MarkdownText.escaped(source.name)
    let address = MarkdownText.address(source.url)
    let fetched =
      "\(source.fetched.day) \(DecimalText.clock(source.fetched))" + (source.staleMark.map { " \($0)" } ?? "")
    return "Source: \(address.map { "[\(name)](<\($0)>)" } ?? name), \(fetched)"
      + (source.attribution.isEmpty ? "" : ". " + MarkdownText.escaped(source.attribution))
  }
}
