import Basics
import Weather

/// A meteogram in words.
extension Meteogram {
  /// All about a row, for a pointer that rests on it.
  func details(_ row: ReportRow) -> String {
    let degrees = { (value: Temperature?) in text.degrees(value, decimals: 1) }
    var parts = [rest(row)].compactMap { $0 }
    parts.append(row.time == nil ? "high \(degrees(row.high)), low \(degrees(row.low))" : degrees(row.temperature))
    parts.append(row.description ?? "conditions unknown")
    let rain = [
      row.precipitationChance.map { "\(text.percent($0)) chance" }, row.precipitation.map { text.measured($0) },
    ].compactMap { $0 }
    parts.append("precipitation \(rain.isEmpty ? "unknown" : rain.joined(separator: ", "))")
    parts.append(row.wind == Wind() ? "wind unknown" : "wind \(text.wind(row.wind))")
    if let gust = row.wind.gust { parts.append("gusts \(text.measured(gust))") }
    let clock = row.time.map { " " + span($0, length: row.length) } ?? ""
    return "\(text.locale.weekday(row.day)), \(text.locale.date(row.day))\(clock): " + parts.joined(separator: "; ")
  }

  /// `rest of today, from 21:00` for a day of which only the rest is known.
  func rest(_ row: ReportRow) -> String? {
    RowSpan.rest(from: row.from, isToday: row.day == report.today) { text.clock($0) }
  }

  /// `14:00`, or `14:00–20:00` for a step of several hours.
  private func span(_ time: LocalTime, length: Int) -> String {
    guard length > 3600 else { return text.clock(time) }
    return text.clock(time) + "–"
      + text.clock(LocalTime(secondsSince1970: time.secondsSince1970 + length, offset: time.offset))
  }

  /// The drawing in words, for those who do not see it.
  var summary: String {
    guard let first = series.columns.first, let last = series.columns.last else {
      return "There is nothing to draw: the source gives no values."
    }
    let (noun, count) = (series.isHourly ? "hour" : "day", series.columns.count)
    var sentences = [
      count == 1 ? "One \(noun), \(moment(first))" : "\(count) \(noun)s, from \(moment(first)) to \(moment(last))"
    ]
    if let rest = series.columns.lazy.compactMap({ rest($0.row) }).first {
      sentences.append(rest.prefix(1).uppercased() + rest.dropFirst())
    }
    let temperatures = series.columns.flatMap { [$0.highest, $0.low] }.compactMap { $0 }
    if let lowest = temperatures.min(by: { $0.value < $1.value }),
      let highest = temperatures.max(by: { $0.value < $1.value })
    {
      sentences.append(
        "Temperatures from \(text.degrees(lowest)) to \(text.degrees(highest))\(highest.unit.rawValue)")
    }
    if let wettest = most({ $0.precipitation?.value }), (wettest.precipitation?.value ?? 0) > 0 {
      sentences.append("Most precipitation: \(text.measured(wettest.precipitation)) on \(moment(wettest))")
    } else if let likeliest = most({ $0.precipitationChance }), let chance = likeliest.precipitationChance, chance > 0 {
      sentences.append("Precipitation is likeliest on \(moment(likeliest)): \(text.percent(chance))")
    }
    if let windiest = most({ $0.wind.speed?.value }) {
      sentences.append("Strongest wind: \(text.wind(windiest.wind)) on \(moment(windiest))")
    }
    return sentences.joined(separator: ". ") + "."
  }

  /// The column with the largest of the values that are known.
  private func most(_ value: (ReportRow) -> Double?) -> MeteogramSeries.Column? {
    series.columns.filter { value($0.row) != nil }.max { (value($0.row) ?? 0) < (value($1.row) ?? 0) }
  }

  /// The day of a column, with the time of an hour.
  private func moment(_ column: MeteogramSeries.Column) -> String {
    text.locale.fullDate(column.day) + (column.time.map { ", \(text.clock($0))" } ?? "")
  }
}
