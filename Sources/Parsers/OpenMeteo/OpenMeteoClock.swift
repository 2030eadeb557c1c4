internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The times of an answer, which it writes as clocks at the place show them or as seconds since 1970.
struct OpenMeteoClock {
  /// The zone's IANA name.
  let timeZone: String?
  /// The offset that the whole answer is written in, on both sides of a change of clocks; nil where it does not say so,
  /// and what its clocks show is no moment.
  private let offset: Int?

  init(_ answer: JSON) {
    let name = answer["timezone"]?.string
    let zone = name.flatMap { LocalTime(secondsSince1970: 0, offset: 0).at(timeZone: $0) == nil ? nil : $0 }
    timeZone = zone
    offset = Cell(answer["utc_offset_seconds"])?.code.flatMap { abs($0) <= 86_400 ? $0 : nil }
  }

  func time(_ json: JSON?) -> LocalTime? {
    if let seconds = Self.seconds(json, within: Self.longest) {
      let moment = LocalTime(secondsSince1970: seconds, offset: offset ?? 0)
      return timeZone.flatMap { moment.at(timeZone: $0) } ?? (offset == nil ? nil : moment)
    }
    guard let offset, let time = json?.string.flatMap({ LocalTime($0, offset: offset) }) else { return nil }
    return timeZone.flatMap { time.at(timeZone: $0) } ?? time
  }

  func day(_ json: JSON?) -> CalendarDay? {
    if let text = json?.string { return CalendarDay(text.prefix(10)) }
    // A day's seconds are its midnight's; a few hours on, a change of clocks in between does not matter.
    guard let offset, let midnight = Self.seconds(json, within: Self.longest) else { return nil }
    return LocalTime(secondsSince1970: midnight, offset: offset + 6 * 3600).day
  }

  /// The seconds to the end of the year 9999, behind which no calendar of ours goes.
  private static let longest = 253_402_300_799

  /// Whole seconds that can be reckoned with.
  private static func seconds(_ json: JSON?, within limit: Int) -> Int? {
    json?.number.flatMap { Int(exactly: $0) }.flatMap { (-limit...limit).contains($0) ? $0 : nil }
  }
}
