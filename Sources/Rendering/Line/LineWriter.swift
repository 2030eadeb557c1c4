internal import Display
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
    guard let name = report.place.name, let short = name.split(separator: ",").first else { return plain(report.query) }
    return plain(String(short))
  }

  /// The weather now: sign and temperature, high, low, rain.
  func now(_ report: Report) -> [LineText.Part] {
    let day = report.days.first
    let now = report.current
    let icon = icon(now?.description ?? day?.description, isNight: LineWriter.isNight(report))
    return [
      joined(icon, degrees(now?.temperature)), joined(sign(.up), degrees(day?.high)),
      joined(sign(.down), degrees(day?.low)), rain(day?.precipitationChance, day?.precipitation),
    ]
  }

  /// A day: `Mon ⛅ 12°/3°`.
  func day(_ day: DayForecast) -> LineText.Part {
    // Where the day is over, a source gives the low and the words of its night.
    let sign = icon(day.description, isNight: day.high == nil && day.low != nil).plain
    let head = "\(values.locale.weekday(day.date)) \(sign) "
    let (high, low) = (degrees(day.high), degrees(day.low))
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
    return [
      joined(icon(hours.first?.description, isNight: Self.isNight(report)), degrees(hours.first?.temperature)),
      joined(sign(.up), degrees(temperatures.max { $0.value < $1.value })),
      joined(sign(.down), degrees(temperatures.min { $0.value < $1.value })),
      rain(chance, amount), LineText.Part(plain: course, inked: course),
    ]
  }

  /// The sign for a source's words; the words themselves where they say nothing that is known.
  func icon(_ words: String?, isNight: Bool) -> LineText.Part {
    let sign = Icon.sign(forWords: words, isNight: isNight, in: icons) ?? words.map(plain) ?? ValueText.unknown
    return LineText.Part(plain: sign, inked: sign)
  }

  /// Whether it is night at the place when the weather was observed, or in the first of the hours; not where neither the
  /// sun's times nor the place are known.
  static func isNight(_ report: Report) -> Bool {
    let time = report.current?.observed ?? report.hours.first?.time ?? report.source.fetched
    guard let day = report.days.first(where: { $0.date == time.day }), let rise = day.sunrise, let set = day.sunset
    else {
      return Daylight.isNight(at: time, latitude: report.place.latitude, longitude: report.place.longitude) ?? false
    }
    return time < rise || time >= set
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

  private func degrees(_ temperature: Temperature?) -> LineText.Part {
    let text = values.degrees(temperature)
    return LineText.Part(plain: text, inked: ink.temperature(text, temperature))
  }

  /// The chance of rain; the amount from a source that gives no chance.
  private func rain(_ chance: Percentage?, _ amount: Precipitation?) -> LineText.Part {
    let text = chance == nil && amount != nil ? values.measured(amount) : values.percent(chance)
    let plain = sign(.rain).plain + text
    return LineText.Part(plain: plain, inked: ink.rain(plain, chance: chance, amount: amount))
  }

  /// Two parts as one.
  private func joined(_ a: LineText.Part, _ b: LineText.Part) -> LineText.Part {
    LineText.Part(plain: "\(a.plain) \(b.plain)", inked: "\(a.inked) \(b.inked)")
  }

  /// A source's words, in ASCII where nothing else can be shown.
  private func plain(_ text: String) -> String { isUnicode ? text : AsciiText.of(text) }
}
