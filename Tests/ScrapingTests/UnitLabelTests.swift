import Scraping
import Testing
import Weather

@Suite struct UnitLabelTests {
  @Test func labelsAreReadAsSourcesSpellThem() {
    #expect(UnitLabel.temperature(-2.5, "°C") == Temperature(-2.5, .celsius))
    #expect(UnitLabel.temperature(31, "°F") == Temperature(31, .fahrenheit))
    #expect(UnitLabel.temperature(4, "Celsius") == Temperature(4, .celsius))
    #expect(UnitLabel.speed(12, "mp/h") == Speed(12, .milesPerHour))
    #expect(UnitLabel.speed(12, "km/h") == Speed(12, .kilometersPerHour))
    #expect(UnitLabel.speed(12, "kn") == Speed(12, .knots))
    #expect(UnitLabel.speed(12, "m/s") == Speed(12, .metersPerSecond))
    #expect(UnitLabel.precipitation(0.12, "inch") == Precipitation(0.12, .inches))
    #expect(UnitLabel.precipitation(0.7, "cm") == Precipitation(7, .millimeters))
    #expect(UnitLabel.distance(24_140, "m") == Distance(24.1, .kilometers))
    #expect(UnitLabel.distance(52_800, "ft") == Distance(10, .miles))
  }

  @Test func whatIsGivenInAnotherUnitIsRoundedToADecimal() {
    #expect(UnitLabel.pressure(101_325, "Pa")?.value == 1013.3)
    #expect(UnitLabel.pressure(101.33, "kPa")?.value == 1013.3)
    #expect(UnitLabel.distance(1001, "m")?.value == 1)
    #expect(UnitLabel.pressure(1013.25, "hPa") == Pressure(1013.25, .hectopascals))
  }

  @Test func aUnitIsNeverGuessed() {
    #expect(UnitLabel.temperature(20, nil) == nil)
    #expect(UnitLabel.temperature(290, "K") == nil)
    #expect(UnitLabel.speed(3, "Bft") == nil)
    #expect(UnitLabel.precipitation(3, "") == nil)
    #expect(UnitLabel.temperature(nil, "°C") == nil)
  }
}
