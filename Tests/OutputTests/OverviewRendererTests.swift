import Basics
import Testing
import Weather

@testable import Output

struct OverviewRendererTests {
  private func text(_ report: Report, _ options: RenderingOptions) throws -> String {
    try OverviewRenderer.text([report.plain], options)
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  @Test func eightSituationsAreDrawn() throws {
    let whole = try OverviewReport.allCases.map { situation in
      "=== \(situation)\n" + (try text(situation.report, RenderingOptions(width: 80)))
    }
    try ExpectedOutput.check(whole.joined(), "overview-80.txt")
  }

  @Test(arguments: [20, 40, 120])
  func aWidthHasItsLayout(width: Int) throws {
    try ExpectedOutput.check(
      try text(OverviewReport.spring.report, RenderingOptions(width: width)), "overview-\(width).txt")
  }

  @Test func aTerminalWithoutUnicodeHasAscii() throws {
    let options = RenderingOptions(width: 80, isUnicode: false, icons: .ascii)
    let shown = try [OverviewReport.storm, .night, .frost].map { try text($0.report, options) }.joined()
    #expect(shown.utf8.allSatisfy { $0 < 0x80 })
    try ExpectedOutput.check(shown, "overview-ascii.txt")
  }

  @Test func colourIsAdded() throws {
    let options = RenderingOptions(width: 80, isColored: true)
    try ExpectedOutput.check(try text(OverviewReport.storm.report, options), "overview-colour.txt")
  }

  @Test(arguments: OverviewReport.allCases, [20, 32, 40, 60, 80, 120, 200])
  func noLineIsTooWideAndAScreenIsEnough(situation: OverviewReport, width: Int) throws {
    for isUnicode in [true, false] {
      let options = RenderingOptions(
        width: width, isColored: true, isUnicode: isUnicode, icons: isUnicode ? .emoji : .ascii)
      let shown = lines(try text(situation.report, options))
      for line in shown { #expect(DisplayWidth.of(PlainText.of(String(line))) <= width, "\(line)") }
      // The last line is empty: the prompt is there.
      if width >= 56 { #expect(shown.count <= 24, "\(shown.count) lines") }
    }
  }

  @Test func whatIsUnknownIsLeftOut() throws {
    let shown = try text(OverviewReport.unknown.report, RenderingOptions(width: 80))
    #expect(!shown.contains("--") && !shown.contains("Humidity 0") && shown.contains("Plague of locusts"))
    #expect(!shown.contains("Sunrise") && shown.contains("Sunset"))
    let empty = try text(SampleReport.report(.overview), RenderingOptions(width: 80))
    #expect(lines(empty).first?.hasPrefix("Stockholm, Sweden") == true)
  }

  @Test func aFailureIsTold() throws {
    let failure = ReportFailure(status: 69, message: "the site fails")
    let shown = try text(SampleReport.report(.overview, failure: failure), RenderingOptions(width: 80))
    #expect(shown.contains("No forecast: the site fails"))
  }

  @Test func theAgeOfAnAnswerIsShown() throws {
    var report = OverviewReport.spring.report
    report.source.age = 600
    #expect(try text(report, RenderingOptions()).contains("weather.com (10 min ago)"))
    report.source.stale = true
    #expect(try text(report, RenderingOptions()).contains("(10 min old)"))
  }

  @Test(arguments: Condition.allCases)
  func everyConditionHasADrawingOfItsOwn(condition: Condition) {
    let style = ANSIStyle(isColored: false)
    func drawing(_ condition: Condition, _ isNight: Bool = false, _ isUnicode: Bool = true) -> [String] {
      ConditionSketch.lines(condition, isNight: isNight, style, isUnicode: isUnicode)
    }
    for other in Condition.allCases where other != condition { #expect(drawing(condition) != drawing(other)) }
    for isNight in [false, true] {
      for isUnicode in [false, true] {
        let lines = drawing(condition, isNight, isUnicode)
        #expect((5...7).contains(lines.count))
        #expect(lines.allSatisfy { DisplayWidth.of($0) == SketchCanvas.columns })
        #expect(lines.contains { !$0.allSatisfy { $0 == " " } })
      }
    }
    let hasSky: [Condition] = [.clear, .mostlyClear, .partlyCloudy, .mostlyCloudy, .showers, .snowShowers, .haze, .hot]
    #expect((drawing(condition) != drawing(condition, true)) == hasSky.contains(condition))
  }

  @Test func theOutlookSaysOnlyWhatIsKnown() {
    func outlook(_ chances: [Double?], _ words: String = "Rain") -> PrecipitationOutlook? {
      var report = OverviewReport.spring.report
      for index in report.hours.indices {
        report.hours[index].precipitationChance = index < chances.count ? chances[index] : chances.last ?? nil
        report.hours[index].description = words
      }
      return PrecipitationOutlook(ReportRow.hours(of: report))
    }
    let start = OverviewReport.spring.report.hours[0].time
    #expect(outlook([0]) == .dry)
    #expect(outlook([30]) == nil)
    #expect(outlook([nil]) == nil)
    #expect(outlook([0, 0, 60]) == .from(start + 7200, .rain))
    #expect(outlook([60, 0]) == .until(start + 3600, .rain))
    #expect(outlook([60], "Heavy snow") == .allTheTime(.snow))
    #expect(outlook([60], "Sleet") == .allTheTime(.mixed))
    #expect(PrecipitationOutlook([]) == nil)
  }
}
