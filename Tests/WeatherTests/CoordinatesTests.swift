import Testing
import Weather

@Suite struct CoordinatesTests {
  @Test(arguments: [
    ("59.33,18.07", 59.33, 18.07), ("-33.87,151.21", -33.87, 151.21), ("0, 0", 0, 0), ("+1,-180", 1, -180),
  ])
  func readsDegrees(text: String, latitude: Double, longitude: Double) {
    #expect(Coordinates(text) == Coordinates(latitude: latitude, longitude: longitude))
  }

  @Test(arguments: ["", "59", "59,", "a,b", "91,0", "0,181", "1,2,3", "nan,0", "1e1,0", "0x1,0", "59.33 18.07"])
  func refusesEverythingElse(text: String) {
    #expect(Coordinates(text) == nil)
  }

  @Test func writesFourDecimalsAndNoZeros() throws {
    #expect(try #require(Coordinates(latitude: 59.32938, longitude: 18)).text == "59.3294,18")
    #expect(try #require(Coordinates(latitude: -0.5, longitude: -0.00001)).text == "-0.5,0")
  }

  @Test func measuresGreatCircles() throws {
    // One degree of latitude on a sphere of 6371 km: 2 * pi * 6371 / 360.
    let a = try #require(Coordinates(latitude: 0, longitude: 0))
    let b = try #require(Coordinates(latitude: 1, longitude: 0))
    let c = try #require(Coordinates(latitude: 0, longitude: 180))
    #expect(abs(a.kilometers(to: b) - 111.195) < 0.001)
    #expect(abs(a.kilometers(to: c) - 20_015.087) < 0.001)
  }
}
