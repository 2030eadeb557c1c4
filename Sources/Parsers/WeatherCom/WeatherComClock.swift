internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// What time it is at the page's place.
struct WeatherComClock {
  /// The place's IANA zone; nil where the page does not say.
  let timeZone: String?
  /// The place's offset, from the zone or from the abbreviation beside "as of"; nil where the page says neither.
  let offset: Int?
  /// The run's clock moved to the place; with its own offset where the place's is not known.
  let now: LocalTime
  /// The time of day that the page calls its own, in seconds after midnight.
  let asOf: Int?
  /// The abbreviation beside "as of".
  private let abbreviation: String

  /// Whether the page is a file, whose time says little of the page's.
  private let isSavedFile: Bool

  /// - Parameters:
  ///   - timeZone: the zone that the state gives.
  ///   - stamps: where the page may show its time.
  ///   - document: the markup; asked only where there is no zone.
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

  /// The day that is today at the place. The clock says so, because a page may be days old; what the page calls today
  /// counts where the clock cannot know the day, or belongs to a file.
  func today(named stated: CalendarDay?) -> CalendarDay {
    guard let stated else { return now.day }
    if isSavedFile { return stated }
    // Without the place's offset it may be the day before there, or the day after.
    return offset == nil && now.isTodaySomewhere(stated) ? stated : now.day
  }

  /// The offset of the place's clocks at noon of a day; nil where it is not known.
  func offset(on day: CalendarDay) -> Int? {
    guard let timeZone else {
      return offset.flatMap { ZoneAbbreviation.holds(abbreviation, offset: $0, on: day) ? $0 : nil }
    }
    return LocalTime(day, seconds: 43_200, offset: 0).at(timeZone: timeZone)?.offset
  }

  /// When the page says it was observed: "as of 1:05 pm CDT", today or, late in the evening, yesterday.
  var observed: LocalTime? {
    guard let asOf, let offset else { return nil }
    let today = LocalTime(now.day, seconds: asOf, offset: offset)
    let isAhead = today.secondsSince1970 > now.secondsSince1970 + 3600
    return isAhead ? LocalTime(now.day + -1, seconds: asOf, offset: offset) : today
  }

  /// The moment of a time of day on a day that comes after another moment: where clocks are set back, an hour that is shown
  /// twice comes twice.
  func moment(_ day: CalendarDay, _ seconds: Int, after: LocalTime?) -> LocalTime? {
    guard let timeZone else { return LocalTime(day, seconds: seconds, offset: offset ?? now.offset) }
    let moments = LocalTime.moments(on: day, seconds: seconds, timeZone: timeZone)
    return moments.first { moment in after.map { $0 < moment } ?? true } ?? moments.last
  }
}
