import Basics
import Foundation
import Output
import Scraping
import Support
import Testing
import Weather
import Web

@testable import App

/// What `doctor` makes of what it found.
struct DoctorReportTests {
  private static let time = LocalTime(secondsSince1970: 1_796_000_000, offset: 3600)

  private func report(_ checks: Check...) -> DoctorReport {
    var report = DoctorReport(time: Self.time)
    report.machine = checks
    return report
  }

  @Test func theFirstThatIsBrokenSaysTheStatus() {
    #expect(report(Check("a", "fine")).status == .done)
    #expect(report(Check("a", .yellow, "so so"), Check("b", "fine")).status == .attention)
    let broken = report(
      Check("a", .yellow, "so so"), Check("b", .red, "bad", status: .configuration),
      Check("c", .red, "bad", status: .network))
    #expect(broken.status == .configuration && broken.light == .red)
    #expect(broken.count(.red) == 2 && broken.count(.yellow) == 1)
    var page = report(Check("a", "fine"))
    page.page = PageCheck(parser: "Valley", page: "days", layouts: [], fields: [], failure: Failure(UsageError.noArea))
    #expect(page.status == .usage)
  }

  @Test(arguments: [60, 80, 120])
  func linesFitTheirWidth(width: Int) {
    var report = report(
      Check(
        "configuration", .red, "~/.config/weatherterm/config.yaml: line 1: " + String(repeating: "long ", count: 40)),
      Check("cache", "~/" + String(repeating: "x", count: 90)))
    let way = FieldCounts.Way(layout: "test ids", selector: ".//*[@data-testid='" + String(repeating: "y", count: 99))
    let field = FieldCheck(
      page: "today", rows: .current, field: .precipitationChance, light: .yellow, found: 399, total: 400, way: way,
      depth: 12, depths: 14, since: 1_795_000_000)
    var parser = ParserCheck(name: "EnvironmentCanada", text: "humidity has not been found since Nov 20")
    parser.fields = [field]
    parser.unusedLayouts = ["days: twc-table", "days: wxcard", "hours: twc-table"]
    report.parsers = [parser]
    report.isDetailed = true
    let text = DoctorText(style: ANSIStyle(isColored: false), width: width, isUnicode: true).text(of: report)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= width }, "\(text)")
    #expect(lines.contains { $0.hasSuffix("  since Nov 18") || width == 60 })
    let colored = DoctorText(style: ANSIStyle(isColored: true), width: width, isUnicode: true).text(of: report)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text)
  }

  @Test func theSchemaIsWhatTheCommandPrints() throws {
    let file = Program.checkout.appendingPathComponent("schema/doctor-1.json")
    #expect(
      try String(contentsOf: file, encoding: .utf8) == DoctorJson.schemaText,
      "write it anew: .build/debug/weatherterm schema doctor > schema/doctor-1.json")
  }

  // MARK: - Bug reports

  private static let configuration = """
    area: cabin
    places:
      cabin: "59.33,18.07"
      ö: SWXX2372
    http: {contact: me@mail.example}
    """

  @Test func whatSaysWhoAndWhereIsTakenOut() throws {
    let scrubber = Scrubber(
      environment: ["HOME": "/home/joe", "USER": "joe"],
      configuration: try Configuration(yaml: Self.configuration, file: "config.yaml"), areas: ["-33.8,151.2"])
    let cases = [
      "/home/joe/.cache": "~/.cache", "joe's": "(user)'s", "joey": "joey", "cabin": "(place)", "cabins": "cabins",
      "mail to me@mail.example": "mail to (contact)", "SWXX2372": "(area)",
      "https://a.example/f?lat=1&lon=2 is gone": "https://a.example/f?(removed) is gone",
      "https://me:secret@a.example/": "https://a.example/", "near 47.10,13.2.": "near (coordinates).",
      "at -33.8,151.2": "at (area)", "libcurl 8.14.1, zlib 1.3": "libcurl 8.14.1, zlib 1.3",
    ]
    for (text, plain) in cases { #expect(scrubber.scrubbed(text) == plain, "\(text)") }
  }

  @Test func settingsAreListedWithoutTheUsers() {
    #expect(
      BugReport.settings(Self.configuration + "\nfields: [wind, rain]\nunits: {speed: m/s}\nwhat: my street\n")
        == """
        area: (removed)
        places: 2 (removed)
        http.contact: (removed)
        fields: wind, rain
        units.speed: m/s
        what: (removed)

        """)
    #expect(BugReport.settings("a: b: c") == "this is no YAML\n")
  }

  @Test func siteFilesGoWithoutTheirTests() {
    let file = "format: 1\n# mine\ntests:\n- {session: a, area: x}\n  # too\n- b\ndays: {rows: a}\n"
    #expect(BugReport.withoutTests(file) == "format: 1\n# mine\ndays: {rows: a}\n")
    #expect(BugReport.withoutTests("tests: {session: a}\ntitle: b\n") == "title: b\n")
  }
}
