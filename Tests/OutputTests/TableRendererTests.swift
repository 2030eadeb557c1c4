import Testing
import Weather

@testable import Output

struct TableRendererTests {
  /// The table of each awkward report, each below its name.
  private func gallery(_ options: RenderingOptions) -> String {
    let renderer = TableRenderer(options: options)
    return AwkwardReport.allCases.map { "=== \($0.rawValue)\n" + renderer.render($0.report.plain, index: 0) }.joined()
  }

  @Test(arguments: [20, 40, 80, 200]) func aWholeTable(width: Int) throws {
    try ExpectedOutput.check(gallery(RenderingOptions(width: width)), "table-\(width).txt")
  }

  @Test func aTableInAFileIsAsWideAsItNeedsToBe() throws {
    try ExpectedOutput.check(gallery(RenderingOptions(isTerminal: false)), "table-file.txt")
  }

  @Test func aTableInAscii() throws {
    let options = RenderingOptions(width: 80, isUnicode: false, icons: .ascii)
    try ExpectedOutput.check(gallery(options), "table-ascii.txt")
  }

  @Test func aTableInColourAndInSwedish() throws {
    let options = RenderingOptions(
      width: 100, isColored: true, icons: .unicode, timeLocale: "sv_SE", numberLocale: "sv_SE")
    try ExpectedOutput.check(gallery(options), "table-colour.txt")
  }

  @Test func fieldsThatDoNotFitStandBelow() throws {
    let options = RenderingOptions(fields: FieldGroup.all, width: 60)
    try ExpectedOutput.check(gallery(options), "table-fields.txt")
  }

  @Test func severalReportsAreApart() {
    let day = SampleReport.day("2021-04-25", high: 10, low: 3, "Sunny")
    let report = SampleReport.report(.fiveDays, days: [day])
    let renderer = TableRenderer(options: RenderingOptions(fields: [], severalReports: true))
    #expect(
      renderer.render(report, index: 1) == """

        Stockholm, Sweden
                               High  Low
        Sun Apr 25  ☀️  Sunny   10°   3°
        weather.com

        """)
  }
}
