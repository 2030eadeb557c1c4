import Testing
import Weather

@Suite struct MeasuredTests {
  @Test func whatNeedsNoConversionStandsToTheDigit() {
    #expect(Pressure(1028.78, .hectopascals).converted(to: .hectopascals).value == 1028.78)
    #expect(Temperature(-40.123, .celsius).converted(to: .celsius).value == -40.123)
  }

  @Test(arguments: [(92.0, 33.3), (32, 0), (-40, -40), (31.9, -0.1), (0, -17.8)])
  func convertsFahrenheit(fahrenheit: Double, celsius: Double) {
    #expect(Temperature(fahrenheit, .fahrenheit).converted(to: .celsius).value == celsius)
  }

  @Test func nothingBecomesNegativeZero() {
    let value = Temperature(31.99, .fahrenheit).converted(to: .celsius).value
    #expect(value == 0 && value.sign == .plus)
  }

  @Test func convertsSpeeds() {
    #expect(Speed(17, .milesPerHour).converted(to: .kilometersPerHour).value == 27.4)
    #expect(Speed(10, .metersPerSecond).converted(to: .kilometersPerHour).value == 36)
    #expect(Speed(10, .knots).converted(to: .kilometersPerHour).value == 18.5)
    #expect(Speed(100, .kilometersPerHour).converted(to: .milesPerHour).value == 62.1)
  }

  @Test func convertsPressuresWithTwoDecimalsForInches() {
    #expect(Pressure(29.89, .inchesOfMercury).converted(to: .hectopascals).value == 1012.2)
    #expect(Pressure(1013.25, .hectopascals).converted(to: .inchesOfMercury).value == 29.92)
    #expect(Pressure(1013.25, .hectopascals).converted(to: .millimetersOfMercury).value == 760)
  }

  @Test func convertsDistancesAndPrecipitation() {
    #expect(Distance(10, .miles).converted(to: .kilometers).value == 16.1)
    #expect(Precipitation(0.5, .inches).converted(to: .millimeters).value == 12.7)
    #expect(Precipitation(1, .millimeters).converted(to: .inches).value == 0.04)
  }

  @Test(arguments: MeasurementUnit.allCases, MeasurementUnit.allCases)
  func thereAndBackIsTheSame(a: MeasurementUnit, b: MeasurementUnit) {
    let value = Temperature(Temperature(21.5, a).exactly(in: b), b).exactly(in: a)
    #expect(abs(value - 21.5) < 1e-9)
  }
}
