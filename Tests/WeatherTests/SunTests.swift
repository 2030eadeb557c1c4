import Basics
import Testing
import Weather

/// Against sunrises and sunsets that the sites give, which are good to the minute, and almanacs' polar days and nights.
struct SunTests {
  @Test(
    arguments: [
      // Denton, 2016-07-07, and Stockholm, 2021-04-25: sunrise and sunset.
      ("2016-07-07T06:24:00-05:00", "2016-07-07T20:40:00-05:00", 33.21, -97.13),
      ("2021-04-25T05:09:00+02:00", "2021-04-25T20:31:00+02:00", 59.33, 18.07),
    ])
  func theSunIsUpBetweenSunriseAndSunset(sunrise: String, sunset: String, latitude: Double, longitude: Double) throws {
    let rise = try #require(LocalTime(sunrise))
    let set = try #require(LocalTime(sunset))
    func isUp(_ time: LocalTime, minutes: Int) -> Bool {
      let moment = LocalTime(secondsSince1970: time.secondsSince1970 + minutes * 60, offset: time.offset)
      return Sun.altitude(at: moment, latitude: latitude, longitude: longitude) > Sun.horizon
    }
    #expect(!isUp(rise, minutes: -6))
    #expect(isUp(rise, minutes: 6))
    #expect(isUp(set, minutes: -6))
    #expect(!isUp(set, minutes: 6))
  }

  @Test(
    arguments: [
      // Tromsø: the sun stays up from about 18 May to 26 July, and down from about 27 November to 15 January.
      ("2023-06-21", 69.65, .upAllDay), ("2023-05-25", 69.65, .upAllDay), ("2023-07-18", 69.65, .upAllDay),
      ("2023-12-21", 69.65, .downAllDay), ("2023-12-03", 69.65, .downAllDay), ("2023-01-09", 69.65, .downAllDay),
      ("2023-03-20", 69.65, nil), ("2023-05-10", 69.65, nil), ("2023-11-20", 69.65, nil), ("2023-08-05", 69.65, nil),
      // The south has its summer in December.
      ("2023-12-21", -77.85, .upAllDay), ("2023-06-21", -77.85, .downAllDay),
      // Nowhere between the polar circles, however near.
      ("2023-06-21", 65.0, nil), ("2023-12-21", 66.0, nil), ("2023-06-21", 0.0, nil), ("2023-12-21", -33.9, nil),
    ] as [(String, Double, Sun.State?)])
  func whereTheSunNeitherRisesNorSets(date: String, latitude: Double, state: Sun.State?) throws {
    #expect(Sun.state(on: try #require(CalendarDay(date)), latitude: latitude, longitude: 18.96) == state)
  }
}
