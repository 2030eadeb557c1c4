import Basics
import Weather

/// What is written in and about a meteogram: English, with dates and numbers of the locale.
struct MeteogramText {
  /// The numbers, times and dates.
  let values: ValueText

  /// The texts of the user's locales.
  init(options: RenderingOptions) {
    values = ValueText(locale: LocaleText(time: options.timeLocale, number: options.numberLocale))
  }

  /// A place by its name, else as it was asked for.
  func name(_ report: Report) -> String { report.title }

  /// Who said it and when it was asked: `The Weather Channel, Saturday, November 14, 07:32`.
  func source(_ report: Report) -> String {
    let fetched = report.source.fetched
    var text = "\(report.source.name), \(fullDate(fetched.day)), \(values.locale.clock(fetched))"
    if let mark = report.source.staleMark { text += " \(mark)" }
    return text
  }

  /// `Saturday, November 14`.
  func fullDate(_ day: CalendarDay) -> String { values.locale.fullDate(day) }

  /// `Temperature, °C`; without the unit where no value has one.
  func caption(_ name: String, unit: String?) -> String { unit.map { "\(name), \($0)" } ?? name }

  /// All about a column, for a pointer that rests on it.
  func details(_ column: MeteogramColumn) -> String {
    var parts = [rest(column)].compactMap { $0 }
    if column.time == nil {
      parts.append("high \(values.degrees(column.high, decimals: 1)), low \(values.degrees(column.low, decimals: 1))")
    } else {
      parts.append(values.degrees(column.high, decimals: 1))
    }
    parts.append(column.words ?? "conditions unknown")
    let chance = column.precipitationChance.map { "\(values.percent($0)) chance" }
    let amount = column.precipitation.map { values.measured($0) }
    let rain = [chance, amount].compactMap { $0 }
    parts.append("precipitation \(rain.isEmpty ? "unknown" : rain.joined(separator: ", "))")
    parts.append(column.wind == Wind() ? "wind unknown" : "wind \(values.wind(column.wind))")
    if let gust = column.wind.gust { parts.append("gusts \(values.measured(gust))") }
    let clock = column.time.map { " " + span($0, length: column.length) } ?? ""
    return "\(values.locale.weekday(column.day)), \(values.locale.date(column.day))\(clock): "
      + parts.joined(separator: "; ")
  }

  /// `rest of today, from 21:00` for a day of which only the rest is known.
  func rest(_ column: MeteogramColumn) -> String? {
    RowSpan.rest(from: column.from, isToday: column.isToday) { values.locale.clock($0) }
  }

  /// `14:00`, or `14:00–20:00` for a step of several hours.
  private func span(_ time: LocalTime, length: Int) -> String {
    guard length > 3600 else { return values.locale.clock(time) }
    let end = LocalTime(secondsSince1970: time.secondsSince1970 + length, offset: time.offset)
    return "\(values.locale.clock(time))–\(values.locale.clock(end))"
  }

  /// The drawing in words, for those who do not see it.
  func summary(_ series: MeteogramSeries) -> String {
    guard let first = series.columns.first, let last = series.columns.last else {
      return "There is nothing to draw: the source gives no values."
    }
    let noun = series.isHourly ? "hour" : "day"
    var sentences: [String] = []
    if series.columns.count == 1 {
      sentences.append("One \(noun), \(moment(first))")
    } else {
      sentences.append("\(series.columns.count) \(noun)s, from \(moment(first)) to \(moment(last))")
    }
    if let rest = series.columns.lazy.compactMap(rest).first { sentences.append(rest.capitalizedAtFirst) }
    let temperatures = series.columns.flatMap { [$0.high, $0.low] }.compactMap { $0 }
    if let lowest = temperatures.min(by: { $0.value < $1.value }),
      let highest = temperatures.max(by: { $0.value < $1.value })
    {
      let (low, high) = (values.degrees(lowest), values.degrees(highest))
      sentences.append("Temperatures from \(low) to \(high)\(highest.unit.rawValue)")
    }
    if let wettest = series.columns.filter({ ($0.precipitation?.value ?? 0) > 0 })
      .max(by: { ($0.precipitation?.value ?? 0) < ($1.precipitation?.value ?? 0) })
    {
      sentences.append("Most precipitation: \(values.measured(wettest.precipitation)) on \(moment(wettest))")
    } else if let likeliest = series.columns.filter({ ($0.precipitationChance ?? 0) > 0 })
      .max(by: { ($0.precipitationChance ?? 0) < ($1.precipitationChance ?? 0) })
    {
      sentences.append(
        "Precipitation is likeliest on \(moment(likeliest)): \(values.percent(likeliest.precipitationChance))")
    }
    if let windiest = series.columns.filter({ $0.wind.speed != nil })
      .max(by: { ($0.wind.speed?.value ?? 0) < ($1.wind.speed?.value ?? 0) })
    {
      sentences.append("Strongest wind: \(values.wind(windiest.wind)) on \(moment(windiest))")
    }
    return sentences.joined(separator: ". ") + "."
  }

  /// The day of a column, with the time of an hour.
  private func moment(_ column: MeteogramColumn) -> String {
    fullDate(column.day) + (column.time.map { ", \(values.locale.clock($0))" } ?? "")
  }
}
