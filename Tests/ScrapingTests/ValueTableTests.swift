import Scraping
import Testing
import Weather

/// The reader of numbers and units, held against a table that follows from the rules alone: a sign is never lost, a decimal
/// sign is told from one of groups by what is plausible, a unit that does not fit is no value, and neither is a range.
@Suite struct ValueTableTests {
  @Test(
    arguments: [signs, lostSigns, decimals, scripts, unfitUnits, harmless, labels, ranges, angles, hostile].flatMap {
      $0
    })
  func row(_ row: ValueRow) {
    let read = row.read()
    #expect(read.value == row.value)
    #expect(read.unit == row.unit)
    #expect(read.value?.sign != .minus || read.value != 0, "zero has no sign")
  }

  // MARK: - Signs

  static let signs = [
    ValueRow("-8°", .temperature, page: "C", -8), ValueRow("- 8°", .temperature, page: "C", -8),
    ValueRow("\u{2212}8°", .temperature, page: "C", -8), ValueRow("\u{2212} 8°", .temperature, page: "C", -8),
    ValueRow("\u{2212}\u{A0}8°", .temperature, page: "C", -8),
    ValueRow("\u{2212}\u{202F}8 °C", .temperature, -8, "C"), ValueRow("\u{2010}8°", .temperature, page: "C", -8),
    ValueRow("\u{2011}8°", .temperature, page: "C", -8), ValueRow("\u{2012}8°", .temperature, page: "C", -8),
    ValueRow("\u{2013}8°", .temperature, page: "C", -8), ValueRow("\u{FF0D}8°", .temperature, page: "C", -8),
    ValueRow("\u{FE63}8°", .temperature, page: "C", -8), ValueRow("\u{207B}8°", .temperature, page: "C", -8),
    ValueRow("&minus;8&deg;", .temperature, page: "C", -8), ValueRow("&#8722;8°", .temperature, page: "C", -8),
    ValueRow("&#x2212;8°", .temperature, page: "C", -8), ValueRow("&ndash;8°", .temperature, page: "C", -8),
    ValueRow("minus 8°", .temperature, page: "C", -8), ValueRow("8 below zero", .temperature, page: "F", -8),
    ValueRow("High -8°", .temperature, page: "C", -8), ValueRow("High \u{2013}8°", .temperature, page: "C", -8),
    ValueRow("High\u{2212}8°", .temperature, page: "C", -8), ValueRow("Low: - 8 °C", .temperature, -8, "C"),
    ValueRow("\u{200E}-8°", .temperature, page: "C", -8),
    ValueRow("feels like \u{2212}18°", .feelsLike, page: "F", -18),
    ValueRow("+8°", .temperature, page: "C", 8), ValueRow("\u{FF0B}8°", .temperature, page: "C", 8),
    ValueRow("+ 8°", .temperature, page: "C", 8), ValueRow("-0", .temperature, page: "C", 0),
    ValueRow("\u{2212}0°", .temperature, page: "C", 0), ValueRow("-0.0", .temperature, page: "C", 0),
    ValueRow("-.5°", .temperature, page: "C", -0.5),
    // A dash between a word and a number, or alone for an unknown value, is no minus.
    ValueRow("High - 8°", .temperature, page: "C", nil), ValueRow("High-8°", .temperature, page: "C", nil),
    ValueRow("\u{2013} 8°", .temperature, page: "C", nil), ValueRow("\u{2014}8°", .temperature, page: "C", nil),
    ValueRow("--", .temperature, page: "C", nil), ValueRow("--8°", .temperature, page: "C", nil),
    ValueRow("-\u{2212}8°", .temperature, page: "C", nil), ValueRow("-+8°", .temperature, page: "C", nil),
    ValueRow("8-", .temperature, page: "C", nil), ValueRow("\u{B1}8°", .temperature, page: "C", nil),
    ValueRow("(8°)", .temperature, page: "C", nil), ValueRow("minus -8°", .temperature, page: "C", nil),
    ValueRow("\u{2212}5/\u{2212}9", .temperature, page: "C", nil), ValueRow("-5° /", .temperature, page: "C", -5),
    ValueRow("/2°", .temperature, page: "C", 2), ValueRow("/\u{2212}3°", .temperature, page: "C", -3),
    ValueRow("//2°", .temperature, page: "C", nil), ValueRow("/2", .share, nil),
  ]

