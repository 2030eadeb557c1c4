import Basics
import Testing
import Weather

@testable import Output

struct DaylightTests {
  /// A report of Stockholm's spring; sunrise and sunset are those of its one day.
  private func report(
    _ kind: Question = .today, fetched: String = "2021-04-25T15:07:00+02:00", observed: String? = nil,
    sun: (rise: String, set: String)? = nil, place: (latitude: Double, longitude: Double)? = nil,
    timeZone: String? = nil
  ) throws -> Report {
    let fetched = try #require(LocalTime(fetched))
    var day = DayForecast(date: fetched.day)
    day.high = Temperature(12, .celsius)
    day.description = "Clear"
    day.sunrise = try sun.map { try #require(LocalTime($0.rise)) }
    day.sunset = try sun.map { try #require(LocalTime($0.set)) }
    var now = CurrentConditions()
    now.description = "Clear"
    now.observed = try observed.map { try #require(LocalTime($0)) }
    var location = Place()
    (location.latitude, location.longitude, location.timeZone) = (place?.latitude, place?.longitude, timeZone)
    return Report(
      query: "x", question: kind, source: Source(parser: "X", name: "X", url: "", fetched: fetched, attribution: ""),
      place: location, units: ReportUnits(), current: kind == .today ? now : nil, days: [day], hours: [],
      today: fetched.day)
  }

  @Test(
    arguments: [
      ("2021-04-25T05:11:59+02:00", true), ("2021-04-25T05:12:00+02:00", false), ("2021-04-25T20:32:59+02:00", false),
      ("2021-04-25T20:33:00+02:00", true), ("2021-04-25T19:00:00+00:00", true),
    ])
  func theSourcesTimesDecideFirst(time: String, isNight: Bool) throws {
    // The place given lies where it is the other half of the day.
    let report = try report(
      sun: ("2021-04-25T05:12:00+02:00", "2021-04-25T20:33:00+02:00"), place: (latitude: -40, longitude: -160))
    #expect(Daylight(report).isNight(at: try #require(LocalTime(time))) == isNight)
  }

  @Test(
    arguments: [
      ("2021-06-10T00:05:00+03:00", false), ("2021-06-10T00:30:00+03:00", true), ("2021-06-10T02:00:00+03:00", false),
      ("2021-06-10T23:30:00+03:00", false),
    ])
  func theSunMaySetAfterMidnight(time: String, isNight: Bool) throws {
    let report = try report(
      fetched: "2021-06-10T12:00:00+03:00", sun: ("2021-06-10T01:50:00+03:00", "2021-06-10T00:20:00+03:00"))
    #expect(Daylight(report).isNight(at: try #require(LocalTime(time))) == isNight)
  }

  @Test(
    arguments: [
      // Of another day than the source's times, over midnight.
      ("2021-04-26T01:00:00+02:00", 59.33, true), ("2021-04-26T12:00:00+02:00", 59.33, false),
      // Polar day and polar night.
      ("2021-06-21T00:30:00+02:00", 69.65, false), ("2021-12-21T12:00:00+01:00", 69.65, true),
    ])
  func thenTheSunsAltitude(time: String, latitude: Double, isNight: Bool) throws {
    let report = try report(
      sun: ("2021-04-25T05:12:00+02:00", "2021-04-25T20:33:00+02:00"), place: (latitude: latitude, longitude: 18.96))
    let daylight = Daylight(report)
    #expect(daylight.isNight(at: try #require(LocalTime(time))) == isNight)
    #expect(daylight.isKnownNight(at: try #require(LocalTime(time))) == isNight)
  }

  @Test(
    arguments: [
      ("2021-04-25T05:59:00+02:00", true), ("2021-04-25T06:00:00+02:00", false), ("2021-04-25T17:59:00+02:00", false),
      ("2021-04-25T18:00:00+02:00", true), ("2021-04-25T00:00:00-07:00", true),
    ])
  func thenTheClock(time: String, isNight: Bool) throws {
    let daylight = Daylight(try report())
    #expect(daylight.isNight(at: try #require(LocalTime(time))) == isNight)
    #expect(daylight.isKnownNight(at: try #require(LocalTime(time))) == nil)
  }

  @Test func nowIsWhenItWasObservedElseWhenTheAnswerCame() throws {
    #expect(Daylight(try report(observed: "2021-04-25T22:00:00+02:00")).isNightNow)
    #expect(!Daylight(try report(observed: "2021-04-25T12:00:00+02:00")).isNightNow)
    let sun = (rise: "2021-04-25T05:12:00+02:00", set: "2021-04-25T20:33:00+02:00")
    #expect(Daylight(try report(fetched: "2021-04-25T22:00:00+02:00", sun: sun)).isNightNow)
    // The run's clock is the computer's: where that of the place is not known, nothing is known.
    #expect(!Daylight(try report(fetched: "2021-04-25T22:00:00+02:00")).isNightNow)
    #expect(Daylight(try report(fetched: "2021-04-25T22:00:00+02:00", timeZone: "Europe/Rome")).isNightNow)
    #expect(!Daylight(try report(fetched: "2021-04-25T22:00:00+02:00", timeZone: "America/Denver")).isNightNow)
  }

  @Test(arguments: [Double.nan, .infinity, -1e300, 181])
  func aPlaceOffTheGlobeIsNone(degrees: Double) throws {
    let daylight = Daylight(try report(place: (latitude: degrees, longitude: degrees)))
    #expect(!daylight.isNightNow)
    #expect(daylight.isKnownNight(at: try #require(LocalTime("2021-04-25T12:00:00+02:00"))) == nil)
  }

  @Test func aDayThatIsOverHasTheWordsOfItsNight() throws {
    var report = try report(.fiveDays)
    #expect(!Daylight(report).isNightAtStart)
    (report.days[0].high, report.days[0].low) = (nil, Temperature(3, .celsius))
    #expect(Daylight(report).isNightAtStart)
    #expect(Daylight(report).isNight(on: report.days[0]))
    report.days[0].low = nil
    #expect(!Daylight(report).isNightAtStart)
  }
}
