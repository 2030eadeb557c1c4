import Weather

/// Comma-separated values (RFC 4180): a header with the units, then a line a day or hour.
///
/// A cell whose value is unknown is empty, as programs that read such files expect it. Several reports are one table: all
/// values of a column stand in the unit of its header, which is the first report's. A place that failed has no row.
struct CsvRenderer: Renderer {
  /// What the form is for.
  static let summary = "a line a day or hour with a header (RFC 4180), for spreadsheets"

  private let options: RenderingOptions

  init(options: RenderingOptions) { self.options = options }

  func render(_ report: Report, index: Int) -> String { text(of: [report]) }

  func text(of reports: [Report]) -> String {
    guard let kind = reports.first?.kind else { return "" }
    let units = reports.dropFirst().reduce(reports[0].units) { $1.units.overridden(by: $0) }
    let columns = CsvColumn.columns(of: kind, showing: options.fields)
    var text = Self.record(columns.map { CsvCell.plain($0.title(units)) })
    for report in reports where report.failure == nil {
      for row in ReportRow.rows(of: report) { text += Self.record(columns.map { $0.cell(row, report, units) }) }
    }
    return text
  }

  /// A line of cells, which RFC 4180 ends with CR and LF.
  private static func record(_ cells: [CsvCell]) -> String { cells.map { $0.text }.joined(separator: ",") + "\r\n" }
}
