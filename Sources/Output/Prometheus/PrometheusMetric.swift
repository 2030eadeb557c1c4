import Basics
import Weather

/// A metric: its name with the base unit (prometheus.io, "Metric and label naming"), its help text, and its samples of
/// a report.
struct PrometheusMetric {
  let name: String
  let help: String
  let samples: (Report) -> [PrometheusSample]

  static var all: [PrometheusMetric] {
    source
      // Times need no such suffix.
      + fields(of: .current, "", { $0.kind == .time ? "" : " now" }) { report in report.current.map { [($0, [])] } ?? []
      }
      // Days are numbered from today, which is 0.
      + fields(of: .day, "day_", { _ in " on a day" }) { report in
        report.days.map { ($0, [("days_ahead", $0.date - report.today)]) }
      }
      // Hours are numbered from the current one, which began up to an hour before the run's clock.
      + fields(of: .hour, "hour_", { _ in " in an hour" }) { report in
        report.hours.map { hour in
          let seconds = hour.time.secondsSince1970 - report.source.fetched.secondsSince1970
          return (hour, [("hours_ahead", Int((Double(seconds) / 3600).rounded(.up)))])
        }
      }
  }

  private static var source: [PrometheusMetric] {
    func metric(_ name: String, _ help: String, _ value: @escaping (Report) -> Double?) -> PrometheusMetric {
      PrometheusMetric(name: "weather_\(name)", help: help) { report in
        PrometheusSample(value(report), report).map { [$0] } ?? []
      }
    }
    /// Only for reports without failure.
    func ofAnswer(_ name: String, _ help: String, _ value: @escaping (Source) -> Int) -> PrometheusMetric {
      metric(name, help) { $0.failure == nil ? Double(value($0.source)) : nil }
    }
    return [
      metric("up", "Whether the source gave a forecast.") { $0.failure == nil ? 1 : 0 },
      ofAnswer("fetched_timestamp_seconds", "When the source was asked, in Unix time.") { $0.fetched.secondsSince1970 },
      ofAnswer("age_seconds", "How old the source's answer is.") { $0.age },
      ofAnswer("stale", "Whether the answer is older than the source allows.") { $0.stale ? 1 : 0 },
    ]
  }

  /// Metrics for the numeric fields of a kind of row, with temperatures grouped together; `rows` returns a report's
  /// rows with their distinguishing label.
  private static func fields<R: Row>(
    of kind: RowKinds, _ prefix: String, _ scope: (Field) -> String,
    _ rows: @escaping (Report) -> [(row: R, label: [(name: String, value: Int)])]
  ) -> [PrometheusMetric] {
    let fields = kind == .current ? kind.fields : Field.all.filter { $0.rows.contains(kind) }
    let temperatures = fields.filter { $0.quantity == .temperature }
    return fields.flatMap { $0 == temperatures.first ? temperatures : $0.quantity == .temperature ? [] : [$0] }
      .compactMap { field -> PrometheusMetric? in
        guard let metric = FieldMetric(field) else { return nil }
        // What the field is, when, and in which unit.
        let help = "\(field.help.prefix { $0 != "," && $0 != "." })\(scope(field))\(metric.note)."
        return PrometheusMetric(name: "weather_\(prefix)\(metric.name)", help: help) { report in
          rows(report).compactMap { PrometheusSample(metric.value(field, $0.row), report, $0.label) }
        }
      }
  }
}

/// A field's metric: `feelsLike` becomes `feels_like_celsius`.
private struct FieldMetric {
  /// The name with base unit, without prefix.
  let name: String
  /// Appended to the first part of the help text.
  let note: String
  /// Factor from the quantity's base unit to Prometheus' base unit.
  let factor: Double

  /// Nil for text; compass points are covered by the bearing.
  init?(_ field: Field) {
    let ending: String
    switch field.kind {
    case .measured(.temperature): (ending, note, factor) = ("_celsius", "", 1)
    case .measured(.speed): (ending, note, factor) = ("_meters_per_second", "", 1)
    case .measured(.pressure): (ending, note, factor) = ("_pascals", "", 100)
    case .measured(.distance): (ending, note, factor) = ("_meters", "", 1000)
    // Depths are lengths, whose base unit is the metre.
    case .measured(.precipitation): (ending, note, factor) = ("_meters", "", 0.001)
    case .share: (ending, note, factor) = ("_ratio", ", 0 to 1", 0.01)
    case .number: (ending, note, factor) = ("", "", 1)
    case .bearing: (ending, note, factor) = ("_direction_degrees", ", clockwise from north", 1)
    case .time: (ending, note, factor) = ("_timestamp_seconds", ", in Unix time", 1)
    case .direction, .words: return nil
    }
    let key = field.kind == .bearing ? field.key.replacing("Degrees", with: "") : field.key
    name = key.map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined() + ending
  }

  func value(_ field: Field, _ row: some Row) -> Double? {
    switch row.values[field] {
    case .measured(let value): value.exactly(in: value.unit.quantity.baseUnit) * factor
    case .number(let number): number * factor
    case .time(let time): Double(time.secondsSince1970)
    // Without a bearing, that of the compass point.
    case nil where field.kind == .bearing: row.wind.direction.map { $0.degrees }
    case nil, .direction, .words: nil
    }
  }
}
