import Basics
import Testing
import Weather

@testable import Output

struct SpeakRendererTests {
  @Test func saysAwkwardReports() throws {
    try ExpectedOutput.check(try SpeakRenderer.gallery(), "speak.txt")
  }

  @Test(arguments: AwkwardReport.allCases, [20, 40, 60, 80, 120, 200])
  func noLineIsLongerThanTheTerminal(_ report: AwkwardReport, width: Int) throws {
    for unicode in [true, false] {
      let text = try SpeakRenderer.text([report.report], RenderingOptions(width: width, isUnicode: unicode))
      for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
      #expect(unicode || text.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func todayIsToldInFull() throws {
    var now = CurrentConditions()
    now.temperature = Temperature(10.2, .celsius)
    now.feelsLike = Temperature(-1, .celsius)
    now.description = "Partly Cloudy"
    now.wind = Wind(speed: Speed(1, .metersPerSecond), direction: .eastNortheast)
    now.humidity = 53
    var day = SampleReport.day("2021-04-25", high: 12, low: 3, "Rain Late")
    day.precipitationChance = 40
    day.sunrise = LocalTime("2021-04-25T05:12:00+02:00")
    var report = SampleReport.report(.today, current: now, days: [day])
    report.lowFollowsHigh = true
    #expect(
      try SpeakRenderer.text([report]) == """
        Today in Stockholm: partly cloudy, 10 degrees Celsius now, up to 12, down to 3 tonight. It feels like minus 1.
        Wind from the east-northeast at 1 metre a second. 40 percent chance of rain or snow. Humidity 53 percent.
        Sunrise at 05:12.

        """)
  }

  @Test func whatIsUnknownIsSaidSo() throws {
    #expect(
      try SpeakRenderer.text([SampleReport.report(.today, name: nil)])
        == "Today in SWXX2372: weather unknown, temperature now unknown, high unknown, low unknown.\n")
  }

  @Test(
    arguments: [
      (40, 0, "Cloudy", "40 percent chance of rain or snow"), (nil, 0, "Cloudy", "0 millimetres of rain or snow"),
      (nil, 0, "Light rain", "0 millimetres of rain or snow"), (0, 0, "Cloudy", "no rain or snow"),
      (0, 0, nil, "no rain or snow"), (0, 0, "Plague of locusts", "no rain or snow"),
      (0, 0, "Light drizzle", "0 percent chance of rain or snow"),
      (0, nil, "Sunny", "0 percent chance of rain or snow"),
      (0, 0.3, "Sunny", "0 percent chance of rain or snow, but 0.3 millimetres of it"),
      (nil, 1, nil, "1 millimetre of rain or snow"), (nil, nil, "Sunny", nil),
    ] as [(Double?, Double?, String?, String?)])
  func itStaysDryWhereAllSaysSo(chance: Double?, amount: Double?, words: String?, said: String?) {
    let speech = SpeakWords(values: RenderingOptions().values)
    #expect(speech.rain(chance, amount.map { Precipitation($0, .millimeters) }, words) == said)
  }

  @Test func numbersAndWeekdaysFollowTheLocale() throws {
    var day = SampleReport.day("2021-04-28", high: 12, low: 3, "Sunny")
    day.precipitation = Precipitation(2.5, .millimeters)
    let text = try SpeakRenderer.text(
      [SampleReport.report(.weekend, days: [day])], RenderingOptions(timeLocale: "sv_SE", numberLocale: "sv_SE"))
    #expect(text.contains("\nOnsdag: sunny, up to 12, down to 3, 2,5 millimetres of rain or snow.\n"))
  }

  @Test func fieldsThatWereAskedForAreSaid() throws {
    var now = CurrentConditions()
    now.pressure = Pressure(29.92, .inchesOfMercury)
    now.uvIndex = 1.5
    now.cloudCover = 80
    now.wind = Wind(direction: .westNorthwest)
    let rain = SampleReport.day("2021-04-25", high: 12, low: 3, "Rain")
    let today = SampleReport.report(.today, current: now, days: [rain])
    let fields: [FieldGroup] = [.pressure, .uv, .clouds, .wind, .visibility]
    #expect(
      try SpeakRenderer.text([today], RenderingOptions(fields: fields)).hasSuffix(
        "\nPressure 29.92 inches of mercury. UV index 1.5. Cloud cover 80 percent.\n"))
    #expect(try !SpeakRenderer.text([today]).contains("Pressure"))
    var day = SampleReport.day("2021-04-26", high: 12, low: 3, "Sunny")
    day.humidity = 40
    day.sunState = .upAllDay
    let days = SampleReport.report(.fiveDays, days: [day])
    #expect(
      try SpeakRenderer.text([days], RenderingOptions(fields: [.sun, .humidity])).hasSuffix(
        "\nTomorrow: sunny, up to 12, down to 3, the sun does not set, humidity 40 percent.\n"))
  }

  @Test func valuesOfSeveralHoursAreSaidAsARange() throws {
    let hours = [(9.0, 60.0, CompassPoint.north), (5, 40, .east), (7, 50, .south)].enumerated().map { index, value in
      var hour = HourForecast(
        time: LocalTime(secondsSince1970: SampleReport.clock.secondsSince1970 + index * 3600, offset: 7200))
      hour.humidity = value.1
      hour.wind = Wind(speed: Speed(value.0, .knots), direction: value.2)
      return hour
    }
    let text = try SpeakRenderer.text(
      [SampleReport.report(.hourly, hours: hours)], RenderingOptions(fields: [.wind, .humidity, .gust]))
    #expect(
      text.hasSuffix(
        "temperature unknown, wind 5 to 9 knots, wind direction north, later south, humidity 40 to 60 percent.\n"))
  }
}
