internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The time at the page's place.
struct WeatherComClock {
  /// The place's IANA zone; nil if the page does not have it.
  let timeZone: String?
  /// The place's UTC offset, from the zone or from the abbreviation after "as of"; nil if neither is known.
  let offset: Int?
  /// The run's clock in the place's zone; with its own offset if that is unknown.
  let now: LocalTime
  /// The time of day in "as of", in seconds after midnight.
  let asOf: Int?
  /// The abbreviation after "as of".
  private let abbreviation: String

  /// True for a saved file, whose modification time says little about the page's.
  private let isSavedFile: Bool

  /// - Parameters:
  /// - timeZone: the zone in the embedded state.
  /// - stamps: selectors of the page's time.
  /// - document: returns the markup; called only if there is no zone.
  init(
    fetched: LocalTime, isSavedFile: Bool, timeZone: String?, stamps: [WeatherComLandmark], body: [UInt8],
    document: () -> Document?
  ) throws(MarkupError) {
    self.isSavedFile = isSavedFile
    if let timeZone, let now = fetched.at(timeZone: timeZone) {
      self.timeZone = timeZone
      self.now = now
      offset = now.offset
      asOf = nil
      abbreviation = ""
      return
    }
    self.timeZone = nil
    let document = document()
    var text: String?
    for stamp in stamps where text == nil {
      text = try stamp.text(in: document, of: body).flatMap { TimeOfDay.seconds($0) == nil ? nil : $0 }
    }
    asOf = text.flatMap { TimeOfDay.seconds($0) }
    abbreviation = text?.split(separator: " ").last.map(String.init) ?? ""
    offset = ZoneAbbreviation.offset(abbreviation, showing: asOf, at: fetched)
    now = offset.map { fetched.at(offset: $0) } ?? fetched
  }

  /// Today's date at the place: normally the clock's, because a page may be days old. The page's own date counts for a
  /// saved file, and if the place's offset is unknown.
  func today(named stated: CalendarDay?) -> CalendarDay {
    guard let stated else { return now.day }
    if isSavedFile { return stated }
    // Without the place's offset, it may still be the day before or already the day after.
    return offset == nil && now.isTodaySomewhere(stated) ? stated : now.day
  }

  /// The UTC offset at noon of a date; nil if unknown.
  func offset(on day: CalendarDay) -> Int? {
    guard let timeZone else {
      return offset.flatMap { ZoneAbbreviation.holds(abbreviation, offset: $0, on: day) ? $0 : nil }
    }
    return LocalTime(day, seconds: 43_200, offset: 0).at(timeZone: timeZone)?.offset
  }

  /// The observation time in "as of 1:05 pm CDT": today or, shortly after midnight, yesterday.
  var observed: LocalTime? {
    guard let asOf, let offset else { return nil }
    let today = LocalTime(now.day, seconds: asOf, offset: offset)
    let isAhead = today.secondsSince1970 > now.secondsSince1970 + 3600
    return isAhead ? LocalTime(now.day + -1, seconds: asOf, offset: offset) : today
  }

  /// The time at which clocks show a time of day on a date, later than another time: an hour repeated when clocks are
  /// set back is used twice.
  func moment(_ day: CalendarDay, _ seconds: Int, after: LocalTime?) -> LocalTime? {
    guard let timeZone else { return LocalTime(day, seconds: seconds, offset: offset ?? now.offset) }
    let moments = LocalTime.moments(on: day, seconds: seconds, timeZone: timeZone)
    return moments.first { moment in after.map { $0 < moment } ?? true } ?? moments.last
  }
}
