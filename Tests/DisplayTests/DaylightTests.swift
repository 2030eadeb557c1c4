import Display
import Testing
import Weather

/// Against sunrises and sunsets that the sites give, which are good to the minute.
struct DaylightTests {
  @Test(
    arguments: [
      // Denton, 2016-07-07, and Stockholm, 2021-04-25: sunrise and sunset.
      ("2016-07-07T06:24:00-05:00", "2016-07-07T20:40:00-05:00", 33.21, -97.13),
      ("2021-04-25T05:09:00+02:00", "2021-04-25T20:31:00+02:00", 59.33, 18.07),
    ])
  func theSunIsUpBetweenSunriseAndSunset(sunrise: String, sunset: String, latitude: Double, longitude: Double) throws {
    let rise = try #require(LocalTime(sunrise))
    let set = try #require(LocalTime(sunset))
    func isNight(_ time: LocalTime, minutes: Int) -> Bool? {
      let moment = LocalTime(secondsSince1970: time.secondsSince1970 + minutes * 60, offset: time.offset)
      return Daylight.isNight(at: moment, latitude: latitude, longitude: longitude)
    }
    #expect(isNight(rise, minutes: -6) == true)
    #expect(isNight(rise, minutes: 6) == false)
    #expect(isNight(set, minutes: -6) == false)
    #expect(isNight(set, minutes: 6) == true)
  }

  @Test func theSunDoesNotSetEverywhere() throws {
    let midsummer = try #require(LocalTime("2021-06-21T00:30:00+02:00"))
    let midwinter = try #require(LocalTime("2021-12-21T12:00:00+01:00"))
    #expect(Daylight.isNight(at: midsummer, latitude: 69.65, longitude: 18.96) == false)
    #expect(Daylight.isNight(at: midwinter, latitude: 69.65, longitude: 18.96) == true)
    #expect(Daylight.isNight(at: midwinter, latitude: nil, longitude: 18.96) == nil)
  }
}
