import Basics
import Weather

/// Builds the parts of a line with the chosen icons, colours and locale.
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
    // The unit is shown with the first known temperature.
    let first = rows.firstIndex { $0.high != nil || $0.low != nil }
    return rows.enumerated().map { day($1, today: report.today, showsUnit: $0 == first) }
  }

  /// Current conditions: icon and temperature, high, low, precipitation.
  private func now(_ row: ReportRow, today: CalendarDay) -> [Part] {
    var parts = temperatures(row, [row.temperature, row.high, row.low])
    // Part of the first value for the rest of the day, so that this is never shown without it.
    if let from = row.from {
      parts[1] =
        Part(row.day == today ? "\(rest) " : values.phrases("from {time}", ["time": values.clock(from)]) + " ")
        + parts[1]
    }
    return parts + rain(row.precipitationChance, row.precipitation)
  }

  private var rest: String { values.phrases("rest of today") }

  /// A day, `Mon ⛅ 12°/3°C`; days other than today whose start is unknown have an asterisk.
  private func day(_ row: ReportRow, today: CalendarDay, showsUnit: Bool) -> Part {
    let weekday = values.locale.weekday(row.day) + (row.from == nil ? "" : "*")
    let head = Part("\(row.from != nil && row.day == today ? rest : weekday) ") + icon(row)
    let high = degrees(row.high, showsUnit: showsUnit && row.low == nil)
    return head + high + Part("/") + degrees(row.low, showsUnit: showsUnit)
  }

  /// Hours: the first one's weather, then the highest and lowest temperature, the highest chance and the sum of
  /// precipitation, and a sparkline of temperatures.
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

  /// The temperature after a row's icon, the highest and the lowest; the unit is shown once, with the first known one.
  private func temperatures(_ row: ReportRow?, _ temperatures: [Temperature?]) -> [Part] {
    let signs = [
      row.map(icon) ?? Part("\(ValueText.unknown) "), Part(options.isUnicode ? "↑ " : "^ "),
      Part(options.isUnicode ? "↓ " : "v "),
    ]
    let first = temperatures.firstIndex { $0 != nil }
    return zip(signs, temperatures.enumerated()).map { $0 + degrees($1.element, showsUnit: $1.offset == first) }
  }

  private func icon(_ row: ReportRow) -> Part { Part("\(icon(row.description, isNight: row.isNight)) ") }

  /// The icon for a description; the description itself if it is not recognized.
  func icon(_ words: String?, isNight: Bool) -> String {
    Icon.sign(forWords: words, isNight: isNight, in: icons) ?? words.map { options.plain(values.words($0)) }
      ?? ValueText.unknown
  }

  private func degrees(_ temperature: Temperature?, showsUnit: Bool) -> Part {
    let text = showsUnit ? values.degreesWithUnit(temperature) : values.degrees(temperature)
    return Part(text, styled: style.temperature(text, temperature))
  }

  /// The chance of precipitation, and the amount as a separate part that can be dropped first.
  private func rain(_ chance: Percentage?, _ amount: Precipitation?) -> [Part] {
    let sign =
      switch icons {
      case .emoji: "💧"
      case .nerd: "\u{E371}"
      case .unicode: "☂"
      case .ascii: values.name(.rain) + " "
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

/// Numbers as a row of bars.
enum Sparkline {
  /// One bar per number, scaled between the lowest and highest; a blank for unknown; all at middle height if they are
  /// equal.
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
