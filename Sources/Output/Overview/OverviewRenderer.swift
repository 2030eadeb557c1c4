import Basics
import Weather

/// Now, the coming hours and the coming days on one screen.
struct OverviewRenderer: Renderer {
  static let summary = "now, 24 hours and a week on one screen"
  static let showsFailures = true

  private let options: RenderingOptions
  private let width: Int
  private let text: ValueText
  private let style: ANSIStyle

  /// Creates a renderer; without a terminal, an overview has 80 columns. Very wide ones are harder to read.
  init(options: RenderingOptions) {
    self.options = options
    width = min(options.width ?? 80, Self.widest)
    // Its sentences (``OverviewPhrases``) are in English so far: no mixture with translated values.
    var text = options.values
    text.phrases = .english
    (self.text, style) = (text, ANSIStyle(isColored: options.isColored))
  }

  private static let widest = 120

  func render(_ report: Report, index: Int) -> String {
    var lines = heading(of: report)
    if report.failure == nil {
      let phrases = OverviewPhrases(values: text)
      let daylight = Daylight(report)
      let hours = ReportRow.hours(of: report, daylight).map { $0.plain(options) }
      let days = ReportRow.days(of: report, daylight).map { $0.plain(options) }
      if report.showsNow {
        lines += OverviewNow(
          report: report, hours: hours, options: options, text: text, style: style, phrases: phrases
        ).lines(width: width)
      }
      lines += OverviewHours(rows: hours, options: options, text: text, style: style).lines(width: width)
      lines += OverviewDays(
        rows: days, report: report, options: options, text: text, style: style, phrases: phrases
      ).lines(width: width)
      for note in ReportRow.footnotes(days, report.today, text) { lines += wrapped(note) }
      lines += wrapped(source(of: report, phrases)).map { style.dim($0) }
    }
    return (index > 0 ? "\n" : "") + lines.map { DisplayWidth.trimmed($0) + "\n" }.joined()
  }

  /// The place, and the date and time there.
  private func heading(of report: Report) -> [String] {
    let stale = report.staleMark
    let time =
      report.localNow.map { time in
        "\(text.locale.weekday(time.day)) \(text.locale.date(time.day)), \(text.clock(time))"
      } ?? ""
    let room = width - DisplayWidth.of(stale)
    let name = DisplayWidth.cut(options.plain(report.title), to: max(1, room), isUnicode: options.isUnicode)
    let clock = options.plain(time)
    let gap = room - DisplayWidth.of(name) - DisplayWidth.of(clock)
    let first = style.bold(name) + style.dim(stale)
    let lines =
      gap > 1
      ? [first + String(repeating: " ", count: gap) + style.dim(clock)]
      : [first] + (clock.isEmpty ? [] : wrapped(clock).map { style.dim($0) })
    return lines + (text.noForecast(report).map { wrapped($0) } ?? [])
  }

  private func source(of report: Report, _ phrases: OverviewPhrases) -> String {
    report.source.age < 60
      ? phrases.fetchedNow(report.credit)
      : phrases.fetched(report.credit, ago: "\(Age(seconds: report.source.age))")
  }

  private func wrapped(_ line: String) -> [String] { DisplayWidth.wrapped(options.plain(line), to: width) }
}

extension Report {
  /// The time of the answer by the place's clock; nil if its zone is not known.
  fileprivate var localNow: LocalTime? {
    let offset =
      current?.observed?.offset ?? hours.first?.time.offset
      ?? days.lazy.flatMap { [$0.sunrise, $0.sunset] }.compactMap { $0?.offset }.first
    return offset.map { source.fetched.at(offset: $0) }
      ?? place.timeZone.flatMap { source.fetched.at(timeZone: $0) }
  }
}
