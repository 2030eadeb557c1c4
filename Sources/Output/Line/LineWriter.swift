import Basics
import Weather

/// Writes the parts of lines, with the signs, colours and locale that are asked for.
struct LineWriter {
  typealias Part = LineText.Part

  private let options: RenderingOptions
  private let values: ValueText
  private let style: ANSIStyle
  private let icons: IconSet

  init(_ options: RenderingOptions) {
    (self.options, values, style) = (options, options.values, ANSIStyle(isColored: options.isColored))
    icons = options.isUnicode ? options.icons : .ascii
  }

  func parts(of report: Report) -> [Part] {
    let daylight = Daylight(report)
    if report.showsNow { return now(.now(report, daylight), today: report.today) }
    let rows = ReportRow.rows(of: report, daylight)
    if report.showsHours { return hours(rows) }
    // The unit stands with the first temperature that is known.
    let first = rows.firstIndex { $0.high != nil || $0.low != nil }
    return rows.enumerated().map { day($1, today: report.today, showsUnit: $0 == first) }
  }

  /// The weather now: sign and temperature, high, low, rain.
  private func now(_ row: ReportRow, today: CalendarDay) -> [Part] {
    var parts = temperatures(row, [row.temperature, row.high, row.low])
    // Before the values that are the rest's, so that it is never cut off without them.
    if let from = row.from {
      parts[1] = Part(row.day == today ? "\(Self.rest) " : "from \(values.clock(from)) ") + parts[1]
    }
    return parts + rain(row.precipitationChance, row.precipitation)
  }

  private static let rest = "rest of today"

  /// A day, `Mon ⛅ 12°/3°C`; one that is not today has an asterisk where its beginning is not known.
  private func day(_ row: ReportRow, today: CalendarDay, showsUnit: Bool) -> Part {
    let weekday = values.locale.weekday(row.day) + (row.from == nil ? "" : "*")
    let head = Part("\(row.from != nil && row.day == today ? Self.rest : weekday) ") + icon(row)
    let high = degrees(row.high, showsUnit: showsUnit && row.low == nil)
    return head + high + Part("/") + degrees(row.low, showsUnit: showsUnit)
  }

  /// Hours: the first one's weather, then the highest, lowest and wettest of all, and their course.
  private func hours(_ rows: [ReportRow]) -> [Part] {
    let known = rows.compactMap { $0.temperature }
    let extremes = [
      rows.first?.temperature, known.max { $0.value < $1.value }, known.min { $0.value < $1.value },
    ]
    let chance = rows.compactMap { $0.precipitationChance }.max()
    let amount = Precipitation.sum(of: rows.map { $0.precipitation })
    let course = Sparkline.text(rows.map { $0.temperature?.value }, isUnicode: options.isUnicode)
    return temperatures(rows.first, extremes) + rain(chance, amount) + [Part(course)]
  }

  /// The temperature behind a row's sign, the highest and the lowest, the unit with the first that is known: once is enough for
  /// a line.
  private func temperatures(_ row: ReportRow?, _ temperatures: [Temperature?]) -> [Part] {
    let signs = [
      row.map(icon) ?? Part("\(ValueText.unknown) "), Part(options.isUnicode ? "↑ " : "^ "),
      Part(options.isUnicode ? "↓ " : "v "),
    ]
    let first = temperatures.firstIndex { $0 != nil }
    return zip(signs, temperatures.enumerated()).map { $0 + degrees($1.element, showsUnit: $1.offset == first) }
  }

  private func icon(_ row: ReportRow) -> Part { Part("\(icon(row.description, isNight: row.isNight)) ") }

  /// The sign for a source's words; the words themselves where they say nothing that is known.
  func icon(_ words: String?, isNight: Bool) -> String {
    Icon.sign(forWords: words, isNight: isNight, in: icons) ?? words.map { options.plain($0) } ?? ValueText.unknown
  }

  private func degrees(_ temperature: Temperature?, showsUnit: Bool) -> Part {
    let text = showsUnit ? values.degreesWithUnit(temperature) : values.degrees(temperature)
    return Part(text, styled: style.temperature(text, temperature))
  }

  /// The chance of rain and, in a part of its own that goes first where it is narrow, how much falls.
  private func rain(_ chance: Percentage?, _ amount: Precipitation?) -> [Part] {
    let sign =
      switch icons {
      case .emoji: "💧"
      case .nerd: "\u{E371}"
      case .unicode: "☂"
      case .ascii: "rain "
      }
    let texts = [
      chance.map { values.percent($0) },
      chance == nil || amount.map { $0.value > 0 } == true ? values.measured(amount) : nil,
    ]
    return texts.compactMap { $0 }.enumerated().map { index, text in
      let text = (index == 0 ? sign : "") + text
      return Part(text, styled: style.rain(text, chance: chance, amount: amount))
    }
  }
}

/// A row of numbers as a row of bars.
enum Sparkline {
  /// A bar for each number, from the lowest to the highest, a blank for what is unknown; all of middle height where they
  /// are the same.
  static func text(_ values: [Double?], isUnicode: Bool) -> String {
    let bars = Array(isUnicode ? "▁▂▃▄▅▆▇█" : "_.-~=*%#")
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return "" }
    return String(
      values.map { value -> Character in
        guard let value else { return " " }
        return high > low ? bars[Int(((value - low) / (high - low) * 7).rounded())] : bars[3]
      })
  }
}
