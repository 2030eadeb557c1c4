import Basics
public import Weather

/// The forms that the program has printed from the beginning: blocks of lines, in English whatever the locale.
public struct ClassicRenderer: Renderer {
  /// What the form is for.
  public static let summary = "blocks of lines, for people"

  private let options: RenderingOptions
  private let text = ValueText.classic

  /// A renderer that shows the fields that are asked for.
  public init(options: RenderingOptions) { self.options = options }

  /// The report's blocks, a blank line behind each; none for a place that failed, of which standard error tells.
  public func render(_ report: Report, index: Int) -> String {
    if report.failure != nil { return "" }
    var blocks = report.showsNow ? [block(.now(report), report)] : ReportRow.rows(of: report).map { block($0, report) }
    if let mark = report.source.staleMark { blocks = blocks.map { ["\($0[0]) \(mark)"] + $0.dropFirst() } }
    if let heading = heading(report) {
      blocks = blocks.isEmpty ? [[heading]] : [[heading] + blocks[0]] + blocks.dropFirst()
    }
    return blocks.map { $0.joined(separator: "\n") + "\n\n" }.joined()
  }

  /// The line that says whose weather it is: of several reports, and of one whose place or source the user cannot be sure of,
  /// since a name was taken for a town's or one of several sources answered; then it says the unit, too.
  private func heading(_ report: Report) -> String? {
    guard report.town != nil || options.severalSources else {
      return options.severalReports ? "# \(report.place.name ?? report.query) (\(report.source.parser))" : nil
    }
    let unit = report.temperatureUnit.map { ", \($0)" } ?? ""
    return "# \(report.title) (\(report.source.parser)\(unit))"
  }

  /// The block of a row: the day or hour, the temperatures and words, the fields that are asked for, and which part of the day
  /// is known unless it is the whole.
  private func block(_ row: ReportRow, _ report: Report) -> [String] {
    let (weekday, month) = (row.day.weekday.abbreviation, Month.abbreviations[row.day.date.month - 1])
    let (number, isToday) = (row.day.date.day, row.day == report.today)
    let words = "(\(row.description ?? ValueText.unknown))"
    let range = "    High \(text.degrees(row.high)) / Low \(text.degrees(row.low)) \(words)"
    let head =
      if let time = row.time {
        [
          ">> [\(weekday) \(month.uppercased()) \(number) \(text.clock(time))]",
          "    \(text.degrees(row.temperature)) \(words)",
        ]
      } else if report.showsNow {
        [">> \(weekday) \(month) \(number < 10 ? "0" : "")\(number)", "    \(text.degrees(row.temperature))", range]
      } else {
        [">> [\(isToday ? "Today" : weekday) \(month.uppercased()) \(number)]", range]
      }
    let rest = RowSpan.rest(from: row.from, isToday: isToday) { text.clock($0) }
    return head + details(row) + (rest.map { ["    \($0.prefix(1).uppercased())\($0.dropFirst())"] } ?? [])
  }

  /// Which fields share a line.
  private static let lines: [[FieldGroup]] = {
    let pairs: [[FieldGroup]] = [
      [.wind, .humidity], [.feels, .uv], [.rain, .clouds], [.pressure, .dewpoint], [.visibility, .gust],
    ]
    return pairs + FieldGroup.all.filter { !pairs.joined().contains($0) }.map { [$0] }
  }()

  /// The lines of the fields that are asked for, two fields at most on each.
  private func details(_ row: ReportRow) -> [String] {
    Self.lines.compactMap { line in
      let items = line.filter { options.fields.contains($0) }.map { group in
        group == .sun && row.sunState == nil
          ? "Sunrise: \(text.clock(row.sunrise)) / Sunset: \(text.clock(row.sunset))"
          : "\(group.title): \(text.value(of: group, in: row))"
      }
      return items.isEmpty ? nil : "    " + items.joined(separator: " / ")
    }
  }
}