  /// A minus that a wrong encoding has eaten is a minus where that is certain, and never a plus.
  static let lostSigns = [
    ValueRow("\u{E2}\u{2C6}\u{2019}8°", .temperature, page: "C", -8),
    ValueRow("\u{E2}\u{88}\u{92}8°", .temperature, page: "C", -8),
    ValueRow("\u{E2}\u{20AC}\u{201C}8°", .temperature, page: "C", -8),
    ValueRow("\u{E2}\u{20AC}\u{2013}8°", .temperature, page: "C", -8),
    ValueRow("\u{E2}\u{20AC}\u{2018}8°", .temperature, page: "C", -8),
    ValueRow("\u{96}8°", .temperature, page: "C", -8), ValueRow("8\u{C2}°", .temperature, page: "C", 8),
    ValueRow("-8\u{C2}°C", .temperature, -8, "C"), ValueRow("\u{E2}\u{20AC}\u{201D}8°", .temperature, page: "C", nil),
    ValueRow("\u{FFFD}8°", .temperature, page: "C", nil),
    ValueRow("\u{FFFD}\u{FFFD}\u{FFFD}8°", .temperature, page: "C", nil),
    ValueRow("?8°", .temperature, page: "C", nil), ValueRow("? 8°", .temperature, page: "C", nil),
    ValueRow("\u{AD}8°", .temperature, page: "C", nil),
    ValueRow("\u{201A}\u{E0}\u{ED}8°", .temperature, page: "C", nil),
    ValueRow("\u{E2}8°", .temperature, page: "C", nil), ValueRow("~8°", .temperature, page: "C", nil),
  ]

  // MARK: - Decimal signs and groups

  static let decimals = [
    ValueRow("8,6°", .temperature, page: "C", 8.6), ValueRow("\u{2212}8,6 °C", .temperature, -8.6, "C"),
    ValueRow("8.6°", .temperature, page: "C", 8.6), ValueRow("8\u{B7}6°", .temperature, page: "C", 8.6),
    ValueRow("1,015 hPa", .pressure, 1015, "hPa"), ValueRow("1.015 hPa", .pressure, 1015, "hPa"),
    ValueRow("1 015 hPa", .pressure, 1015, "hPa"), ValueRow("1\u{A0}015 hPa", .pressure, 1015, "hPa"),
    ValueRow("1\u{202F}015\u{202F}hPa", .pressure, 1015, "hPa"), ValueRow("1\u{2009}015 mb", .pressure, 1015, "hPa"),
    ValueRow("1'015 hPa", .pressure, 1015, "hPa"), ValueRow("1\u{2019}015 hPa", .pressure, 1015, "hPa"),
    ValueRow("1.015,2 hPa", .pressure, 1015.2, "hPa"), ValueRow("1,015.2 hPa", .pressure, 1015.2, "hPa"),
    ValueRow("1 015,2 hPa", .pressure, 1015.2, "hPa"), ValueRow("1'015.2 hPa", .pressure, 1015.2, "hPa"),
    ValueRow("1015,2", .pressure, page: "hPa", 1015.2), ValueRow("1,015", .pressure, page: "hPa", 1015),
    ValueRow("29.89 in", .pressure, 29.89, "inHg"), ValueRow("30,05 inHg", .pressure, 30.05, "inHg"),
    ValueRow("29.921 inHg", .pressure, 29.921, "inHg"), ValueRow("29,921 in", .pressure, 29.921, "inHg"),
    ValueRow("101,3 kPa", .pressure, 1013, "hPa"), ValueRow("101325 Pa", .pressure, 1013.3, "hPa"),
    ValueRow("101,325 Pa", .pressure, 1013.3, "hPa"), ValueRow("101.325 kPa", .pressure, 1013.25, "hPa"),
    ValueRow("16,093 m", .visibility, 16.1, "km"), ValueRow("16,093 km", .visibility, 16.093, "km"),
    ValueRow("0,125 in", .precipitation, 0.125, "in"), ValueRow("0.125 in", .precipitation, 0.125, "in"),
    ValueRow("1,125 in", .precipitation, 1.125, "in"), ValueRow(".25 in", .precipitation, 0.25, "in"),
    ValueRow("12.345,6 m", .visibility, 12.3, "km"),
    ValueRow("10,000 m", .visibility, 10, "km"), ValueRow("9,000 m", .visibility, 9, "km"),
    ValueRow("402.336 m", .visibility, nil), ValueRow("804.67 m", .visibility, 0.8, "km"),
    ValueRow("1,234 m", .visibility, 1.2, "km"), ValueRow("5,280 ft", .visibility, 1, "mi"),
    ValueRow("8,50 mm", .precipitation, 8.5, "mm"),
    // Both readings are plausible, or neither is.
    ValueRow("1,234 mm", .precipitation, nil), ValueRow("1.234 mm", .precipitation, nil),
    ValueRow("1,234 L/m2", .precipitation, nil), ValueRow("5,200 hPa", .pressure, nil),
    ValueRow("900,100°", .temperature, page: "C", nil),
    // No number is put together like this.
    ValueRow("1.015.2 hPa", .pressure, nil), ValueRow("10,15,2 hPa", .pressure, nil), ValueRow("1,0,1", .uvIndex, nil),
    ValueRow("1'01 hPa", .pressure, nil), ValueRow("20 15°", .temperature, page: "C", nil),
    ValueRow("5 100%", .share, nil), ValueRow("12.30.45", .temperature, page: "C", nil),
    ValueRow("1e3 hPa", .pressure, nil), ValueRow("1e1", .temperature, page: "C", nil),
    ValueRow("0x10", .temperature, page: "C", nil), ValueRow("8\u{BD}°", .temperature, page: "C", nil),
    ValueRow("1/2 in", .precipitation, nil), ValueRow("nan", .temperature, page: "C", nil),
    ValueRow("inf", .temperature, page: "C", nil), ValueRow("Infinity", .uvIndex, nil),
  ]

