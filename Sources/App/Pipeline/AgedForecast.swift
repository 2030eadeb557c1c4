import Basics
import Weather

extension Forecast {
  /// Moves on what the source called today in an answer that is so many seconds old: days pass while an answer is kept.
  mutating func grow(older age: Int, now: LocalTime) {
    guard let today else { return }
    let then = LocalTime(secondsSince1970: now.secondsSince1970 - age, offset: now.offset)
    // Offsets are whole quarters of an hour, and so are midnights in UTC: without one in between no day has passed, and the
    // table of zones, which takes long to open, need not be asked.
    if then.secondsSince1970 / Self.quarter == now.secondsSince1970 / Self.quarter { return }
    func day(_ time: LocalTime) -> CalendarDay { (place.timeZone.flatMap { time.at(timeZone: $0) } ?? time).day }
    self.today = today + (day(now).number - day(then).number)
  }

  /// A quarter of an hour, in seconds.
  private static let quarter = 900
}
