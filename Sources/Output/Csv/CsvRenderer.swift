import Basics
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
    guard let first = reports.first else { return "" }
    let units = reports.dropFirst().reduce(first.units) { $1.units.overridden(by: $0) }
    let fields = first.mainFields + options.fields.flatMap { $0.fields }
    let isHourly = first.showsHours
    let header =
      ["parser", "place", isHourly ? "time" : "date"] + fields.map { Self.title($0, units) }
      + [isHourly ? "hours" : "from", "age (s)", "stale"]
    var text = Self.record(header.map { CsvCell.plain($0) })
    for report in reports where report.failure == nil {
      let source = report.source
      for row in ReportRow.mergedRows(of: report) {
        let place: [CsvCell] = [.words(source.parser), .words(report.place.name ?? report.query)]
        let time = [isHourly ? CsvCell.time(row.time) : .plain(row.day.description)]
        let span: CsvCell = isHourly ? .number(row.hours.map(Double.init)) : .time(row.from)
        let age: [CsvCell] = [.number(Double(source.age)), .plain(source.stale ? "true" : "false")]
        text += Self.record(place + time + fields.map { CsvCell(row.values[$0], units) } + [span] + age)
      }
    }
    return text
  }

  /// The header of a field's column: its key, with the unit where values have one; where no report holds a value, there is no
  /// unit to name.
  private static func title(_ field: Field, _ units: ReportUnits) -> String {
    let unit = field.kind == .share ? "%" : field.quantity.flatMap { units[$0]?.rawValue }
    return field.key + (unit.map { " (\($0))" } ?? "")
  }

  /// A line of cells, which RFC 4180 ends with CR and LF.
  private static func record(_ cells: [CsvCell]) -> String { cells.map { $0.text }.joined(separator: ",") + "\r\n" }
}
