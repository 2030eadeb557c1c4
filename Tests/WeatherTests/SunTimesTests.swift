import Basics
import Testing
import Weather

struct SunTimesTests {
  @Test(
    arguments: [
      // Longyearbyen, Tromsø, Utqiagvik, McMurdo; the dates of the almanacs lie a few days inside.
      ("2025-12-01", 78.22, .downAllDay), ("2025-12-21", 69.65, .downAllDay), ("2025-06-10", 69.65, .upAllDay),
      ("2025-12-10", 71.29, .downAllDay), ("2025-06-21", -77.85, .downAllDay), ("2025-12-21", -77.85, .upAllDay),
      ("2025-06-21", 67.0, .upAllDay), ("2025-01-01", 90, .downAllDay), ("2025-07-01", 90, .upAllDay),
      // Where it rises and sets.
      ("2025-12-21", 65.0, nil), ("2025-06-21", 64.15, nil), ("2025-03-20", 78.22, nil), ("2025-06-21", 0, nil),
      ("2025-12-21", -34, nil), ("2025-06-21", 91, nil), ("2025-06-21", .nan, nil),
    ] as [(String, Double, Sun.State?)])
  func theSunIsUpOrDownAllDay(date: String, latitude: Double, expected: Sun.State?) throws {
    var place = Place()
    place.latitude = latitude
    #expect(place.sunState(on: try #require(CalendarDay(date))) == expected)
  }

  @Test(
    arguments: [
      // Polar night and midnight sun, as services write them.
      ("2026-01-10T00:00:00+01:00", "2026-01-10T00:00:00+01:00", false, false),
      ("2026-01-10T00:00:00+01:00", "2026-01-11T00:00:00+01:00", false, false),
      ("1970-01-01T00:00:00+00:00", "1970-01-01T00:00:00+00:00", false, false),
      ("2026-01-10T00:00:00+01:00", "2026-01-10T23:59:00+01:00", false, false),
      ("2026-01-10T00:01:00+01:00", "2026-01-10T23:59:59+01:00", true, true),
      ("2026-01-10T12:00:00+01:00", "2026-01-10T12:00:00+01:00", false, false),
      ("2026-01-10T14:00:00+01:00", "2026-01-10T10:00:00+01:00", false, false),
      ("2026-01-09T08:00:00+01:00", "2026-01-09T15:00:00+01:00", false, false),
      // One of them is not this day's.
      ("2026-01-10T02:30:00+01:00", "2026-01-11T00:20:00+01:00", true, false),
      ("2026-01-10T02:30:00+01:00", "2026-01-11T00:00:00+01:00", true, false),
      // The day is the place's own.
      ("2026-01-09T22:30:00Z", "2026-01-10T15:00:00Z", false, true),
      ("2026-01-09T22:30:00-04:00", "2026-01-10T15:00:00-04:00", false, true),
      ("2026-01-10T08:12:00+01:00", "2026-01-10T15:40:00+01:00", true, true),
    ])
  func whatIsNotOfTheDayIsUnknown(rise: String, set: String, hasRise: Bool, hasSet: Bool) throws {
    var day = DayForecast(date: try #require(CalendarDay("2026-01-10")))
    day.sunrise = LocalTime(rise)
    day.sunset = LocalTime(set)
    let times = (day.sunrise, day.sunset)
    day.dropInvalidSunTimes(at: Place())
    #expect(day.sunrise == (hasRise ? times.0 : nil))
    #expect(day.sunset == (hasSet ? times.1 : nil))
    #expect(day.sunState == nil)
  }

  /// Fairbanks, Reykjavik and Oulu in June; times that no night of the place can have, at 61° and at the equator.
  @Test(
    arguments: [
      ("2026-06-21", "02:57", "00:47", 64.84, true), ("2026-06-21", "02:57", "00:47", nil, true),
      ("2026-06-21", "02:55", "00:03", 64.14, true), ("2026-06-28", "02:30", "00:06", 65.01, true),
      ("2026-06-21", "02:57", "00:47", 40.0, false), ("2026-06-21", "02:57", "00:47", 0.0, false),
      ("2026-12-21", "02:57", "00:47", 64.84, false), ("2026-06-21", "02:57", "00:47", -64.84, false),
      ("2026-06-21", "04:10", "03:01", 64.84, false), ("2026-06-21", "04:10", "03:01", nil, false),
      ("2026-06-21", "07:30", "00:30", nil, false), ("2026-06-21", "00:47", "00:47", 64.84, false),
      ("2026-06-21", "02:57", "00:00", 64.84, nil),
    ] as [(String, String, String, Double?, Bool?)])
  func theSunMaySetAfterMidnight(date: String, rise: String, set: String, latitude: Double?, isKept: Bool?) throws {
    var place = Place()
    place.latitude = latitude
    var day = DayForecast(date: try #require(CalendarDay(date)))
    day.sunrise = LocalTime("\(date)T\(rise):00-08:00")
    day.sunset = LocalTime("\(date)T\(set):00-08:00")
    #expect(day.sunrise != nil && day.sunset != nil)
    day.dropInvalidSunTimes(at: place)
    // Of the midnights that services write for no sunset only the sunrise beside them is kept.
    #expect((day.sunrise != nil) == (isKept ?? true))
    #expect((day.sunset != nil) == (isKept ?? false))
  }

  @Test func thePlaceSaysWhatTheSunDoes() throws {
    var place = Place()
    place.latitude = 78.22
    var day = DayForecast(date: try #require(CalendarDay("2025-12-05")))
    day.sunrise = LocalTime("2025-12-05T11:00:00+01:00")
    day.sunset = LocalTime("2025-12-05T13:00:00+01:00")
    day.dropInvalidSunTimes(at: place)
    #expect(day.sunState == .downAllDay)
    #expect(day.sunrise == nil && day.sunset == nil)
  }
}
