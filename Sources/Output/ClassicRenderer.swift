import Basics
import Weather

/// The original output format: blocks of lines, in English whatever the locale.
struct ClassicRenderer: Renderer {
  static let summary = "blocks of lines, for people"

  private let options: RenderingOptions
  private let text = ValueText.classic

  init(options: RenderingOptions) { self.options = options }

  /// The report's blocks, each followed by a blank line; empty for a place that failed, which is reported on standard
  /// error.
  func render(_ report: Report, index: Int) -> String {
    if report.failure != nil { return "" }
    let rows = report.showsNow ? [.now(report)] : ReportRow.rows(of: report)
    let blocks = rows.map { row in
      let lines =
        head(row, report) + details(row) + [row.rest(report.today, text).map { "    \($0.capitalizedAtFirst)" }]
      return lines.compactMap { $0 }.joined(separator: "\n") + "\n\n"
    }
    return (heading(report).map { $0 + (blocks.isEmpty ? "\n\n" : "\n") } ?? "") + blocks.joined()
  }

  /// The line with the place: for each of several reports, and, together with the unit, for a report whose place was
  /// found in the gazetteer or that may come from one of several sources.
  private func heading(_ report: Report) -> String? {
    guard report.town != nil || options.severalSources else {
      return options.severalReports ? "# \(report.place.name ?? report.query) (\(report.source.parser))" : nil
    }
    let unit = report.temperatureUnit.map { ", \($0)" } ?? ""
    return "# \(report.title) (\(report.source.parser)\(unit))"
  }

  /// The day or hour, temperatures and description.
  private func head(_ row: ReportRow, _ report: Report) -> [String?] {
    let (weekday, month) = (row.day.weekday.abbreviation, Month.abbreviations[row.day.date.month - 1])
    let (number, mark) = (row.day.date.day, report.staleMark)
    let words = "(\(row.description ?? ValueText.unknown))"
    let range = "    High \(text.degrees(row.high)) / Low \(text.degrees(row.low)) \(words)"
    if let time = row.time {
      let head = ">> [\(weekday) \(month.uppercased()) \(number) \(text.clock(time))]\(mark)"
      return [head, "    \(text.degrees(row.temperature)) \(words)"]
    }
    if report.showsNow {
      return [
        ">> \(weekday) \(month) \(number < 10 ? "0" : "")\(number)\(mark)", "    \(text.degrees(row.temperature))",
        range,
      ]
    }
    return [">> [\(row.day == report.today ? "Today" : weekday) \(month.uppercased()) \(number)]\(mark)", range]
  }

  /// The fields that share a line.
  private static let lines: [[FieldGroup]] = {
    let pairs: [[FieldGroup]] = [
      [.wind, .humidity], [.feels, .uv], [.rain, .clouds], [.pressure, .dewpoint], [.visibility, .gust],
    ]
    return pairs + FieldGroup.all.filter { !pairs.joined().contains($0) }.map { [$0] }
  }()

  /// The lines of the chosen fields, with at most two fields each.
  private func details(_ row: ReportRow) -> [String?] {
    Self.lines.map { line in
      let items = line.filter { options.fields.contains($0) }.map { group in
        group == .sun && row.sunState == nil
          ? "Sunrise: \(text.clock(row.sunrise)) / Sunset: \(text.clock(row.sunset))"
          : "\(group.title): \(text.value(of: group, in: row))"
      }
      return items.isEmpty ? nil : "    " + items.joined(separator: " / ")
    }
  }
}
