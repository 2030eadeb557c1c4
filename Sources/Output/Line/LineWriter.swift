import Basics
import Weather

/// Writes the parts of lines, with the signs, colours and locale that are asked for.
struct LineWriter {
  typealias Part = LineText.Part

  private let values: ValueText
  private let style: ANSIStyle
  private let icons: IconSet
  private let isUnicode: Bool

  /// A writer that does as the options say; without Unicode its signs are letters.
  init(_ options: RenderingOptions) {
    isUnicode = options.isUnicode
    values = options.values
    style = ANSIStyle(isColored: options.isColored)
    icons = options.isUnicode ? options.icons : .ascii
  }

  /// The place's name up to its first comma; what was asked where the source names none.
  func name(of report: Report) -> String {
    // Coordinates have a comma of their own.
    report.town == nil && report.place.name == nil ? plain(report.query) : plain(report.shortTitle)
  }

  /// The weather now: sign and temperature, high, low, rain.
  func now(_ report: Report) -> [Part] {
    let row = ReportRow.now(report, Daylight(report))
    let degrees = degrees([row.temperature, row.high, row.low])
    var high = sign(.up) + degrees[1]
    // Before the values that are the rest's, so that it is never cut off without them.
    if let from = row.from {
      high = Part(row.day == report.today ? "\(Self.rest) " : "from \(values.locale.clock(from)) ") + high
    }
    return [icon(row) + degrees[0], high, sign(.down) + degrees[2]] + rain(row.precipitationChance, row.precipitation)
  }

  /// The days: `Mon ⛅ 12°/3°C`, the unit with the first temperature that is known.
  func days(_ report: Report) -> [Part] {
    let rows = ReportRow.rows(of: report, Daylight(report))
    let first = rows.firstIndex { $0.high != nil || $0.low != nil }
    return rows.enumerated().map { day($1, today: report.today, tellsUnit: $0 == first) }
  }

  /// What is said of today where its beginning is not known.
  private static let rest = "rest of today"

  /// A day; one that is not today has an asterisk where its beginning is not known.
  private func day(_ row: ReportRow, today: CalendarDay, tellsUnit: Bool) -> Part {
    let weekday = values.locale.weekday(row.day) + (row.from == nil ? "" : "*")
    let head = Part("\(row.from != nil && row.day == today ? Self.rest : weekday) ") + icon(row)
    let high = degrees(row.high, tellsUnit: tellsUnit && row.low == nil)
    return head + high + Part("/") + degrees(row.low, tellsUnit: tellsUnit)
  }

  /// Hours: the first one's weather, then the highest, lowest and wettest of all, and their course.
  func hours(_ report: Report) -> [Part] {
    let rows = ReportRow.rows(of: report, Daylight(report))
    let temperatures = rows.compactMap { $0.temperature }
    let chance = rows.compactMap { $0.precipitationChance }.max()
    let amount = Precipitation.sum(of: rows.map { $0.precipitation })
    let course = Sparkline.text(rows.map { $0.temperature?.value }, isUnicode: isUnicode)
    let degrees = degrees([
      rows.first?.temperature, temperatures.max { $0.value < $1.value }, temperatures.min { $0.value < $1.value },
    ])
    let icon = rows.first.map(icon) ?? Part("\(ValueText.unknown) ")
    return [icon + degrees[0], sign(.up) + degrees[1], sign(.down) + degrees[2]] + rain(chance, amount) + [Part(course)]
  }

  /// The sign for a row's words, a blank behind it.
  private func icon(_ row: ReportRow) -> Part { Part("\(icon(row.description, isNight: row.isNight)) ") }

  /// The sign for a source's words; the words themselves where they say nothing that is known.
  func icon(_ words: String?, isNight: Bool) -> String {
    Icon.sign(forWords: words, isNight: isNight, in: icons) ?? words.map(plain) ?? ValueText.unknown
  }

  /// What a sign stands for.
  private enum Sign { case up, down, rain }

  /// A sign with what parts it from its value.
  private func sign(_ sign: Sign) -> Part {
    switch (sign, isUnicode) {
    case (.up, true): Part("↑ ")
    case (.up, false): Part("^ ")
    case (.down, true): Part("↓ ")
    case (.down, false): Part("v ")
    case (.rain, false): Part("rain ")
    case (.rain, true): Part(icons == .emoji ? "💧" : icons == .nerd ? "\u{E371}" : icons == .unicode ? "☂" : "rain ")
    }
  }

  /// Temperatures, the unit with the first that is known: once is enough for a line.
  private func degrees(_ temperatures: [Temperature?]) -> [Part] {
    let first = temperatures.firstIndex { $0 != nil }
    return temperatures.enumerated().map { degrees($1, tellsUnit: $0 == first) }
  }

  private func degrees(_ temperature: Temperature?, tellsUnit: Bool) -> Part {
    let text = tellsUnit ? values.degreesWithUnit(temperature) : values.degrees(temperature)
    return Part(text, styled: style.temperature(text, temperature))
  }

  /// The chance of rain and, in a part of its own that goes first where it is narrow, how much falls.
  private func rain(_ chance: Percentage?, _ amount: Precipitation?) -> [Part] {
    let isDry = amount?.value == 0 && chance != nil
    let texts =
      chance == nil
      ? [values.rain(chance: nil, amount: amount)]
      : [values.percent(chance)] + (amount == nil || isDry ? [] : [values.measured(amount)])
    return texts.enumerated().map { index, text in
      let text = (index == 0 ? sign(.rain).plain : "") + text
      return Part(text, styled: style.rain(text, chance: chance, amount: amount))
    }
  }

  /// A source's words, in ASCII where nothing else can be shown.
  private func plain(_ text: String) -> String { isUnicode ? text : AsciiText.of(text) }
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
        guard high > low else { return bars[3] }
        return bars[Int(((value - low) / (high - low) * 7).rounded())]
      })
  }
}