  /// Digits, decimal signs and percent signs of other scripts.
  static let scripts = [
    ValueRow("\u{661}\u{662}°", .temperature, page: "C", 12), ValueRow("\u{2212}\u{668}°", .temperature, page: "C", -8),
    ValueRow("\u{61C}-\u{668}°", .temperature, page: "C", -8),
    ValueRow("\u{668}\u{66B}\u{666}°", .temperature, page: "C", 8.6),
    ValueRow("\u{661}\u{66C}\u{660}\u{661}\u{665} hPa", .pressure, 1015, "hPa"),
    ValueRow("\u{665}\u{663}\u{66A}", .share, 53), ValueRow("\u{66A}\u{665}\u{663}", .share, 53),
    ValueRow("\u{6F1}\u{6F2}°", .temperature, page: "C", 12), ValueRow("\u{968}\u{96B}°", .temperature, page: "C", 25),
    ValueRow("\u{9E8}\u{9EB} mm", .precipitation, 25, "mm"), ValueRow("\u{E53}\u{E50}°", .temperature, page: "C", 30),
    ValueRow("\u{FF11}\u{FF12}\u{FF0E}\u{FF15}\u{2103}", .temperature, 12.5, "C"),
    ValueRow("\u{FF0D}\u{FF18}\u{FF05}", .temperature, page: "C", nil),
    ValueRow("\u{FF15}\u{FF13}\u{FF05}", .share, 53),
    ValueRow("25\u{2109}", .temperature, 25, "F"), ValueRow("1\u{662}°", .temperature, page: "C", nil),
    ValueRow("8\u{B2}°", .temperature, page: "C", nil), ValueRow("\u{516B}°", .temperature, page: "C", nil),
  ]

  // MARK: - Units

