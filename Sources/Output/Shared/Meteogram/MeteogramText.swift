import Basics
import Weather

/// The text alternatives of a meteogram.
extension Meteogram {
  /// A row's details, for a tooltip.
  func details(_ row: ReportRow) -> String {
    let degrees = { (value: Temperature?) in text.degrees(value, decimals: 1) }
    let phrases = text.phrases
    let rain = [
      row.precipitationChance.map { phrases("{percent} chance", ["percent": text.percent($0)]) },
      row.precipitation.map { text.measured($0) },
    ].compactMap { $0 }
    func known(_ field: Field, _ value: String?) -> String {
      phrases("{field} {value}", ["field": text.name(field), "value": value ?? phrases("unknown")])
    }
    let parts = [
      row.rest(report.today, text),
      row.time == nil
        ? "\(known(.high, degrees(row.high))), \(known(.low, degrees(row.low)))" : degrees(row.temperature),
      row.description.map { text.words($0) } ?? phrases("conditions unknown"),
      known(.precipitation, rain.isEmpty ? nil : rain.joined(separator: ", ")),
      known(.windSpeed, row.wind == Wind() ? nil : text.wind(row.wind)),
      row.wind.gust.map { known(.windGust, text.measured($0)) },
    ].compactMap { $0 }
    // The end of a longer step, whether the source states it or not.
    let end = row.length > 3600 ? row.time.map { "–\(text.clock($0 + row.length))" } : nil
    let clock = row.time.map { " \(text.clock($0))\(end ?? "")" } ?? ""
    return "\(text.locale.weekday(row.day)), \(text.locale.date(row.day))\(clock): " + parts.joined(separator: "; ")
  }

  /// A description of the drawing for screen readers.
  var summary: String {
    let phrases = text.phrases
    guard let first = series.columns.first, let last = series.columns.last else {
      return phrases("There is nothing to draw: the source gives no values.")
    }
    let count = series.columns.count
    let span: KeyValuePairs<String, String> = [
      "count": text.number(Double(count)), "first": moment(first), "last": moment(last),
    ]
    var sentences = [
      count == 1
        ? phrases(series.isHourly ? "One hour, {first}" : "One day, {first}", span)
        : series.isHourly
          ? phrases.counted(
            "{count} hour, from {first} to {last}", "{count} hours, from {first} to {last}", count, span)
          : phrases.counted("{count} day, from {first} to {last}", "{count} days, from {first} to {last}", count, span)
    ]
    if let rest = series.columns.lazy.compactMap({ $0.row.rest(report.today, text) }).first {
      sentences.append(rest.capitalizedAtFirst)
    }
    let temperatures = series.columns.flatMap { [$0.highest, $0.low] }.compactMap { $0 }.sorted { $0.value < $1.value }
    if let lowest = temperatures.first, let highest = temperatures.last {
      sentences.append(
        phrases(
          "Temperatures from {lowest} to {highest}",
          ["lowest": text.degrees(lowest), "highest": text.degrees(highest) + highest.unit.rawValue]))
    }
    if let wettest = most({ $0.precipitation?.value }), (wettest.precipitation?.value ?? 0) > 0 {
      sentences.append(
        phrases(
          "Most precipitation: {amount} on {time}",
          ["amount": text.measured(wettest.precipitation), "time": moment(wettest)]))
    } else if let likeliest = most({ $0.precipitationChance }), let chance = likeliest.precipitationChance, chance > 0 {
      sentences.append(
        phrases(
          "Precipitation is likeliest on {time}: {percent}",
          ["time": moment(likeliest), "percent": text.percent(chance)]))
    }
    if let windiest = most({ $0.wind.speed?.value }) {
      sentences.append(
        phrases("Strongest wind: {wind} on {time}", ["wind": text.wind(windiest.wind), "time": moment(windiest)]))
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
