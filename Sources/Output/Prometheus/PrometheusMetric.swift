import Basics
import Weather

/// A metric: its name with the base unit (prometheus.io, "Metric and label naming"), what it means, and its samples of a
/// report.
struct PrometheusMetric {
  /// The name.
  let name: String
  /// What stands behind `# HELP`.
  let help: String
  /// The samples of one report.
  let samples: (Report) -> [PrometheusSample]

  /// All metrics, in the order in which they are written.
  static var all: [PrometheusMetric] { source + now + days + hours }

  /// What is said of the source.
  private static var source: [PrometheusMetric] {
    [
      PrometheusMetric("weather_up", "Whether the source gave a forecast.") { $0.failure == nil ? 1 : 0 },
      ofAnswer("weather_fetched_timestamp_seconds", "When the source was asked, in Unix time.") {
        Double($0.fetched.secondsSince1970)
      },
      ofAnswer("weather_age_seconds", "How old the source's answer is.") { Double($0.age) },
      ofAnswer("weather_stale", "Whether the answer is older than the source allows.") { $0.stale ? 1 : 0 },
    ]
  }

  /// The weather now.
  private static var now: [PrometheusMetric] {
    fields(of: .current).map { field, metric in
      // A moment says itself when it was.
      PrometheusMetric("weather_\(metric.name)", metric.help(field, field.kind == .time ? "" : " now")) { report in
        report.current.flatMap { metric.value(field, $0) }
      }
    }
  }

  /// What days will bring, the label counting them from today, which is 0.
  private static var days: [PrometheusMetric] {
    fields(of: .day).map { field, metric in
      PrometheusMetric(name: "weather_day_\(metric.name)", help: metric.help(field, " on a day")) { report in
        report.days.compactMap {
          PrometheusSample(metric.value(field, $0), report, [("days_ahead", String($0.date - report.today))])
        }
      }
    }
  }

  /// What hours will bring, the label counting them from the running one, which is 0.
  private static var hours: [PrometheusMetric] {
    fields(of: .hour).map { field, metric in
      PrometheusMetric(name: "weather_hour_\(metric.name)", help: metric.help(field, " in an hour")) { report in
        report.hours.compactMap { hour in
          let seconds = hour.time.secondsSince1970 - report.source.fetched.secondsSince1970
          // The running hour began up to an hour before the clock was read.
          let ahead = Int((Double(seconds) / 3600).rounded(.up))
          return PrometheusSample(metric.value(field, hour), report, [("hours_ahead", String(ahead))])
        }
      }
    }
  }

  /// The fields of a kind of row that are numbers, temperatures together.
  private static func fields(of kind: RowKinds) -> [(field: Field, metric: FieldMetric)] {
    let fields = kind == .current ? kind.fields : Field.all.filter { $0.rows.contains(kind) }
    let temperatures = fields.filter { $0.quantity == .temperature }
    return fields.flatMap { $0 == temperatures.first ? temperatures : $0.quantity == .temperature ? [] : [$0] }
      .compactMap { field in FieldMetric(field).map { (field, $0) } }
  }

  private init(_ name: String, _ help: String, value: @escaping (Report) -> Double?) {
    self.init(name: name, help: help) { report in PrometheusSample(value(report), report).map { [$0] } ?? [] }
  }

  private init(name: String, help: String, samples: @escaping (Report) -> [PrometheusSample]) {
    self.name = name
    self.help = help
    self.samples = samples
  }

  /// A metric of a report that did not fail.
  private static func ofAnswer(_ name: String, _ help: String, value: @escaping (Source) -> Double) -> Self {
    PrometheusMetric(name, help) { $0.failure == nil ? value($0.source) : nil }
  }
}

/// What a field is as a metric: `feelsLike` is `feels_like_celsius`.
private struct FieldMetric {
  /// The name without what it is of, with the base unit.
  let name: String
  /// What stands behind the help's first part.
  let note: String
  /// How many base units of Prometheus one unit of `unit` is.
  let factor: Double
  /// The unit that values are brought to; nil for those without one.
  let unit: MeasurementUnit?

  /// nil for words; the point of the compass goes with the bearing.
  init?(_ field: Field) {
    let (ending, note, factor): (String, String, Double)
    switch field.kind {
    case .measured(.temperature): (ending, note, factor) = ("_celsius", "", 1)
    case .measured(.speed): (ending, note, factor) = ("_meters_per_second", "", 1)
    case .measured(.pressure): (ending, note, factor) = ("_pascals", "", 100)
    case .measured(.distance): (ending, note, factor) = ("_meters", "", 1000)
    // Depths are lengths, and the base unit of lengths is the metre.
    case .measured(.precipitation): (ending, note, factor) = ("_meters", "", 0.001)
    case .share: (ending, note, factor) = ("_ratio", ", 0 to 1", 0.01)
    case .number: (ending, note, factor) = ("", "", 1)
    case .bearing: (ending, note, factor) = ("_direction_degrees", ", clockwise from north", 1)
    case .time: (ending, note, factor) = ("_timestamp_seconds", ", in Unix time", 1)
    case .direction, .words: return nil
    }
    let key = field.kind == .bearing ? field.key.replacing("Degrees", with: "") : field.key
    name = key.map { $0.isUppercase ? "_\($0.lowercased())" : String($0) }.joined() + ending
    (self.note, self.factor, unit) = (note, factor, field.quantity?.baseUnit)
  }

  /// What a metric means: what the field does, when, and in which unit.
  func help(_ field: Field, _ scope: String) -> String {
    field.help.prefix { $0 != "," && $0 != "." } + "\(scope)\(note)."
  }

  /// A row's value in the base unit.
  func value(_ field: Field, _ row: some Row) -> Double? {
    switch row.values[field] {
    case .measured(let value): unit.map { value.exactly(in: $0) * factor }
    case .number(let number): number * factor
    case .time(let time): Double(time.secondsSince1970)
    // The bearing of the point of the compass where only this is known.
    case nil where field.kind == .bearing:
      row.wind.direction.flatMap { CompassPoint.allCases.firstIndex(of: $0) }.map { Double($0) * 22.5 }
    case nil, .direction, .words: nil
    }
  }
}