  static let unfitUnits = [
    ValueRow("53%", .temperature, page: "C", nil), ValueRow("7 pm", .temperature, page: "F", nil),
    ValueRow("7pm", .temperature, page: "F", nil), ValueRow("25 K", .temperature, page: "C", nil),
    ValueRow("12 km/h", .temperature, page: "C", nil), ValueRow("3 mm", .temperature, page: "C", nil),
    ValueRow("12 hPa", .temperature, page: "C", nil), ValueRow("10:30", .temperature, page: "C", nil),
    ValueRow("10:30 am", .temperature, page: "C", nil), ValueRow("Jul 8", .temperature, page: "F", nil),
    ValueRow("UV 7", .temperature, page: "C", nil), ValueRow("Wind 12", .temperature, page: "C", nil),
    ValueRow("Day 7", .temperature, page: "C", nil),
    ValueRow("Day 7 ", .temperature, page: "C", nil), ValueRow("Rain 5 ", .share, nil),
    ValueRow("36°18°", .temperature, page: "C", nil),
    ValueRow("97°F 77°F", .temperature, nil), ValueRow("8 c", .temperature, page: "F", nil),
    ValueRow("10 mi", .temperature, page: "F", nil), ValueRow("29.89 in", .temperature, page: "F", nil),
    ValueRow("97°", .temperature, nil), ValueRow("97", .temperature, nil), ValueRow("12°", .share, nil),
    ValueRow("53°F", .share, nil), ValueRow("12 km/h", .share, nil), ValueRow("7 pm", .share, nil),
    ValueRow("0.2 in", .share, nil), ValueRow("10:30", .share, nil), ValueRow("5 of 11", .share, nil),
    ValueRow("7 pm", .uvIndex, nil), ValueRow("UV 7 pm", .uvIndex, nil), ValueRow("5%", .uvIndex, nil),
    ValueRow("5°", .uvIndex, nil), ValueRow("5 of 9", .uvIndex, nil), ValueRow("5 mm", .uvIndex, nil),
    ValueRow("Extreme", .uvIndex, nil), ValueRow("140 km/h", .direction, nil), ValueRow("140°C", .direction, nil),
    ValueRow("140%", .direction, nil), ValueRow("1:40", .direction, nil), ValueRow("20°", .wind, page: "km/h", nil),
    ValueRow("20%", .wind, page: "km/h", nil), ValueRow("20 km", .wind, page: "km/h", nil),
    ValueRow("20 mm", .wind, page: "km/h", nil), ValueRow("3 Bft", .wind, page: "km/h", nil),
    ValueRow("20 furlongs", .wind, page: "mph", nil), ValueRow("gusts 24 mph", .wind, nil), ValueRow("20", .wind, nil),
    ValueRow("Calm", .wind, nil), ValueRow("Calm", .gust, page: "mph", nil), ValueRow("7 pm", .gust, page: "mph", nil),
    ValueRow("29.89 mm", .pressure, nil), ValueRow("1015 km", .pressure, page: "hPa", nil),
    ValueRow("1015 m", .pressure, page: "hPa", nil), ValueRow("53%", .pressure, page: "hPa", nil),
    ValueRow("20 bar", .pressure, page: "hPa", nil), ValueRow("10 mph", .visibility, page: "mi", nil),
    ValueRow("10 km/h", .visibility, page: "km", nil), ValueRow("10 mm", .visibility, page: "km", nil),
    ValueRow("10 in", .visibility, page: "mi", nil), ValueRow("10 min", .visibility, page: "mi", nil),
    ValueRow(">10 mi", .visibility, nil), ValueRow("3 leagues", .visibility, page: "mi", nil),
    ValueRow("40%", .precipitation, page: "mm", nil), ValueRow("3 min", .precipitation, page: "mm", nil),
    ValueRow("3 km", .precipitation, page: "mm", nil), ValueRow("<1 mm", .precipitation, nil),
    ValueRow("3 mmHg", .precipitation, page: "mm", nil), ValueRow("3°", .precipitation, page: "mm", nil),
  ]

