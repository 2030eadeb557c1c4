import Basics
import Weather

/// Writes the parts of lines, with the signs, colours and locale that are asked for.
struct LineWriter {
  private let values: ValueText
  private let ink: Ink
  private let icons: IconSet
  private let isUnicode: Bool

  /// A writer that does as the options say; without Unicode its signs are letters.
  init(_ options: RenderingOptions) {
    isUnicode = options.isUnicode
    values = options.values
    ink = Ink(isColored: options.isColored)
    icons = options.isUnicode ? options.icons : .ascii
  }

  /// The place's name up to its first comma; what was asked where the source names none.
  func name(of report: Report) -> String {
    // Coordinates have a comma of their own.
    report.town == nil && report.place.name == nil ? plain(report.query) : plain(report.shortTitle)
  }

  /// The weather now: sign and temperature, high, low, rain.
  func now(_ report: Report) -> [LineText.Part] {
    let day = report.days.first
    let now = report.current
    let icon = icon(now?.description ?? day?.description, isNight: Daylight(report).isNight(report))
    let degrees = degrees([now?.temperature, day?.high, day?.low])
    var high = joined(sign(.up), degrees[1])
    // Before the values that are the rest's, so that it is never cut off without them.
    if let day, let from = day.from {
      let rest = day.date == report.today ? Self.rest : "from \(values.locale.clock(from))"
      high = joined(LineText.Part(plain: rest, inked: rest), high)
    }
    return [joined(icon, degrees[0]), high, joined(sign(.down), degrees[2])]
      + rain(day?.precipitationChance, day?.precipitation)
  }

  /// The days: `Mon ⛅ 12°/3°C`, the unit with the first temperature that is known.
  func days(_ report: Report) -> [LineText.Part] {
    let daylight = Daylight(report)
    let first = report.days.firstIndex { $0.high != nil || $0.low != nil }
    return report.days.enumerated().map {
      day($1, today: report.today, daylight, tellsUnit: $0 == first)
    }
  }

  /// What is said of today where its beginning is not known.
  private static let rest = "rest of today"

  /// A day; one that is not today has an asterisk where its beginning is not known.
  private func day(_ day: DayForecast, today: CalendarDay, _ daylight: Daylight, tellsUnit: Bool) -> LineText.Part {
    let sign = icon(day.description, isNight: daylight.isNight(on: day)).plain
    let weekday = values.locale.weekday(day.date) + (day.from == nil ? "" : "*")
    let head = "\(day.from != nil && day.date == today ? Self.rest : weekday) \(sign) "
    let high = degrees(day.high, tellsUnit: tellsUnit && day.low == nil)
    let low = degrees(day.low, tellsUnit: tellsUnit)
    return LineText.Part(
      plain: "\(head)\(high.plain)/\(low.plain)", inked: "\(head)\(high.inked)/\(low.inked)")
  }

  /// Hours: the first one's weather, then the highest, lowest and wettest of all, and their course.
  func hours(_ report: Report) -> [LineText.Part] {
    let hours = report.hours
    let temperatures = hours.compactMap { $0.temperature }
    let chance = hours.compactMap { $0.precipitationChance }.max()
    let amount = Precipitation.sum(of: hours.map { $0.precipitation })
    let course = Sparkline.text(hours.map { $0.temperature?.value }, isUnicode: isUnicode)
    let degrees = degrees([
      hours.first?.temperature, temperatures.max { $0.value < $1.value }, temperatures.min { $0.value < $1.value },
    ])
    let icon = icon(hours.first?.description, isNight: Daylight(report).isNight(report))
    return [joined(icon, degrees[0]), joined(sign(.up), degrees[1]), joined(sign(.down), degrees[2])]
      + rain(chance, amount) + [LineText.Part(plain: course, inked: course)]
  }

  /// The sign for a source's words; the words themselves where they say nothing that is known.
  func icon(_ words: String?, isNight: Bool) -> LineText.Part {
    let sign = Icon.sign(forWords: words, isNight: isNight, in: icons) ?? words.map(plain) ?? ValueText.unknown
    return LineText.Part(plain: sign, inked: sign)
  }

  /// What a sign stands for.
  private enum Sign { case up, down, rain }

  private func sign(_ sign: Sign) -> LineText.Part {
    let text =
      switch (sign, isUnicode) {
      case (.up, true): "↑"
      case (.up, false): "^"
      case (.down, true): "↓"
      case (.down, false): "v"
      case (.rain, false): "rain "
      case (.rain, true): icons == .emoji ? "💧" : icons == .nerd ? "\u{E371}" : icons == .unicode ? "☂" : "rain "
      }
    return LineText.Part(plain: text, inked: text)
  }

  /// Temperatures, the unit with the first that is known: once is enough for a line.
  private func degrees(_ temperatures: [Temperature?]) -> [LineText.Part] {
    let first = temperatures.firstIndex { $0 != nil }
    return temperatures.enumerated().map { degrees($1, tellsUnit: $0 == first) }
  }

  private func degrees(_ temperature: Temperature?, tellsUnit: Bool) -> LineText.Part {
    let text = tellsUnit ? values.degreesWithUnit(temperature) : values.degrees(temperature)
    return LineText.Part(plain: text, inked: ink.temperature(text, temperature))
  }

  /// The chance of rain and, in a part of its own that goes first where it is narrow, how much falls.
  private func rain(_ chance: Percentage?, _ amount: Precipitation?) -> [LineText.Part] {
    let isDry = amount?.value == 0 && chance != nil
    let texts =
      chance == nil
      ? [values.rain(chance: nil, amount: amount)]
      : [values.percent(chance)] + (amount == nil || isDry ? [] : [values.measured(amount)])
    return texts.enumerated().map { index, text in
      let plain = (index == 0 ? sign(.rain).plain : "") + text
      return LineText.Part(plain: plain, inked: ink.rain(plain, chance: chance, amount: amount))
    }
  }

  /// Two parts as one.
  private func joined(_ a: LineText.Part, _ b: LineText.Part) -> LineText.Part {
    LineText.Part(plain: "\(a.plain) \(b.plain)", inked: "\(a.inked) \(b.inked)")
  }

  /// A source's words, in ASCII where nothing else can be shown.
  private func plain(_ text: String) -> String { isUnicode ? text : AsciiText.of(text) }
}
