import Weather

extension Forecast {
  /// Moves on what the source called today in an answer that is so many seconds old: days pass while an answer is kept.
  mutating func grow(older age: Int, now: LocalTime) {
    guard let today else { return }
    let then = LocalTime(secondsSince1970: now.secondsSince1970 - age, offset: now.offset)
    func day(_ time: LocalTime) -> CalendarDay { (place.timeZone.flatMap { time.at(timeZone: $0) } ?? time).day }
    self.today = today + (day(now).number - day(then).number)
  }
}
