internal import Basics
internal import Markup
internal import Weather

/// Dates and times.
extension ValueFinder {
  /// A field's time. A bare time of day needs the zone; without a date it is taken as the latest such time, up to an
  /// hour ahead.
  func time(
    _ selector: CompiledSelector, _ found: Found, at row: PageContent.Row, on date: CalendarDay?
  ) throws(MarkupError) -> LocalTime? {
    let read = try reading(selector, found, at: row)
    if let moment = read.moment { return moment }
    guard let seconds = read.label?.seconds ?? read.seconds ?? TimeOfDay.seconds(found.cell.writtenText ?? ""),
      let zone = try sectionZone(selector, at: row, showing: seconds)
    else { return nil }
    if let date = date ?? read.day { return zone.moment(on: date, seconds: seconds) }
    let here = zone.at(now)
    guard let moment = zone.moment(on: here.day, seconds: seconds) else { return nil }
    return moment > here + 3600 ? zone.moment(on: here.day + -1, seconds: seconds) : moment
  }

  /// The parts of a parsed date or time.
  struct DateReading {
    var day: CalendarDay?
    var moment: LocalTime?
    var seconds: Int?
    var label: RowLabel?
    /// The text itself, available to expressions as `$label`.
    var text = ""
  }

  /// The first date or time that the selectors find; nil if none.
  func date(_ ladder: [CompiledSelector], at row: PageContent.Row) throws(MarkupError) -> DateReading? {
    for selector in ladder {
      guard let found = try find(selector, at: row) else { continue }
      var read = try reading(selector, found, at: row)
      guard read.day != nil || read.moment != nil || read.label != nil else { continue }
      read.text = found.cell.writtenText ?? ""
      return read
    }
    return nil
  }

  private func reading(
    _ selector: CompiledSelector, _ found: Found, at row: PageContent.Row
  ) throws(MarkupError) -> DateReading {
    var read = DateReading()
    switch selector.format {
    case .label, .clock: read.label = RowLabel(found.cell.writtenText ?? "")
    case .letters(let pattern):
      let near = (zone?.at(now) ?? now).day
      guard let written = pattern.read(found.cell.writtenText ?? "", near: near) else { return read }
      (read.day, read.seconds) = (written.day, written.seconds)
      guard let day = written.day, let seconds = written.seconds else { return read }
      // A zone abbreviation that is written but unknown makes the time unknown.
      let own = written.zone.flatMap { PlaceZone(.text($0), showing: seconds, at: now) }
      guard let zone = written.zone == nil ? try sectionZone(selector, at: row, showing: seconds) : own else {
        if written.zone != nil { read.seconds = nil }
        return read
      }
      read.moment = zone.moment(on: day, seconds: seconds).map { placed($0) }
      // Converts a date in an explicit zone to the place's date.
      if selector.zone != nil || own != nil, let moment = read.moment { read.day = moment.day }
    case .iso:
      switch found.cell {
      case .number(let number): try readSeconds(number, &read, selector, at: row)
      case .text(let text):
        if let moment = LocalTime(text) {
          read.moment = placed(moment)
          // A UTC date is converted to the place's; with an offset, it already is the place's.
          read.day = text.hasSuffix("Z") || text.hasSuffix("z") ? placed(moment).day : moment.day
        } else if let clock = LocalTime(text, offset: 0) {
          read.day = clock.day
          read.moment = try sectionZone(selector, at: row)?.moment(on: clock.day, seconds: clock.secondsOfDay).map {
            placed($0)
          }
        } else if text.utf8.count == 10 {
          read.day = CalendarDay(text)
        }
      }
    }
    return read
  }

  /// Unix time of the end of the year 9999; larger numbers are not seconds.
  private static let longest = 253_402_300_799.0

  private func readSeconds(
    _ number: Double, _ read: inout DateReading, _ selector: CompiledSelector, at row: PageContent.Row
  ) throws(MarkupError) {
    // Larger numbers are milliseconds.
    let number = abs(number) > Self.longest ? (number / 1000).rounded(.down) : number
    guard abs(number) <= Self.longest, let seconds = Int(exactly: number) else { return }
    let moment = LocalTime(secondsSince1970: seconds, offset: 0)
    guard let own = try sectionZone(selector, at: row) ?? zone else {
      if selector.zone == nil, section.zone.isEmpty { read.moment = moment }
      return
    }
    read.moment = placed(own.at(moment))
    // Daily rows are dated by local midnight; adding six hours keeps the date right if the offset is off by an hour or
    // two.
    read.day = own.at(moment + 6 * 3600).day
  }

  /// Converts a time to the place's zone.
  func placed(_ moment: LocalTime) -> LocalTime { zone?.at(moment) ?? moment }

  /// The zone of a time without one: the selector's, else the section's, else the place's.
  private func sectionZone(
    _ selector: CompiledSelector, at row: PageContent.Row, showing: Int? = nil
  ) throws(MarkupError) -> PlaceZone? {
    let sources = selector.zone.map { [$0] } ?? section.zone
    for source in sources {
      switch source {
      case .place: return zone
      case .fixed(let fixed): return fixed
      case .path(let path):
        var read: PlaceZone?
        try content.visit(path, at: row) { cell, _ in
          read = PlaceZone(cell, showing: showing, at: now)
          return read == nil
        }
        if let read { return read }
      }
    }
    // If the answer should state the zone but does not, the time is unknown.
    return sources.isEmpty ? zone : nil
  }
}