  /// What real pages have round a number.
  static let harmless = [
    ValueRow("97°F", .temperature, 97, "F"), ValueRow("97 °F", .temperature, 97, "F"),
    ValueRow("97F", .temperature, 97, "F"), ValueRow("3° C", .temperature, page: "F", 3, "C"),
    ValueRow("97\u{BA}", .temperature, page: "F", 97), ValueRow("High: 44 °F", .temperature, 44, "F"),
    ValueRow("High 97°", .temperature, page: "F", 97), ValueRow("H 97° /", .temperature, page: "F", 97),
    ValueRow("Day 63°", .temperature, page: "F", 63), ValueRow("feels like 101°", .feelsLike, page: "F", 101),
    ValueRow("Wind chill 12°F", .feelsLike, 12, "F"), ValueRow("39°F (4°C)", .temperature, 39, "F"),
    ValueRow("5°F (-15°C)", .temperature, 5, "F"), ValueRow("5°F (-21°C)", .temperature, nil),
    ValueRow("12 degrees Celsius", .temperature, page: "F", 12, "C"), ValueRow("12 degC", .temperature, 12, "C"),
    ValueRow("53%", .share, 53), ValueRow("53 %", .share, 53), ValueRow("53", .share, 53), ValueRow("%53", .share, 53),
    ValueRow("Humidity: 53%", .share, 53), ValueRow("Humidity 53%", .share, 53), ValueRow("20 percent", .share, 20),
    ValueRow("Chance of rain: 20%", .share, 20), ValueRow("5", .uvIndex, 5), ValueRow("5 of 11", .uvIndex, 5),
    ValueRow("10 of 10", .uvIndex, 10), ValueRow("UV Index 5 of 11", .uvIndex, 5), ValueRow("3, Moderate", .uvIndex, 3),
    ValueRow("0", .uvIndex, 0), ValueRow("140°", .direction, 140), ValueRow("140", .direction, 140),
    ValueRow("S 17 mph", .wind, 17, "mph"), ValueRow("WSW\u{A0}7\u{A0}mph ", .wind, 7, "mph"),
    ValueRow("Wind NNE 20 km/h", .wind, 20, "km/h"), ValueRow("20", .wind, page: "km/h", 20),
    ValueRow("4 m/s", .wind, page: "km/h", 4, "m/s"), ValueRow("4,5 m/s", .wind, 4.5, "m/s"),
    ValueRow("12 kt", .wind, 12, "kn"), ValueRow("Calm", .wind, page: "km/h", 0),
    ValueRow("S 17 mph gusts to 24 mph", .wind, 17, "mph"), ValueRow("S 17 mph gusts to 24 mph", .gust, 24, "mph"),
    ValueRow("gusts to 24 mph", .gust, 24, "mph"), ValueRow("29.89 in \u{2193}", .pressure, 29.89, "inHg"),
    ValueRow("\u{2191}1013.2 mb", .pressure, 1013.2, "hPa"), ValueRow("30.47 in", .pressure, 30.47, "inHg"),
    ValueRow("760 mm Hg", .pressure, 760, "mmHg"), ValueRow("30.13 in (1020.3 mb)", .pressure, 30.13, "inHg"),
    ValueRow("10.00 mi", .visibility, 10, "mi"), ValueRow("16.1 km", .visibility, 16.1, "km"),
    ValueRow("24140 m", .visibility, 24.1, "km"), ValueRow("0 mm", .precipitation, 0, "mm"),
    ValueRow("1.5 cm", .precipitation, 15, "mm"), ValueRow("0.12 inch", .precipitation, 0.12, "in"),
    ValueRow("3 kg/m²", .precipitation, 3, "mm"), ValueRow("0.3 in of snow", .precipitation, 0.3, "in"),
  ]

  /// Labels in words, signs and icons that other pages have.
  static let labels = [
    ValueRow("51 degrees", .temperature, page: "F", 51), ValueRow("-3 deg", .temperature, page: "C", -3),
    ValueRow("\u{1F321}\u{FE0F} 8°", .temperature, page: "C", 8), ValueRow("\u{E00C} -8°", .temperature, page: "C", -8),
    ValueRow("\u{2753}8°", .temperature, page: "C", nil), ValueRow("Hi: 8°", .temperature, page: "C", 8),
    ValueRow("NW, 10 mph", .wind, 10, "mph"), ValueRow("17 mph from the S", .wind, 17, "mph"),
    ValueRow("17 mph (SSW)", .wind, 17, "mph"), ValueRow("10 mph (16 km/h)", .wind, 10, "mph"),
    ValueRow("1015 hPa (\u{2191})", .pressure, 1015, "hPa"), ValueRow("1015 hPa and rising", .pressure, 1015, "hPa"),
    ValueRow("29.89 in (53%)", .pressure, nil), ValueRow("5 (Moderate)", .uvIndex, 5),
    ValueRow("5 (7 pm)", .uvIndex, nil),
    ValueRow("8° colder", .temperature, page: "C", nil), ValueRow("8 since Monday", .temperature, page: "C", nil),
    ValueRow("12 hours", .share, nil), ValueRow("no. 8", .uvIndex, nil), ValueRow("8th", .uvIndex, nil),
    ValueRow("2027-01-09", .temperature, page: "C", nil), ValueRow("12/05", .temperature, page: "C", nil),
    ValueRow("$8", .temperature, page: "C", nil), ValueRow("#8", .uvIndex, nil), ValueRow("8 \u{2013}", .uvIndex, nil),
    ValueRow("\u{668}\u{60C}\u{666}°", .temperature, page: "C", 8.6),
  ]

