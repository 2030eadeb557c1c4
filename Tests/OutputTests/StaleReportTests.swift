import Markup
import Testing
import Weather

@testable import Output

/// Old weather says its age, in every form.
struct StaleReportTests {
  private static func old(_ awkward: AwkwardReport) -> Report {
    var report = awkward.report
    report.source.age = 7300
    report.source.stale = true
    return report
  }

  private let today = Self.old(.today)
  private let days = Self.old(.tenDays)

  @Test func whatIsFreshHasNoMark() throws {
    var report = AwkwardReport.today.report
    report.source.age = 7300
    // The overview says how old a kept answer is in its last line, fresh or not.
    for form in allRenderers where !["csv", "prometheus", "overview"].contains(form.name) {
      let text = form.init(options: RenderingOptions()).text(of: [report])
      #expect(!text.contains(" old") && !text.contains(" ago"), "\(form.name)")
    }
  }

  @Test func classicHasItBehindTheFirstLines() throws {
    #expect(try ClassicRenderer.text([today]).hasPrefix(">> Sun Apr 25 (2 h old)\n"))
    #expect(try ClassicRenderer.text([days]).contains(">> [Mon APR 26] (2 h old)\n"))
  }

  @Test func tableAndChartHaveItInTheHeading() throws {
    var report = days
    report.units = .metric
    for text in [try TableRenderer.text([report]), try ChartRenderer.text([report])] {
      #expect(text.hasPrefix("Stockholm, Sweden °C (2 h old)\n"))
    }
  }

  @Test(arguments: [20, 40, 60, 80, 120, 200])
  func theMarkIsThereAtEveryWidth(width: Int) throws {
    for awkward in AwkwardReport.allCases {
      var report = Self.old(awkward).plain
      report.units = .metric
      for isUnicode in [true, false] {
        let options = RenderingOptions(width: width, isUnicode: isUnicode)
        for text in [
          try TableRenderer.text([report], options), try ChartRenderer.text([report], options),
          try LineRenderer.text([report], options),
        ] {
          let first = String(text.prefix { $0 != "\n" })
          #expect(first.hasSuffix(" (2 h old)"), "\(first)")
          #expect(DisplayWidth.of(first) <= width, "\(first)")
        }
      }
    }
  }

  @Test func aLineHasItAtItsEnd() throws {
    #expect(try LineRenderer.text([today]).hasSuffix(" (2 h old)\n"))
    #expect(try LineRenderer.text([today], RenderingOptions(template: "{{short}}")).hasSuffix("10°C (2 h old)\n"))
    let waybar = try LineRenderer.text([today], RenderingOptions(template: "waybar"))
    #expect(waybar.contains("(2 h old)\", \"tooltip\"") && waybar.contains("15:07 (2 h old)"))
    let own = RenderingOptions(template: "{{#source.stale}}{{source.age}}{{/source.stale}}")
    #expect(try LineRenderer.text([today], own) == "7300\n")
    // Even where there is room for hardly anything.
    #expect(DisplayWidth.of(try LineRenderer.text([today], RenderingOptions(width: 5)).dropLast()) == 5)
  }

  @Test(arguments: [
    (7300, "2 hours"), (3600, "1 hour"), (60, "1 minute"), (1800, "30 minutes"), (180_000, "2 days"), (0, "1 minute"),
  ])
  func speechSaysItInWords(age: Int, words: String) throws {
    for var report in [today, days, Self.old(.hours)] {
      report.source.age = age
      let lines = try SpeakRenderer.text([report]).split(separator: "\n")
      #expect(lines.dropFirst().first == "This was said \(words) ago.")
    }
  }

  @Test func documentsHaveItBesideTheSource() throws {
    #expect(try MarkdownRenderer.text([days]).contains(", 2021-04-25 15:07 (2 h old). weather.com\n"))
    let page = try Document(html: Array(try HtmlRenderer.text([days]).utf8))
    #expect(try page.string("//header//strong") == "(2 h old)")
    #expect(try SvgRenderer.text([days]).contains("15:07 (2 h old)</text>"))
  }

  @Test func programsReadIt() throws {
    let rows = try CsvRenderer.text([days, AwkwardReport.tokyo.report]).split(separator: "\r\n")
    #expect(rows[0].hasSuffix(",age (s),stale"))
    #expect(rows[1].hasSuffix(",7300,true") && rows[10].hasSuffix(",7300,true"))
    #expect(rows[11].hasSuffix(",0,false"))
    let metrics = try PrometheusRenderer.text([days])
    let labels = #"{place="Stockholm, Sweden",area="SWXX2372",source="WeatherCom"}"#
    #expect(metrics.contains("\nweather_age_seconds\(labels) 7300\n"))
    #expect(metrics.contains("\nweather_stale\(labels) 1\n"))
    #expect(try PrometheusRenderer.text([AwkwardReport.tenDays.report]).contains("\nweather_stale\(labels) 0\n"))
    #expect(try JsonRenderer.text([days]).contains("\"age\": 7300,\n        \"stale\": true"))
  }
}
