import Basics
import Weather

/// A column of the table.
struct MarkdownColumn {
  /// What stands above it.
  let title: String
  /// Whether its values are numbers, which are set flush right.
  let isNumber: Bool
  /// The cell of a row.
  let cell: (ReportRow) -> String

  /// The columns of a report's kind of forecast, with those of the fields asked for behind them.
  static func columns(of report: Report, showing fields: [FieldGroup]) -> [MarkdownColumn] {
    let day = MarkdownColumn("Day") { row in
      let rest =
        RowSpan.rest(from: row.from, isToday: row.day == report.today) { DecimalText.clock($0) }.map { " (\($0))" }
        ?? ""
      return "\(row.day.weekday.abbreviation) \(row.day)\(rest)"
    }
    let high = MarkdownColumn("High", isNumber: true) { temperature($0.high) }
    let low = MarkdownColumn("Low", isNumber: true) { temperature($0.low) }
    let words = MarkdownColumn("Weather") { $0.description.map(MarkdownText.escaped) ?? DecimalText.unknown }
    let main =
      switch report.kind {
      case .today: [day, degrees("Now"), high, low, words]
      case .fiveDays, .tenDays, .weekend: [day, high, low, words]
      case .hourly:
        [
          MarkdownColumn("Time") { row in
            let end = row.hour.flatMap { RowSpan.end(of: $0, hours: row.hours) }
            return "\(row.day.weekday.abbreviation) \(row.day) \(DecimalText.clock(row.hour))"
              + (end.map { "–\(DecimalText.clock($0))" } ?? "")
          },
          degrees("Temperature"), words,
        ]
      }
    return main + fields.map(column)
  }

  /// The column of a field.
  private static func column(_ field: FieldGroup) -> MarkdownColumn {
    let title =
      switch field {
      case .wind: "Wind"
      case .humidity: "Humidity"
      case .feels: "Feels like"
      case .rain: "Rain"
      case .uv: "UV"
      case .pressure: "Pressure"
      case .dewpoint: "Dew point"
      case .visibility: "Visibility"
      case .clouds: "Clouds"
      case .gust: "Gust"
      case .sun: "Sun"
      default: field.name
      }
    return MarkdownColumn(title, isNumber: field != .wind && field != .sun) { row in
      switch field {
      case .feels: temperature(row.details.feelsLike)
      case .dewpoint: temperature(row.details.dewPoint)
      default: row.details.value(of: field)
      }
    }
  }

  /// `21 °C`: a document is read where nobody knows what unit was asked for.
  private static func temperature(_ value: Temperature?) -> String {
    value.map { "\(DecimalText.of($0.value)) °\($0.unit.rawValue)" } ?? DecimalText.unknown
  }

  private static func degrees(_ title: String) -> MarkdownColumn {
    MarkdownColumn(title, isNumber: true) { temperature($0.temperature) }
  }

  private init(_ title: String, isNumber: Bool = false, cell: @escaping (ReportRow) -> String) {
    self.title = title
    self.isNumber = isNumber
    self.cell = cell
  }
}
