import Basics
import Weather

/// A table of days or hours; the first column names its rows.
struct HtmlTable<Row> {
  /// A column.
  struct Column {
    /// What stands above it.
    var title: String
    /// The unit of its values, below the title.
    var unit: String?
    /// Whether it holds words, which begin at the left, and not numbers.
    var isWords = false
    /// Whether it is there although nothing is known in it.
    var isKept = false
    /// The field that it belongs to; nil for what no choice of fields leaves out.
    var field: FieldGroup?
    /// The value of a row; nil is unknown.
    var value: (Row) -> String?
  }

  private let columns: [Column]
  private let rows: [Row]
  private let index: Int
  private let caption: String

  /// The columns of which something is known, and those that are kept; `fields` are those that were asked for, nil for
  /// all; `index` tells its parts from other tables'.
  init(columns: [Column], rows: [Row], fields: [FieldGroup]?, index: Int) {
    self.columns = columns.filter { column in
      if let fields, let field = column.field, !fields.contains(field) { return false }
      return column.isKept || rows.contains { column.value($0) != nil }
    }
    self.rows = rows
    self.index = index
    caption = fields == nil ? "Every value" : "Values"
  }

  /// The `table` element in a frame that a narrow screen can move under itself; rows of the same group have its name
  /// above them.
  func element(groupedBy group: ((Row) -> String)? = nil) -> String {
    guard !rows.isEmpty else { return "" }
    var body = group == nil ? "<tbody>\n" : ""
    var current: String?
    for row in rows {
      if let name = group?(row), name != current {
        if current != nil { body += "</tbody>\n" }
        current = name
        body += "<tbody>\n<tr class=\"group\"><th colspan=\"\(columns.count)\" scope=\"rowgroup\">"
        body += "\(MarkupText.escaped(name))</th></tr>\n"
      }
      body += cells(row)
    }
    return "<div class=\"frame\" tabindex=\"0\" role=\"group\" aria-labelledby=\"table\(index)\">\n<table>\n"
      + "<caption id=\"table\(index)\">\(caption)</caption>\n<thead>\n<tr>\(columns.map(head).joined())</tr>\n</thead>\n"
      + body + "</tbody>\n</table>\n</div>\n"
  }

  /// A value as it stands in a cell, what is unknown marked as such.
  static func cell(_ value: String?) -> String {
    value.map { MarkupText.escaped($0) } ?? "<abbr title=\"unknown\">\(ValueText.unknown)</abbr>"
  }

  private func head(_ column: Column) -> String {
    let unit = column.unit.map { " <small>\($0)</small>" } ?? ""
    return "<th scope=\"col\"\(Self.style(column))>\(column.title)\(unit)</th>"
  }

  private func cells(_ row: Row) -> String {
    let cells = columns.enumerated().map { index, column in
      let value = Self.cell(column.value(row))
      return index == 0
        ? "<th scope=\"row\"\(Self.style(column))>\(value)</th>" : "<td\(Self.style(column))>\(value)</td>"
    }
    return "<tr>\(cells.joined())</tr>\n"
  }

  private static func style(_ column: Column) -> String { column.isWords ? " class=\"words\" dir=\"auto\"" : "" }

  /// The speed and the direction of a wind; nil where neither is known.
  private static func wind(_ wind: Wind, _ values: ValueText) -> String? {
    guard let speed = wind.speed else { return wind.direction?.rawValue }
    return (wind.direction.map { "\($0.rawValue) " } ?? "") + values.number(speed.value)
  }

  /// A measured number without its unit, which stands at the column's head.
  private static func number(_ value: Measured?, _ values: ValueText) -> String? {
    value.map { values.number($0.value, decimals: $0.unit.decimals) }
  }
}

