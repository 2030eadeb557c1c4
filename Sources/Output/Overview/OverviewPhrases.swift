import Basics
import Weather

/// Every phrase of the overview: whole sentences, so that each can be translated by itself.
struct OverviewPhrases {
  let values: ValueText

  func feelsLike(_ degrees: String) -> String { "feels like \(degrees)" }
  func wind(_ wind: String) -> String { "Wind \(wind)" }
  func windWithGusts(_ wind: String, gusts: String) -> String { "Wind \(wind), gusts \(gusts)" }
  func humidity(_ percent: String) -> String { "Humidity \(percent)" }
  func pressure(_ pressure: String) -> String { "Pressure \(pressure)" }
  func ultraviolet(_ index: String) -> String { "UV \(index)" }
  func clouds(_ percent: String) -> String { "Clouds \(percent)" }
  func dewPoint(_ degrees: String) -> String { "Dew point \(degrees)" }
  func visibility(_ distance: String) -> String { "Visibility \(distance)" }
  func sun(rise: String, set: String) -> String { "Sunrise \(rise), sunset \(set)" }
  func sunrise(_ time: String) -> String { "Sunrise \(time)" }
  func sunset(_ time: String) -> String { "Sunset \(time)" }
  func observed(_ time: String) -> String { "Observed at \(time)" }

  /// Polar day or night.
  func sunState(_ state: Sun.State) -> String {
    switch state {
    case .upAllDay: "The sun does not set today"
    case .downAllDay: "The sun does not rise today"
    }
  }

  /// What falls in the coming hours.
  func outlook(_ outlook: PrecipitationOutlook) -> String {
    switch outlook {
    case .dry: "No rain or snow in the next 24 hours"
    case .from(let time, .rain): "Rain likely from \(values.clock(time))"
    case .from(let time, .snow): "Snow likely from \(values.clock(time))"
    case .from(let time, .mixed): "Rain or snow likely from \(values.clock(time))"
    case .until(let time, .rain): "Rain likely until \(values.clock(time))"
    case .until(let time, .snow): "Snow likely until \(values.clock(time))"
    case .until(let time, .mixed): "Rain or snow likely until \(values.clock(time))"
    case .allTheTime(.rain): "Rain likely all through the next 24 hours"
    case .allTheTime(.snow): "Snow likely all through the next 24 hours"
    case .allTheTime(.mixed): "Rain or snow likely all through the next 24 hours"
    }
  }

  var today: String { "Today" }
  var conditionsUnknown: String { "Conditions unknown" }
  /// How old the answer is.
  func fetchedNow(_ source: String) -> String { "\(source)" }
  func fetched(_ source: String, ago age: String) -> String { "\(source) (\(age) ago)" }
}

/// What falls in the coming hours, and when.
enum PrecipitationOutlook: Equatable {
  enum Kind { case rain, snow, mixed }

  case dry
  case from(LocalTime, Kind)
  case until(LocalTime, Kind)
  case allTheTime(Kind)

  /// The outlook of a day's hourly rows; nil if too little is known to say anything.
  ///
  /// An hour counts as wet from a chance of 50 percent on; where no chances are given, from 0.1 mm on. It is dry only if
  /// every hour's chance is below 20 percent and its amount 0.
  init?(_ rows: [ReportRow]) {
    let wet = rows.map(Self.isWet)
    guard !rows.isEmpty, !wet.contains(where: { $0 == nil }), let first = wet.first ?? nil else { return nil }
    let kind = Self.kind(zip(rows, wet).filter { $0.1 == true }.map(\.0))
    if !wet.contains(true) {
      let isDry = rows.allSatisfy { ($0.precipitationChance ?? 0) < 20 && ($0.precipitation?.value ?? 0) == 0 }
      // Less than a day says nothing about the whole of it.
      guard isDry, rows.reduce(0, { $0 + $1.length }) >= 23 * 3600 else { return nil }
      self = .dry
    } else if !first, let start = wet.firstIndex(of: true), let time = rows[start].time {
      self = .from(time, kind)
    } else if let end = wet.firstIndex(of: false), let time = rows[end].time {
      self = .until(time, kind)
    } else {
      self = .allTheTime(kind)
    }
  }

  /// Whether it rains or snows in a row's time; nil if unknown.
  private static func isWet(_ row: ReportRow) -> Bool? {
    if let chance = row.precipitationChance { return chance >= 50 }
    return row.precipitation.map { $0.exactly(in: .millimeters) >= 0.1 }
  }

  private static func kind(_ rows: [ReportRow]) -> Kind {
    let snow: [Condition] = [.snowShowers, .snow, .heavySnow]
    let conditions = rows.map { $0.description.flatMap { Condition(words: $0) } }
    if conditions.allSatisfy({ $0.map { snow.contains($0) } ?? false }) { return .snow }
    let isFrozen = conditions.contains { condition in
      condition.map { (snow + [.sleet, .hail, .freezingRain]).contains($0) } ?? false
    }
    if isFrozen { return .mixed }
    // Where no words say what falls, only warmth excludes snow.
    let isRain = zip(rows, conditions).allSatisfy { row, condition in
      condition?.isWet == true || (row.temperature?.exactly(in: .celsius) ?? 0) > 6
    }
    return isRain ? .rain : .mixed
  }
}
