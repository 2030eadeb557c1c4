import Basics
import Markup
import Testing
import Weather

@testable import Output

/// A place that failed among several is told of, and nothing is made up for it.
struct FailedReportTests {
  private static let failed = SampleReport.report(
    .today, name: nil, failure: ReportFailure(status: 69, message: "the site <refuses> (status 403); try *later*"))
  private static let sentence = "No forecast: the site <refuses> (status 403); try *later*"

  private func pair<Form: Renderer>(_ form: Form.Type, _ options: RenderingOptions = RenderingOptions()) throws
    -> String
  {
    try Form.text([AwkwardReport.today.report, Self.failed], options)
  }

  @Test func allButTwoFormsShowIt() {
    let loud = ["chart", "html", "json", "line", "markdown", "ndjson", "prometheus", "speak", "svg", "table"]
    #expect(allRenderers.filter { $0.showsFailures && loud.contains($0.name) }.count == loud.count)
  }

  @Test func classicLeavesItToStandardError() throws {
    #expect(!ClassicRenderer.showsFailures)
    let text = try pair(ClassicRenderer.self)
    #expect(text.hasPrefix("# Stockholm, Sweden (WeatherCom)\n>> Sun Apr 25\n"))
    #expect(!text.contains("SWXX2372") && !text.contains("--"))
  }

  @Test func aTableOfCellsHasNoRowForIt() throws {
    let text = try pair(CsvRenderer.self)
    #expect(text.split(separator: "\r\n").count == 2)
    #expect(!CsvRenderer.showsFailures)
  }

  @Test func tableAndChartSayWhyBelowTheHeading() throws {
    for text in [try TableRenderer.text([Self.failed]), try ChartRenderer.text([Self.failed])] {
      #expect(text == "SWXX2372\n\(Self.sentence)\n")
    }
    let ascii = RenderingOptions(width: 20, isColored: true, isUnicode: false, icons: .ascii)
    var report = Self.failed
    report.failure?.message += " “später”"
    for text in [try TableRenderer.text([report], ascii), try ChartRenderer.text([report], ascii)] {
      #expect(text.utf8.allSatisfy { $0 < 0x80 })
      let lines = text.split(separator: "\n").map { PlainText.of(String($0)) }
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= 20 })
      #expect(lines.joined(separator: " ").contains("(status 403); try *later* \"spater\""))
    }
  }

  @Test func aLineSaysThatThereIsNone() throws {
    #expect(try LineRenderer.text([Self.failed]) == "SWXX2372: no forecast\n")
    #expect(try LineRenderer.text([Self.failed], RenderingOptions(width: 14)) == "no forecast\n")
    let own = RenderingOptions(template: "{{place.query}}{{#error}} {{status}}: {{message}}{{/error}}")
    #expect(try LineRenderer.text([Self.failed], own).contains("SWXX2372 69: the site <refuses>"))
    let bar = try LineRenderer.text([Self.failed], RenderingOptions(template: "waybar"))
    #expect(bar.contains(#""text": "SWXX2372: no forecast""#) && bar.contains("No forecast: the site &lt;refuses&gt;"))
    #expect(bar.contains(#""class": "unknown""#))
  }

  @Test func speechTellsWhy() throws {
    #expect(
      try SpeakRenderer.text([Self.failed])
        == "There is no forecast for SWXX2372: the site <refuses> (status 403); try *later*.\n")
  }

  @Test func markdownTellsWhyAndObeysNothing() throws {
    let expected = "## SWXX2372\n\nNo forecast: the site \\<refuses\\> (status 403); try \\*later\\*\n"
    #expect(try MarkdownRenderer.text([Self.failed]) == expected)
    #expect(try pair(MarkdownRenderer.self).hasSuffix("\n\n" + expected))
  }

  @Test func aDrawingTellsWhy() throws {
    let drawing = try SvgRenderer.text([AwkwardReport.tenDays.report, Self.failed])
    let document = try Document(xml: Array(drawing.utf8))
    let inner = try document.nodes("//*[local-name()='svg'][parent::*]")
    #expect(inner.count == 2)
    let last = try #require(inner.last)
    let labels = try last.nodes(".//*[local-name()='text']").map { $0.text }
    #expect(labels.contains("SWXX2372"))
    #expect(labels.joined(separator: " ").contains(Self.sentence))
    #expect(try last.nodes("./*[local-name()='desc']").map { $0.text } == [Self.sentence])
    // There is nothing to look at, and no room is taken for it.
    let height = try #require(last.attribute("height").flatMap { Double($0) })
    #expect(height < 220)
    #expect(!drawing.contains("does not say what the weather is now"))
  }

  @Test func pagesAndMetricsTellWhy() throws {
    let page = try Document(html: Array(try pair(HtmlRenderer.self).utf8))
    #expect(try page.string("//article[2]/p[@class='failure']") == Self.sentence)
    #expect(try page.nodes("//article[2]//section | //article[2]//figure | //article[2]//table").isEmpty)
    let metrics = try PrometheusRenderer.text([Self.failed])
    #expect(metrics.split(separator: "\n").filter { !$0.hasPrefix("#") }.count == 1)
    #expect(metrics.hasSuffix(#"weather_up{place="SWXX2372",area="SWXX2372",source="WeatherCom"} 0"# + "\n"))
  }
}
