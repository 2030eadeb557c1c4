import Basics
public import Weather

/// The forms that the program has printed from the beginning: blocks of lines, in English whatever the locale.
public struct ClassicRenderer: Renderer {
  /// What the form is for.
  public static let summary = "blocks of lines, for people"

  private let options: RenderingOptions

  /// A renderer that shows the fields that are asked for.
  public init(options: RenderingOptions) { self.options = options }

  /// The report's blocks, a blank line behind each; none for a place that failed, of which standard error tells.
  public func render(_ report: Report, index: Int) -> String {
    if report.failure != nil { return "" }
    var blocks: [[String]]
    switch report.kind {
    case .today: blocks = [today(report)]
    case .fiveDays, .tenDays, .weekend: blocks = report.days.map { row($0, today: report.today) }
    case .hourly: blocks = report.hours.map(row)
    }
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

  /// The block of the weather now.
  private func today(_ report: Report) -> [String] {
    let day = report.days.first
    let phrase = report.current?.description ?? day?.description
    let date = day?.date ?? report.today
    return [
      ">> \(date.weekday.abbreviation) \(Self.month(date)) \(DecimalText.twoDigits(date.date.day))",
      "    \(DecimalText.degrees(report.current?.temperature))",
      Self.highAndLow(day, phrase: phrase),
    ] + details(Details(current: report.current, day: day)) + rest(of: day, isToday: date == report.today)
  }

  /// The block of a day.
  private func row(_ day: DayForecast, today: CalendarDay) -> [String] {
    let name = day.date == today ? "Today" : day.date.weekday.abbreviation
    return [
      ">> [\(name) \(Self.month(day.date).uppercased()) \(day.date.date.day)]",
      Self.highAndLow(day, phrase: day.description),
    ] + details(Details(day)) + rest(of: day, isToday: day.date == today)
  }

  /// The block of an hour.
  private func row(_ hour: HourForecast) -> [String] {
    let day = hour.time.day
    let date = "\(day.weekday.abbreviation) \(Self.month(day).uppercased()) \(day.date.day)"
    return [
      ">> [\(date) \(DecimalText.clock(hour.time))]",
      "    \(DecimalText.degrees(hour.temperature)) (\(hour.description ?? DecimalText.unknown))",
    ] + details(Details(hour))
  }

  /// The line of high, low and words.
  private static func highAndLow(_ day: DayForecast?, phrase: String?) -> String {
    let (high, low) = (DecimalText.degrees(day?.high), DecimalText.degrees(day?.low))
    return "    High \(high) / Low \(low) (\(phrase ?? DecimalText.unknown))"
  }

  /// A line that says which part of the day is known; none for a whole day.
  private func rest(of day: DayForecast?, isToday: Bool) -> [String] {
    RowSpan.rest(from: day?.from, isToday: isToday) { DecimalText.clock($0) }.map { rest in
      ["    \(rest.prefix(1).uppercased())\(rest.dropFirst())"]
    } ?? []
  }

  /// The month's first three letters.
  private static func month(_ day: CalendarDay) -> String { Month.abbreviations[day.date.month - 1] }

  /// The lines of the fields that are asked for.
  private func details(_ details: Details) -> [String] { details.lines(showing: options.fields).map { "    \($0)" } }
}
