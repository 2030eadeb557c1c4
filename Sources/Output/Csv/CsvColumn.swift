import Basics
import Weather

/// A column: what its header says, and what of a row stands in it. The names are the json contract's keys.
struct CsvColumn {
  /// The header, with the unit where values have one.
  let title: (ReportUnits) -> String
  /// The cell of a row, in the header's unit.
  let cell: (ReportRow, Report, ReportUnits) -> CsvCell

  /// The columns of a kind of forecast, with those of the fields asked for behind them, what part of the day, or how many
  /// hours, the row holds, and how old the answer is.
  static func columns(of kind: ForecastKind, showing fields: [FieldGroup]) -> [CsvColumn] {
    let place = [
      CsvColumn("parser") { _, report in .words(report.source.parser) },
      CsvColumn("place") { _, report in .words(report.place.name ?? report.query) },
    ]
    let high = temperature("high") { $0.high }
    let low = temperature("low") { $0.low }
    let now = temperature("temperature") { $0.temperature }
    let words = CsvColumn("description") { row, _ in row.description.map { .words($0) } ?? .empty }
    let day = CsvColumn("date") { row, _ in .plain(row.day.description) }
    let main =
      switch kind {
      case .today: [day, now, high, low, words]
      case .fiveDays, .tenDays, .weekend: [day, high, low, words]
      case .hourly: [CsvColumn("time") { row, _ in .time(row.hour) }, now, words]
      }
    let age = [
      CsvColumn("age (s)") { _, report in .number(Double(report.source.age)) },
      CsvColumn("stale") { _, report in .plain(report.source.stale ? "true" : "false") },
    ]
    let span =
      kind == .hourly
      ? CsvColumn("hours") { row, _ in .number(row.hours.map(Double.init)) }
      : CsvColumn("from") { row, _ in .time(row.from) }
    return place + main + fields.flatMap { columns(of: $0) } + [span] + age
  }

  /// The columns of one field.
  private static func columns(of field: FieldGroup) -> [CsvColumn] {
    switch field {
    case .wind:
      [
        measured("windSpeed", \.speed) { $0.details.wind.speed },
        CsvColumn("windDirection") { row, _ in row.details.wind.direction.map { .plain($0.rawValue) } ?? .empty },
      ]
    case .humidity: [percent("humidity") { $0.details.humidity }]
    case .feels: [temperature("feelsLike") { $0.details.feelsLike }]
    case .rain:
      [
        percent("precipitationChance") { $0.details.precipitationChance },
        measured("precipitation", \.precipitation) { $0.details.precipitation },
      ]
    case .uv: [CsvColumn("uvIndex") { row, _ in .number(row.details.uvIndex) }]
    case .pressure: [measured("pressure", \.pressure) { $0.details.pressure }]
    case .dewpoint: [temperature("dewPoint") { $0.details.dewPoint }]
    case .visibility: [measured("visibility", \.distance) { $0.details.visibility }]
    case .clouds: [percent("cloudCover") { $0.details.cloudCover }]
    case .gust: [measured("windGust", \.speed) { $0.details.wind.gust }]
    case .sun:
      [
        CsvColumn("sunrise") { row, _ in .time(row.details.sunrise) },
        CsvColumn("sunset") { row, _ in .time(row.details.sunset) },
      ]
    default: []
    }
  }

  /// A column without a unit.
  private init(_ title: String, cell: @escaping (ReportRow, Report) -> CsvCell) {
    self.init(title: { _ in title }, cell: { row, report, _ in cell(row, report) })
  }

  private init(title: @escaping (ReportUnits) -> String, cell: @escaping (ReportRow, Report, ReportUnits) -> CsvCell) {
    self.title = title
    self.cell = cell
  }

  /// A column of temperatures.
  private static func temperature(_ title: String, _ value: @escaping (ReportRow) -> Temperature?) -> CsvColumn {
    measured(title, \.temperature, value)
  }

  /// A column of shares of a hundred.
  private static func percent(_ title: String, _ value: @escaping (ReportRow) -> Percentage?) -> CsvColumn {
    CsvColumn("\(title) (%)") { row, _ in .number(value(row)) }
  }

  /// A column of measured values; where no report holds one, there is no unit to name.
  private static func measured(
    _ title: String, _ unit: KeyPath<ReportUnits, MeasurementUnit?>, _ value: @escaping (ReportRow) -> Measured?
  ) -> CsvColumn {
    CsvColumn(
      title: { units in title + (units[keyPath: unit].map { " (\($0.rawValue))" } ?? "") },
      cell: { row, _, units in .measured(value(row), in: units[keyPath: unit]) })
  }
}
