import Scraping
import Testing
import Weather

struct TerritoryTests {
  @Test(arguments: [
    "38.89,-77.04", "24.55,-81.78", "49.0,-123.08", "71.29,-156.79", "52.9,173.2", "21.31,-157.86", "28.2,-177.38",
    "18.47,-66.11", "13.44,144.79", "-14.28,-170.7", "44.8,-66.95", "40.5,-69.4",
  ])
  func holdsTheUnitedStates(place: String) throws {
    #expect(Territory.unitedStates.contains(try #require(Coordinates(place))))
  }

  @Test(arguments: ["48.85,2.35", "59.33,18.07", "-33.87,151.21", "35.68,139.69", "-23.55,-46.63", "55.75,37.62"])
  func doesNotHoldTheRest(place: String) throws {
    #expect(!Territory.unitedStates.contains(try #require(Coordinates(place))))
  }
}
