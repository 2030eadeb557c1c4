import Basics
internal import Foundation

/// A place's time zone: an IANA zone, or a fixed offset.
enum PlaceZone: Hashable, Sendable {
  case named(String)
  case offset(Int)

  /// An IANA zone; nil if the name is unknown.
  init?(name: String) {
    guard name.contains("/") || name == "UTC" || name == "GMT",
      LocalTime(secondsSince1970: 0, offset: 0).at(timeZone: name) != nil
    else { return nil }
    self = .named(name)
  }

  /// Parses a zone as pages write it: an IANA name, `+01:00`, `+0100`, `-5` (hours), `3600` (seconds), `CDT`.
  ///
  /// - Parameters:
  /// - showing: the time of day next to an abbreviation, in seconds after midnight.
  /// - clock: the run's clock.
  init?(_ cell: Cell, showing: Int? = nil, at clock: LocalTime) {
    // `+0100` is an hour, not a hundred seconds.
    if case .text(let text) = cell, text.hasPrefix("+") || text.hasPrefix("-") || text == "Z",
      let time = LocalTime("2000-01-01T00:00" + text)
    {
      self = .offset(time.offset)
      return
    }
    if let number = cell.plainNumber, let whole = Int(exactly: (abs(number) <= 15 ? number * 3600 : number)) {
      guard abs(whole) <= 86_400 else { return nil }
      self = .offset(whole)
      return
    }
    guard case .text(let text) = cell else { return nil }
    if let zone = PlaceZone(name: text) {
      self = zone
    } else if let offset = ZoneAbbreviation.offset(text, showing: showing, at: clock) {
      self = .offset(offset)
    } else {
      return nil
    }
  }

  /// True if a text has the form of an IANA zone name, known or not: `Europe/Stokholm`.
  static func looksLikeName(_ text: String) -> Bool {
    let regions = [
      "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Etc", "Europe", "Indian",
      "Pacific",
    ]
    return regions.contains { text.hasPrefix("\($0)/") } && !text.contains { "@[(*$".contains($0) }
  }

  /// The known zone most similar to a misspelt one.
  static func nearestName(_ text: String) -> String? {
    Suggestion(for: text, among: TimeZone.knownTimeZoneIdentifiers.sorted()).nearest
  }

  /// The IANA name; nil for an offset.
  var name: String? {
    if case .named(let name) = self { return name }
    return nil
  }

  /// Converts a time to this zone.
  func at(_ moment: LocalTime) -> LocalTime {
    switch self {
    case .named(let name): moment.at(timeZone: name) ?? moment
    case .offset(let offset): moment.at(offset: offset)
    }
  }

  /// The time at which clocks in this zone show a time of day; the first of two. Nil if it is skipped by daylight
  /// saving.
  func moment(on day: CalendarDay, seconds: Int) -> LocalTime? {
    switch self {
    case .named(let name): LocalTime.moments(on: day, seconds: seconds, timeZone: name).first
    case .offset(let offset): LocalTime(day, seconds: seconds, offset: offset)
    }
  }
}
