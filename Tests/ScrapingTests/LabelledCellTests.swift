import Markup
import Scraping
import Testing
import Weather

@Suite struct LabelledCellTests {
  @Test func labelsAreReadAsSourcesSpellThem() {
    #expect(Cell.number(-2.5).temperature(label: "°C") == Temperature(-2.5, .celsius))
    #expect(Cell.number(31).temperature(label: "°F") == Temperature(31, .fahrenheit))
    #expect(Cell.text("4").temperature(label: "Celsius") == Temperature(4, .celsius))
    #expect(Cell.number(4).temperature(label: "wmoUnit:degC") == Temperature(4, .celsius))
    #expect(Cell.number(12).speed(label: "mp/h") == Speed(12, .milesPerHour))
    #expect(Cell.number(12).speed(label: "km/h") == Speed(12, .kilometersPerHour))
    #expect(Cell.number(12).speed(label: "wmoUnit:km_h-1") == Speed(12, .kilometersPerHour))
    #expect(Cell.number(12).speed(label: "kn") == Speed(12, .knots))
    #expect(Cell.text("12").gust(label: "m/s") == Speed(12, .metersPerSecond))
    #expect(Cell.number(0.12).precipitation(label: "inch") == Precipitation(0.12, .inches))
    #expect(Cell.number(0.7).precipitation(label: "cm") == Precipitation(7, .millimeters))
    #expect(Cell.number(24_140).distance(label: "m") == Distance(24.1, .kilometers))
    #expect(Cell.number(52_800).distance(label: "ft") == Distance(10, .miles))
    #expect(Cell.text("10.00").distance(label: "statute miles") == Distance(10, .miles))
    #expect(Cell.text("29.74").pressure(label: "inches of mercury") == Pressure(29.74, .inchesOfMercury))
    #expect(Cell.number(53).percentage(label: "percent") == 53)
    #expect(Cell.number(140).degrees(label: "degrees true") == 140)
    #expect(Cell.number(3).uvIndex(label: "1") == 3)
  }

  @Test func aDotBesideALabelIsADecimalSign() {
    #expect(Cell.text("402.336").distance(label: "wmoUnit:m") == Distance(0.4, .kilometers))
    #expect(Cell.text("804.672").distance(label: "m") == Distance(0.8, .kilometers))
    #expect(Cell.text("1.524").precipitation(label: "mm") == Precipitation(1.524, .millimeters))
    // One hectopascal is no air pressure.
    #expect(Cell.text("1.015").pressure(label: "hPa") == Pressure(1015, .hectopascals))
  }

  @Test func whatIsGivenInAnotherUnitIsRoundedToADecimal() {
    #expect(Cell.number(101_325).pressure(label: "Pa")?.value == 1013.3)
    #expect(Cell.number(101.33).pressure(label: "kPa")?.value == 1013.3)
    #expect(Cell.number(1001).distance(label: "m")?.value == 1)
    #expect(Cell.number(1013.25).pressure(label: "hPa") == Pressure(1013.25, .hectopascals))
  }

  @Test func aUnitIsNeverGuessed() {
    #expect(Cell.number(20).temperature(label: nil) == nil)
    #expect(Cell.text("20").temperature(label: nil) == nil)
    #expect(Cell.number(290).temperature(label: "K") == nil)
    #expect(Cell.number(3).speed(label: "Bft") == nil)
    #expect(Cell.number(3).precipitation(label: "") == nil)
    #expect(Cell.number(53).percentage(label: "°C") == nil)
    #expect(Cell.number(5).uvIndex(label: "%") == nil)
    #expect(Cell.number(140).degrees(label: "m/s") == nil)
  }

  @Test func aUnitAtTheNumberMustAgreeWithItsLabel() {
    #expect(Cell.text("12 °C").temperature(label: "°C") == Temperature(12, .celsius))
    #expect(Cell.text("12 °F").temperature(label: nil) == Temperature(12, .fahrenheit))
    #expect(Cell.text("12 °F").temperature(label: "°C") == nil)
    #expect(Cell.text("12 km/h").speed(label: "mph") == nil)
  }

  @Test func numbersThatAreNoneAreUnknown() {
    #expect(Cell.number(.nan).temperature(.metric) == nil)
    #expect(Cell.number(.infinity).percentage == nil)
    #expect(Cell.number(-0.0).temperature(.metric)?.value.sign == .plus)
    #expect(Cell.text("61").code == 61)
    #expect(Cell.text("61.5").code == nil)
    #expect(Cell.text("-79.38").plainNumber == -79.38)
    for text in ["", "-", "NA", "2 to 6", "5-10", "nan", "inf", "1e3", "0x10", "12°", " 12", "1.2.3"] {
      #expect(Cell.text(text).plainNumber == nil)
    }
  }

  @Test func anElementIsReadAsAWhole() throws {
    let document = try Document(xml: Array("<a><b> 40 </b><b/><b>40 %</b><b>40 mm</b></a>".utf8))
    #expect(try document.nodes("//b").map { Cell.text($0.text).percentage } == [40, nil, 40, nil])
  }
}
