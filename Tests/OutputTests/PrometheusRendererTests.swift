import Basics
import Testing
import Weather

@testable import Output

struct PrometheusRendererTests {
  @Test func writesAwkwardReports() throws {
    try ExpectedOutput.check(try PrometheusRenderer.gallery(), "prometheus.txt")
  }

  @Test func valuesAreInBaseUnits() throws {
    var now = CurrentConditions()
    now.temperature = Temperature(50, .fahrenheit)
    now.humidity = 53
    now.wind = Wind(speed: Speed(36, .kilometersPerHour), direction: .southwest)
    now.pressure = Pressure(29.92, .inchesOfMercury)
    now.visibility = Distance(10, .miles)
    var day = SampleReport.day("2021-04-26", high: 11, low: -3.25, "Sunny")
    day.precipitation = Precipitation(0.25, .millimeters)
    day.sunrise = LocalTime("2021-04-26T05:12:00+02:00")
    let text = try PrometheusRenderer.text([SampleReport.report(.today, name: "A \"b\" \\", current: now, days: [day])])
    let labels = #"{place="A \"b\" \\",area="SWXX2372",source="WeatherCom""#
    for sample in [
      "weather_up\(labels)} 1", "weather_temperature_celsius\(labels)} 10", "weather_humidity_ratio\(labels)} 0.53",
      "weather_wind_speed_meters_per_second\(labels)} 10", "weather_wind_direction_degrees\(labels)} 225",
      "weather_pressure_pascals\(labels)} 101320.75888", "weather_visibility_meters\(labels)} 16093.44",
      "weather_day_high_celsius\(labels),days_ahead=\"1\"} 11",
      "weather_day_low_celsius\(labels),days_ahead=\"1\"} -3.25",
      "weather_day_precipitation_meters\(labels),days_ahead=\"1\"} 0.00025",
      "weather_day_sunrise_timestamp_seconds\(labels),days_ahead=\"1\"} 1619406720",
    ] { #expect(text.contains("\n\(sample)\n"), "\(sample)") }
    #expect(!text.contains("dew_point"))
  }

  @Test func hoursCountFromTheRunningOne() throws {
    // The clock stands at 15:07.
    let hours = ["14:00", "15:00", "16:00"].compactMap { LocalTime("2021-04-25T\($0):00+02:00") }.map { time in
      var hour = HourForecast(time: time)
      hour.temperature = Temperature(10, .celsius)
      return hour
    }
    let text = try PrometheusRenderer.text([SampleReport.report(.hourly, hours: hours)])
    let ahead = text.split(separator: "\n").filter { $0.hasPrefix("weather_hour_temperature_celsius") }
      .compactMap { $0.split(separator: "hours_ahead=\"").last?.split(separator: "\"").first }
    #expect(ahead == ["-1", "0", "1"])
  }

  @Test func eachMetricStandsOnceWithSeriesOfItsOwn() throws {
    let failed = SampleReport.report(.today, name: "Nowhere", failure: ReportFailure(status: 69, message: "refused"))
    let reports = AwkwardReport.allCases.map { $0.report } + [AwkwardReport.tokyo.report, failed]
    let lines = try PrometheusRenderer.text(reports).split(separator: "\n")
    var (metric, metrics, series) = ("", Set<String>(), Set<Substring>())
    for line in lines {
      if line.hasPrefix("# HELP ") {
        metric = String(line.split(separator: " ")[2])
        #expect(metrics.insert(metric).inserted, "\(metric) stands twice")
      } else if line.hasPrefix("# TYPE ") {
        #expect(line == "# TYPE \(metric) gauge")
      } else {
        let labelled = try #require(line.lastIndex(of: "}"))
        #expect(line.hasPrefix("\(metric){"))
        #expect(series.insert(line[...labelled]).inserted, "\(line) stands twice")
        #expect(Double(line[labelled...].dropFirst(2)) != nil)
      }
    }
    #expect(PrometheusRenderer.showsFailures)
    #expect(lines.contains { $0.hasPrefix("weather_up{place=\"Nowhere\"") && $0.hasSuffix(" 0") })
    #expect(metrics.contains("weather_hour_wind_direction_degrees"))
  }
}
