import Basics
import Weather

/// The text alternatives of a meteogram.
extension Meteogram {
  /// A row's details, for a tooltip.
  func details(_ row: ReportRow) -> String {
    let degrees = { (value: Temperature?) in text.degrees(value, decimals: 1) }
    let rain = [
      row.precipitationChance.map { "\(text.percent($0)) chance" }, row.precipitation.map { text.measured($0) },
    ].compactMap { $0 }
    let parts = [
      row.rest(report.today, text),
      row.time == nil ? "high \(degrees(row.high)), low \(degrees(row.low))" : degrees(row.temperature),
      row.description ?? "conditions unknown",
      "precipitation \(rain.isEmpty ? "unknown" : rain.joined(separator: ", "))",
      "wind \(row.wind == Wind() ? "unknown" : text.wind(row.wind))",
      row.wind.gust.map { "gusts \(text.measured($0))" },
    ].compactMap { $0 }
    // The end of a longer step, whether the source states it or not.
    let end = row.length > 3600 ? row.time.map { "–\(text.clock($0 + row.length))" } : nil
    let clock = row.time.map { " \(text.clock($0))\(end ?? "")" } ?? ""
    return "\(text.locale.weekday(row.day)), \(text.locale.date(row.day))\(clock): " + parts.joined(separator: "; ")
  }

  /// A description of the drawing for screen readers.
  var summary: String {
    guard let first = series.columns.first, let last = series.columns.last else {
      return "There is nothing to draw: the source gives no values."
    }
    let (noun, count) = (series.isHourly ? "hour" : "day", series.columns.count)
    var sentences = [
      count == 1 ? "One \(noun), \(moment(first))" : "\(count) \(noun)s, from \(moment(first)) to \(moment(last))"
    ]
    if let rest = series.columns.lazy.compactMap({ $0.row.rest(report.today, text) }).first {
      sentences.append(rest.capitalizedAtFirst)
    }
    let temperatures = series.columns.flatMap { [$0.highest, $0.low] }.compactMap { $0 }.sorted { $0.value < $1.value }
    if let lowest = temperatures.first, let highest = temperatures.last {
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

  /// The column with the largest known value.
  private func most(_ value: (ReportRow) -> Double?) -> MeteogramSeries.Column? {
    series.columns.filter { value($0.row) != nil }.max { (value($0.row) ?? 0) < (value($1.row) ?? 0) }
  }

  /// A column's date, with the time for an hour.
  private func moment(_ column: MeteogramSeries.Column) -> String {
    text.locale.fullDate(column.day) + (column.time.map { ", \(text.clock($0))" } ?? "")
  }
}
