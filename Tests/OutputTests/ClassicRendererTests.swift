import Basics
import Testing
import Weather

@testable import Output

struct ClassicRendererTests {
  private func text(
    _ reports: [Report], fields: [FieldGroup] = FieldGroup.standard
  ) -> String {
    ClassicRenderer(options: RenderingOptions(fields: fields, severalReports: reports.count > 1)).text(of: reports)
  }

  private var noon: CurrentConditions {
    var now = CurrentConditions()
    now.temperature = Temperature(26, .fahrenheit)
    now.feelsLike = Temperature(21.04, .fahrenheit)
    now.description = "Mostly Cloudy"
    now.wind = Wind(speed: Speed(2, .milesPerHour), gust: Speed(9.5, .milesPerHour), direction: .east)
    now.humidity = 100
    now.pressure = Pressure(29.9, .inchesOfMercury)
    now.dewPoint = Temperature(-0.04, .fahrenheit)
    now.visibility = Distance(10, .miles)
    now.uvIndex = 3
    now.cloudCover = 75
    return now
  }

  @Test func todayHasTheCurrentConditions() {
    var day = SampleReport.day("2024-02-10", high: 35, low: 25, "Snow later")
    day.humidity = 60
    day.wind = Wind(speed: Speed(30, .milesPerHour), direction: .north)
    #expect(
      text([SampleReport.report(.today, current: noon, days: [day])]) == """
        >> Sat Feb 10
            26°
            High 35° / Low 25° (Mostly Cloudy)
            Wind: E 2 mph / Humidity: 100%


        """)
  }

  @Test func todayFallsBackToTheDayAndKeepsTheZeroOfItsDate() {
    var day = SampleReport.day("2024-02-03", high: nil, low: 9, nil)
    day.wind = Wind(speed: Speed(16.09, .kilometersPerHour), direction: .eastSoutheast)
    day.humidity = 79
    day.description = "Clear"
    #expect(
      text([SampleReport.report(.today, days: [day])]) == """
        >> Sat Feb 03
            --°
            High --° / Low 9° (Clear)
            Wind: ESE 16.1 km/h / Humidity: 79%


        """)
  }

  @Test func whatIsUnknownIsShownSo() {
    let day = SampleReport.day("2024-02-03", high: nil, low: nil, nil)
    #expect(
      text([SampleReport.report(.today, days: [day])]) == """
        >> Sat Feb 03
            --°
            High --° / Low --° (--)
            Wind: -- / Humidity: --


        """)
    #expect(
      text([SampleReport.report(.today, days: [day])], fields: FieldGroup.all) == """
        >> Sat Feb 03
            --°
            High --° / Low --° (--)
            Wind: -- / Humidity: --
            Feels like: --° / UV: --
            Rain: -- / Clouds: --
            Pressure: -- / Dew point: --°
            Visibility: -- / Gust: --
            Sunrise: -- / Sunset: --


        """)
  }

  @Test func allFieldsStandTwoALine() throws {
    var day = SampleReport.day("2024-02-10", high: 35, low: 25, nil)
    day.precipitationChance = 40
    day.sunrise = LocalTime("2024-02-10T06:21:00+01:00")
    day.sunset = LocalTime("2024-02-10T20:56:59+01:00")
    #expect(
      text([SampleReport.report(.today, current: noon, days: [day])], fields: FieldGroup.all) == """
        >> Sat Feb 10
            26°
            High 35° / Low 25° (Mostly Cloudy)
            Wind: E 2 mph / Humidity: 100%
            Feels like: 21° / UV: 3
            Rain: 40% / Clouds: 75%
            Pressure: 29.90 inHg / Dew point: 0°
            Visibility: 10 mi / Gust: 9.5 mph
            Sunrise: 06:21 / Sunset: 20:56


        """)
  }

  @Test func onlyTheFieldsAskedForAreShown() {
    let report = SampleReport.report(
      .today, current: noon, days: [SampleReport.day("2024-02-10", high: 1, low: 0, nil)])
    #expect(text([report], fields: []).hasSuffix("(Mostly Cloudy)\n\n"))
    #expect(text([report], fields: [.gust, .humidity]).hasSuffix("    Humidity: 100%\n    Gust: 9.5 mph\n\n"))
  }

  @Test func daysAreRows() {
    var friday = SampleReport.day("2023-09-29", high: 13.9, low: 8.94, "Partly Cloudy")
    friday.wind = Wind(speed: Speed(16.1, .kilometersPerHour), direction: .eastSoutheast)
    friday.humidity = 79
    var evening = SampleReport.day("2023-09-28", high: nil, low: -7, "Clear")
    evening.wind = Wind(speed: Speed(10, .milesPerHour))
    var first = SampleReport.day("2023-10-01", high: 9.96, low: -0.04, nil)
    first.wind = Wind(direction: .northeast)
    let report = SampleReport.report(
      .tenDays, days: [evening, friday, first], today: CalendarDay("2023-09-28") ?? CalendarDay(number: 0))
    #expect(
      text([report]) == """
        >> [Today SEP 28]
            High --° / Low -7° (Clear)
            Wind: 10 mph / Humidity: --

        >> [Fri SEP 29]
            High 13.9° / Low 8.9° (Partly Cloudy)
            Wind: ESE 16.1 km/h / Humidity: 79%

        >> [Sun OCT 1]
            High 10° / Low 0° (--)
            Wind: NE / Humidity: --


        """)
  }

  @Test func hoursAreRows() throws {
    var hour = HourForecast(time: try #require(LocalTime("2021-04-25T15:00:00+02:00")))
    hour.temperature = Temperature(10, .celsius)
    hour.description = "Mostly Cloudy"
    hour.wind = Wind(speed: Speed(20, .kilometersPerHour), direction: .northNortheast)
    hour.humidity = 53
    hour.precipitation = Precipitation(0.25, .millimeters)
    let bare = HourForecast(time: try #require(LocalTime("2021-05-01T03:00:00+02:00")))
    #expect(
      text([SampleReport.report(.hourly, hours: [hour, bare])]) == """
        >> [Sun APR 25 15:00]
            10° (Mostly Cloudy)
            Wind: NNE 20 km/h / Humidity: 53%

        >> [Sat MAY 1 03:00]
            --° (--)
            Wind: -- / Humidity: --


        """)
    // A source that gives amounts and no chances.
    #expect(text([SampleReport.report(.hourly, hours: [hour])], fields: [.rain]).contains("    Rain: 0.3 mm\n"))
  }

  @Test func eachOfSeveralReportsSaysWhoseItIs() {
    let days = [SampleReport.day("2021-04-26", high: 11, low: 3, "Sunny")]
    let reports = [
      SampleReport.report(.weekend, days: days), SampleReport.report(.weekend, name: nil, days: days),
    ]
    #expect(
      text(reports, fields: []) == """
        # Stockholm, Sweden (WeatherCom)
        >> [Mon APR 26]
            High 11° / Low 3° (Sunny)

        # SWXX2372 (WeatherCom)
        >> [Mon APR 26]
            High 11° / Low 3° (Sunny)


        """)
  }

  @Test func anOldAnswerSaysSoOnEachBlock() {
    let days = [
      SampleReport.day("2021-04-25", high: 9, low: 1, "Rain"), SampleReport.day("2021-04-26", high: 8, low: 1, "Sun"),
    ]
    var report = SampleReport.report(.fiveDays, days: days)
    report.source.age = 7300
    let renderer = ClassicRenderer(options: RenderingOptions(fields: [], severalReports: true))
    #expect(!renderer.render(report, index: 0).contains("old"), "within its time it is just the answer")
    report.source.stale = true
    #expect(
      renderer.render(report, index: 0) == """
        # Stockholm, Sweden (WeatherCom)
        >> [Today APR 25] (2 h old)
            High 9° / Low 1° (Rain)

        >> [Mon APR 26] (2 h old)
            High 8° / Low 1° (Sun)


        """)
  }
}