  static let ranges = [
    ValueRow("10\u{2013}15°", .temperature, page: "C", nil), ValueRow("10-15°", .temperature, page: "C", nil),
    ValueRow("10\u{2212}15°", .temperature, page: "C", nil), ValueRow("10 \u{2013} 15°", .temperature, page: "C", nil),
    ValueRow("10 to 15°", .temperature, page: "C", nil), ValueRow("-5/-9", .temperature, page: "C", nil),
    ValueRow("2 to 6 mm", .precipitation, nil), ValueRow("2-6 mm", .precipitation, nil),
    ValueRow("2\u{2013}6 mm", .precipitation, nil), ValueRow("5 bis 8 mm", .precipitation, nil),
    ValueRow("2 mm to 6 mm", .precipitation, nil), ValueRow("40-60%", .share, nil), ValueRow("40 to 60%", .share, nil),
    ValueRow("1010-1015 hPa", .pressure, nil), ValueRow("5 to 10 mi", .visibility, nil), ValueRow("5-8", .uvIndex, nil),
    // Of a wind it is the upper end that counts.
    ValueRow("5 to 10 mph", .wind, 10, "mph"), ValueRow("5-10 mph", .wind, 10, "mph"),
    ValueRow("10\u{2013}15 km/h", .wind, 15, "km/h"), ValueRow("NW 5 to 10 mph", .wind, 10, "mph"),
    ValueRow("10 to 5 mph", .wind, nil), ValueRow("-5 to 10 mph", .wind, nil),
  ]

  static let angles = [
    ValueRow("transform:rotate(140deg)", .rotation, 140), ValueRow("transform: rotate(-40deg)", .rotation, 320),
    ValueRow("transform: scale(1.2) rotate(140deg)", .rotation, 140), ValueRow("rotate(400deg)", .rotation, 40),
    ValueRow("rotate(360deg)", .rotation, 0), ValueRow("rotate(0.5turn)", .rotation, 180),
    ValueRow("rotate(-.25turn)", .rotation, 270), ValueRow("rotate(100grad)", .rotation, 90),
    ValueRow("rotate(140.5deg) scale(1.2)", .rotation, 140.5), ValueRow("rotate( 140deg )", .rotation, 140),
    ValueRow("rotate(140 12 12)", .rotation, 140), ValueRow("rotate(140, 12, 12)", .rotation, 140),
    ValueRow("width:24px;transform:translate(-50%,-50%) rotate(23deg)", .rotation, 23),
    ValueRow("140°", .rotation, 140),
    ValueRow("transform: matrix(0.7,0.7,-0.7,0.7,0,0)", .rotation, nil), ValueRow("scale(1.2)", .rotation, nil),
    ValueRow("rotate(140deg) matrix(1,0,0,1,0,0)", .rotation, nil), ValueRow("rotateX(140deg)", .rotation, nil),
    ValueRow("rotate3d(1,0,0,140deg)", .rotation, nil), ValueRow("rotate(90deg) rotate(50deg)", .rotation, nil),
    ValueRow("scale(-1,1) rotate(140deg)", .rotation, nil), ValueRow("rotate(var(--angle))", .rotation, nil),
    ValueRow("rotate(140px)", .rotation, nil), ValueRow("rotate(140%)", .rotation, nil),
    ValueRow("rotate()", .rotation, nil),
    ValueRow("-webkit-transform:rotate(40deg);transform:rotate(40deg)", .rotation, 40),
    ValueRow("-webkit-transform:rotate(40deg);transform:rotate(50deg)", .rotation, nil),
    ValueRow("rotate: 40deg; transform: rotate(140deg)", .rotation, nil), ValueRow("rotate(1.4e2deg)", .rotation, nil),
    ValueRow("rotate(140deg", .rotation, nil), ValueRow("norotate(140deg)", .rotation, nil),
  ]

  /// Numbers and texts that no source writes.
  static let hostile = [
    ValueRow(String(repeating: "9", count: 40), .temperature, page: "C", nil),
    ValueRow("8." + String(repeating: "0", count: 100), .temperature, page: "C", nil),
    ValueRow("8" + String(repeating: ",000", count: 39_000) + "°", .temperature, page: "C", nil),
    ValueRow("8" + String(repeating: " ", count: 300) + "°", .temperature, page: "C", nil),
    ValueRow("8\u{0}°", .temperature, page: "C", nil), ValueRow("", .temperature, page: "C", nil),
    ValueRow("°", .temperature, page: "C", nil), ValueRow("-", .temperature, page: "C", nil),
    ValueRow("&#1114112;8°", .temperature, page: "C", nil), ValueRow("&&&8°", .temperature, page: "C", nil),
  ]
}
