internal import Basics
internal import Weather

/// The values that were read of a row, each from the first selector that gives one.
struct FoundValues: Sendable {
  /// Those of the catalogue's fields.
  private(set) var fields = FieldValues()
  /// Those that no row has: the place's name, its point, how often a site observes.
  private(set) var others: [String: FieldValue] = [:]

  /// Whether no field was read.
  var isEmpty: Bool { fields.origins.isEmpty }

  /// Whether anything is known but when it was observed.
  var saysAnything: Bool { fields.origins.contains { $0.field != .observed } }

  /// Sets a value that is not known yet.
  mutating func set(_ value: FieldValue, of field: Field, from origin: Origin) {
    if fields[field] == nil { fields.set(value, of: field, from: origin) }
  }

  /// The same for a value that no row has.
  mutating func set(_ value: FieldValue, of name: String) { others[name] = others[name] ?? value }

  /// Sets the parts of a wind that was told in one text.
  mutating func set(_ wind: Wind, from origin: Origin) {
    if let speed = wind.speed { set(.measured(speed), of: .windSpeed, from: origin) }
    if let gust = wind.gust { set(.measured(gust), of: .windGust, from: origin) }
    if let direction = wind.direction { set(.direction(direction), of: .windDirection, from: origin) }
  }

  /// Takes what another layout has and this one lacks.
  mutating func fill(from other: FoundValues, where isWanted: (Field) -> Bool = { _ in true }) {
    for (field, origin) in other.fields.origins where isWanted(field) {
      if let value = other.fields[field] { set(value, of: field, from: origin) }
    }
    others.merge(other.others) { own, _ in own }
  }

  /// The values of a row, with the point of the compass that follows from a bearing. A calm is reported as 0 from 0°, which
  /// is no wind from the north.
  var row: FieldValues {
    var row = fields
    if row[.windDegrees]?.number == 0, row[.windSpeed]?.measured?.value == 0 { row[.windDegrees] = nil }
    if row[.windDirection] == nil, let degrees = row[.windDegrees]?.number {
      row[.windDirection] = CompassPoint(degrees: degrees).map { .direction($0) }
    }
    return row
  }

  /// The values as a day's.
  func day(_ date: CalendarDay) -> DayForecast {
    var day = DayForecast(date: date)
    day.values = row
    // The source must mean the day itself.
    if day.sunrise?.day != date { day.sunrise = nil }
    if day.sunset?.day != date { day.sunset = nil }
    return day
  }
}
