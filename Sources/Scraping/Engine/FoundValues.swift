internal import Basics
internal import Weather

/// The values read from a row, each from the first selector that gives one.
struct FoundValues: Sendable {
  /// Values of the catalogue's fields.
  private(set) var fields = FieldValues()
  /// Values outside the catalogue: the place's name and coordinates, how often the site observes.
  private(set) var others: [String: FieldValue] = [:]

  /// True if no catalogue field was read.
  var isEmpty: Bool { fields.origins.isEmpty }

  /// True if anything besides the observation time is known.
  var saysAnything: Bool { fields.origins.contains { $0.field != .observed } }

  /// Sets a value unless one is already known.
  mutating func set(_ value: FieldValue, of field: Field, from origin: Origin) {
    if fields[field] == nil { fields.set(value, of: field, from: origin) }
  }

  /// The same for a value outside the catalogue.
  mutating func set(_ value: FieldValue, of name: String) { others[name] = others[name] ?? value }

  /// Sets the parts of a wind given in one text.
  mutating func set(_ wind: Wind, from origin: Origin) {
    if let speed = wind.speed { set(.measured(speed), of: .windSpeed, from: origin) }
    if let gust = wind.gust { set(.measured(gust), of: .windGust, from: origin) }
    if let direction = wind.direction { set(.direction(direction), of: .windDirection, from: origin) }
  }

  /// Adds values of another layout for fields that this one lacks.
  mutating func fill(from other: FoundValues, where isWanted: (Field) -> Bool = { _ in true }) {
    for (field, origin) in other.fields.origins where isWanted(field) {
      if let value = other.fields[field] { set(value, of: field, from: origin) }
    }
    others.merge(other.others) { own, _ in own }
  }

  /// The row's values, with the compass point computed from the bearing. A calm is reported as speed 0 from 0°; its
  /// bearing is dropped, because it is not a north wind.
  var row: FieldValues {
    var row = fields
    if row[.windDegrees]?.number == 0, row[.windSpeed]?.measured?.value == 0 { row[.windDegrees] = nil }
    if row[.windDirection] == nil, let degrees = row[.windDegrees]?.number {
      row[.windDirection] = CompassPoint(degrees: degrees).map { .direction($0) }
    }
    return row
  }

  /// The values as a day.
  func day(_ date: CalendarDay) -> DayForecast {
    var day = DayForecast(date: date)
    day.values = row
    // Drops a sunrise or sunset of another date.
    if day.sunrise?.day != date { day.sunrise = nil }
    if day.sunset?.day != date { day.sunset = nil }
    return day
  }
}
