import Testing
import Weather

@Suite struct CompassPointTests {
  @Test(arguments: [
    (0.0, CompassPoint.north), (11.2, .north), (11.3, .northNortheast), (22, .northNortheast), (180, .south),
    (247, .westSouthwest), (348.7, .northNorthwest), (348.8, .north), (360, .north),
  ])
  func isTheNearest(degrees: Double, point: CompassPoint) {
    #expect(CompassPoint(degrees: degrees) == point)
  }

  @Test(arguments: [-1.0, 360.5, .nan, .infinity])
  func doesNotExistOffTheRose(degrees: Double) {
    #expect(CompassPoint(degrees: degrees) == nil)
  }

  @Test func followsFromTheBearingWhereNoLettersAreKnown() {
    #expect(Wind(degrees: 140).direction == .southeast)
    #expect(Wind(direction: .east, degrees: 140).direction == .east)
  }

  @Test func hasItsBearing() {
    for point in CompassPoint.allCases { #expect(CompassPoint(degrees: point.degrees) == point) }
    #expect(Wind(direction: .east).bearing == 90)
    #expect(Wind(direction: .east, degrees: 93).bearing == 93)
    #expect(Wind().bearing == nil)
  }
}