extension HtmlTable<DayForecast> {
  /// The columns of days.
  static func days(_ days: [DayForecast], today: CalendarDay, text: MeteogramText) -> [Column] {
    let values = text.values
    let temperature = days.lazy.compactMap { ($0.high ?? $0.low)?.unit }.first.map { "°\($0.rawValue)" }
    let speed = days.lazy.compactMap { ($0.wind.speed ?? $0.wind.gust)?.unit.rawValue }.first
    return [
      Column(title: "Day", isWords: true, isKept: true) {
        let rest = RowSpan.rest(from: $0.from, isToday: $0.date == today) { values.clock($0) }
        return "\(values.locale.weekday($0.date)), \(values.locale.date($0.date))" + (rest.map { " (\($0))" } ?? "")
      },
      Column(title: "Conditions", isWords: true, isKept: true) { $0.description },
      Column(title: "High", unit: temperature, isKept: true) { number($0.high, values) },
      Column(title: "Low", unit: temperature, isKept: true) { number($0.low, values) },
      Column(title: "Chance of precipitation", field: .rain) { $0.precipitationChance.map { values.percent($0) } },
      Column(title: "Precipitation", unit: days.lazy.compactMap { $0.precipitation?.unit.rawValue }.first, field: .rain)
      {
        number($0.precipitation, values)
      },
      Column(title: "Wind", unit: speed, field: .wind) { wind($0.wind, values) },
      Column(title: "Gusts", unit: speed, field: .gust) { number($0.wind.gust, values) },
      Column(title: "Humidity", field: .humidity) { $0.humidity.map { values.percent($0) } },
      Column(title: "Clouds", field: .clouds) { $0.cloudCover.map { values.percent($0) } },
      Column(title: "UV index", field: .uv) { $0.uvIndex.map { values.number($0) } },
      Column(title: "Sunrise", field: .sun) { $0.sunState?.words ?? $0.sunrise.map { values.clock($0) } },
      Column(title: "Sunset", field: .sun) { $0.sunState?.words ?? $0.sunset.map { values.clock($0) } },
    ]
  }
}

extension HtmlTable<HourForecast> {
  /// The columns of hours.
  static func hours(_ hours: [HourForecast], text: MeteogramText) -> [Column] {
    let values = text.values
    let temperature = hours.lazy.compactMap { $0.temperature?.unit }.first.map { "°\($0.rawValue)" }
    let speed = hours.lazy.compactMap { ($0.wind.speed ?? $0.wind.gust)?.unit.rawValue }.first
    return [
      Column(title: "Time", isWords: true, isKept: true) { hour in
        values.clock(hour.time)
          + (RowSpan.end(of: hour.time, hours: hour.hours).map { "–\(values.clock($0))" } ?? "")
      },
      Column(title: "Conditions", isWords: true, isKept: true) { $0.description },
      Column(title: "Temperature", unit: temperature, isKept: true) { number($0.temperature, values) },
      Column(title: "Feels like", unit: temperature, field: .feels) { number($0.feelsLike, values) },
      Column(title: "Chance of precipitation", field: .rain) { $0.precipitationChance.map { values.percent($0) } },
      Column(
        title: "Precipitation", unit: hours.lazy.compactMap { $0.precipitation?.unit.rawValue }.first, field: .rain
      ) {
        number($0.precipitation, values)
      },
      Column(title: "Wind", unit: speed, field: .wind) { wind($0.wind, values) },
      Column(title: "Gusts", unit: speed, field: .gust) { number($0.wind.gust, values) },
      Column(title: "Humidity", field: .humidity) { $0.humidity.map { values.percent($0) } },
      Column(title: "Dew point", unit: temperature, field: .dewpoint) { number($0.dewPoint, values) },
      Column(title: "Pressure", unit: hours.lazy.compactMap { $0.pressure?.unit.rawValue }.first, field: .pressure) {
        number($0.pressure, values)
      },
      Column(
        title: "Visibility", unit: hours.lazy.compactMap { $0.visibility?.unit.rawValue }.first, field: .visibility
      ) {
        number($0.visibility, values)
      },
      Column(title: "Clouds", field: .clouds) { $0.cloudCover.map { values.percent($0) } },
      Column(title: "UV index", field: .uv) { $0.uvIndex.map { values.number($0) } },
    ]
  }
}
