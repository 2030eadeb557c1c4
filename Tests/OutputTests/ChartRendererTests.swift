import Basics
import Testing
import Weather

@testable import Output

struct ChartRendererTests {
  /// The chart of each awkward report, each below its name.
  private func gallery(_ options: RenderingOptions) -> String {
    let renderer = ChartRenderer(options: options)
    return AwkwardReport.allCases.map { "=== \($0.rawValue)\n" + renderer.render($0.report.plain, index: 0) }.joined()
  }

  @Test(arguments: [20, 80, 120]) func aWholeChart(width: Int) throws {
    try ExpectedOutput.check(gallery(RenderingOptions(width: width)), "chart-\(width).txt")
  }

  @Test func aChartInAscii() throws {
    let options = RenderingOptions(width: 60, isUnicode: false, icons: .ascii)
    try ExpectedOutput.check(gallery(options), "chart-ascii.txt")
  }

  @Test func aChartInColourAndInSwedish() throws {
    let options = RenderingOptions(
      width: 60, isColored: true, icons: .unicode, timeLocale: "sv_SE", numberLocale: "sv_SE")
    try ExpectedOutput.check(gallery(options), "chart-colour.txt")
  }

  @Test func hoursAndSixthHoursStandWhereTheirTimeIs() throws {
    let start = try #require(LocalTime("2021-04-25T15:00:00+02:00"))
    let times = Array(0..<12) + stride(from: 18, to: 60, by: 6)
    let hours = times.map { index in
      let time = LocalTime(secondsSince1970: start.secondsSince1970 + index * 3600, offset: start.offset)
      var hour = HourForecast(time: time)
      hour.temperature = Temperature(Double(12 - abs(time.clock.hour - 15) / 2), .celsius)
      hour.description = time.clock.hour % 5 == 0 ? "Light Rain" : "Cloudy"
      hour.precipitationChance = time.clock.hour % 5 == 0 ? 60 : 5
      return hour
    }
    let report = SampleReport.report(.hourly, hours: hours)
    let text = ChartRenderer(options: RenderingOptions(width: 80)).render(report, index: 0)
    try ExpectedOutput.check(text, "chart-sixth-hours.txt")
  }
}
