import Scraping
import Testing
import Weather

@Suite struct CellTests {
  @Test(arguments: [
    ("97°F", Temperature(97, .fahrenheit)), ("10°", Temperature(10, .celsius)), ("-5°", Temperature(-5, .celsius)),
    ("\u{2212}12°", Temperature(-12, .celsius)), ("High 3° C", Temperature(3, .celsius)),
    ("feels like 101°", Temperature(101, .celsius)),
  ])
  func readsTemperatures(text: String, temperature: Temperature) {
    #expect(Cell.text(text).temperature(.metric) == temperature)
  }

  @Test(arguments: ["--", "--°", "", "°", "H -- ", "--5", "\u{2212}\u{2212}"])
  func dashesAreUnknown(text: String) {
    #expect(Cell.text(text).temperature(.metric) == nil)
    #expect(Cell.text(text).uvIndex == nil)
  }

  @Test func aBareTemperatureNeedsThePagesUnit() {
    #expect(Cell.text("97°").temperature(UnitSystem()) == nil)
    #expect(Cell.number(97).temperature(UnitSystem()) == nil)
    #expect(Cell.text("97°F").temperature(UnitSystem()) == Temperature(97, .fahrenheit))
  }

  @Test(arguments: [
    ("NNE 20 km/h", Speed(20, .kilometersPerHour), CompassPoint.northNortheast),
    ("S 17 mph", Speed(17, .milesPerHour), .south), ("WSW\u{A0}7\u{A0}mph ", Speed(7, .milesPerHour), .westSouthwest),
  ])
  func readsWinds(text: String, speed: Speed, direction: CompassPoint) {
    #expect(Cell.text(text).speed(UnitSystem()) == speed)
    #expect(Cell.text(text).compassPoint == direction)
  }

  @Test func calmIsNoWindInThePagesUnit() {
    #expect(Cell.text("Calm").speed(.metric) == Speed(0, .kilometersPerHour))
    #expect(Cell.text("Calm").speed(UnitSystem()) == nil)
    #expect(Cell.text("Calm").compassPoint == nil)
    #expect(Cell.text("N/A").compassPoint == nil, "not available is not north")
  }

  @Test func anUnknownUnitIsNotThePages() {
    #expect(Cell.text("20 furlongs").speed(.metric) == nil)
    #expect(Cell.text("3 leagues").distance(.metric) == nil)
    #expect(Cell.text("20 bar").pressure(.metric) == nil)
  }

  @Test func readsOtherQuantities() {
    #expect(Cell.text("29.89 in").pressure(UnitSystem()) == Pressure(29.89, .inchesOfMercury))
    #expect(Cell.text("1,028.8 mb").pressure(UnitSystem()) == Pressure(1028.8, .hectopascals))
    #expect(Cell.text("10.0 mi").distance(UnitSystem()) == Distance(10, .miles))
    #expect(Cell.text("1.5 cm").precipitation(UnitSystem()) == Precipitation(15, .millimeters))
    #expect(Cell.text("53%").percentage == 53)
    #expect(Cell.text("10 of 10").uvIndex == 10)
    #expect(Cell.text("Extreme").uvIndex == nil)
    #expect(Cell.text("rotate(140deg)").rotation == 140)
  }

  @Test func wordsThatHoldOtherValuesAreNoWeather() {
    #expect(Cell.text("AM Rain/PM Snow & Wind").condition == "AM Rain/PM Snow & Wind")
    for text in [
      "36°18°", "NNW 27 mph 78%", "PM Rain&/td>", "<b>Rain", "Rain 3", "--", String(repeating: "Rain ", count: 50),
    ] { #expect(Cell.text(text).condition == nil) }
    #expect(Cell.number(5).condition == nil)
  }
}
