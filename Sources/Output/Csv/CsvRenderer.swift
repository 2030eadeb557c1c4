import Basics
import Weather

/// Comma-separated values (RFC 4180): a header with units, then one line per day or hour.
///
/// Unknown values are empty. Several reports share one table, in the units named in the header, which are the first
/// report's. A place that failed has no rows.
struct CsvRenderer: Renderer {
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
    var records = [header]
    for report in reports where report.failure == nil {
      let source = report.source
      records += ReportRow.mergedRows(of: report).map { row in
        let time = isHourly ? row.time?.description : row.day.description
        let span = isHourly ? CsvCell.number(row.hours.map(Double.init)) : row.from?.description ?? ""
        return [CsvCell.words(source.parser), CsvCell.words(report.place.name ?? report.query), time ?? ""]
          + fields.map { CsvCell.value(row.values[$0], units) } + [span, "\(source.age)", "\(source.stale)"]
      }
    }
    // RFC 4180 requires CR LF.
    return records.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  /// The header of a field's column: its key, with the unit if a report has a value of that quantity.
  private static func title(_ field: Field, _ units: ReportUnits) -> String {
    let unit = field.kind == .share ? "%" : field.quantity.flatMap { units[$0]?.rawValue }
    return field.key + (unit.map { " (\($0))" } ?? "")
  }
}
