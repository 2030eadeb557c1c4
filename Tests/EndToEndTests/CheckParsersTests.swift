import Foundation
import Support
import Testing

/// `weatherterm parsers check` on a site file of a user, with its recording beside it.
@Suite struct CheckParsersTests {
  private static let folder = ".config/weatherterm/parsers"
  private static let site = """
    format: 1
    title: Valley Weather   # as its pages say
    home: https://valley.example
    areas: coordinates
    coverage: the valley
    attribution: Valley
    terms: Free.
    horizon: 3
    page: {as: json, get: "https://valley.example/{latitude}/{longitude}"}
    refuse:
      - {status: 404, means: outside}
    place: {name: $.village, timeZone: $.zone}
    units: {temperature: C, speed: km/h}
    days: {rows: "$.days[*]", date: day, high: [max, maximum], low: min, windSpeed: wind, uvIndex: uv}

    """
  private static let answer = """
    {\\"village\\": \\"Oberdorf\\", \\"zone\\": \\"Europe/Vienna\\", \\"days\\": [{\\"day\\": \\"2026-11-20\\", \\"max\\": 3.5, \\"min\\": -1, \\"wind\\": 7},
     {\\"day\\": \\"2026-11-21\\", \\"maximum\\": 5, \\"min\\": null}]}
    """.replacing("\n", with: "")

  private static let tests = """
    tests:
      # a weekend
      - {session: thaw, area: "47.1,13.2", for: fivedays, rows: 2, expect: {place: {name: Oberdorf}, days: {2026-11-20: {high: 3.5, low: -1.04}, 2026-11-21: {low: null}}}}
      - {session: outside, area: "40,13", fails: 68}

    """

  /// A home with the site file and a recording of each kind.
  private func home(_ tests: String) throws -> Home {
    let home = try Home()
    try home.write("\(Self.folder)/Valley.yaml", Self.site + tests)
    func har(_ address: String, _ status: Int, _ text: String) -> String {
      """
      {"log": {"entries": [{"startedDateTime": "2026-11-20T08:00:00+01:00", "request": {"method": "GET", "url": "https://valley.example/\(address)"},
       "response": {"status": \(status), "content": {"mimeType": "application/json", "text": "\(text)"}}}]}}
      """
    }
    try home.write("\(Self.folder)/Valley/thaw/session.har", har("47.1/13.2", 200, Self.answer))
    try home.write("\(Self.folder)/Valley/outside/session.har", har("40/13", 404, "no"))
    return home
  }

  private func check(_ home: Home, _ more: String...) async throws -> Program.Outcome {
    try await home.run(["parsers", "check"] + more)
  }

  private func lines(_ outcome: Program.Outcome) -> [String] {
    outcome.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
  }

  @Test func passedTestsAndTheSelectorsOfAllFieldsAreTold() async throws {
    let home = try home(Self.tests)
    for arguments in [[], ["valley"], ["\(Self.folder)/Valley.yaml"]] {
      let outcome = try await home.run(["parsers", "check"] + arguments)
      #expect(outcome.status == 0 && outcome.error == "", "\(outcome.error)")
      #expect(
        lines(outcome) == [
          "ok Valley thaw fivedays", "ok Valley outside tendays", "SECTION FIELD ROWS SELECTOR",
          "days high 1 of 2 max", "days high 1 of 2 maximum", "days low 1 of 2 min", "days windSpeed 1 of 2 wind",
          "found by no test: days.uvIndex",
        ])
    }
    // The configuration of the user changes nothing.
    try home.write(".config/weatherterm/config.yaml", "unit: Fahrenheit\n")
    #expect(try await check(home).status == 0)
  }

  @Test func aSavedPageIsARecording() async throws {
    let home = try Home()
    let site = Self.site.replacing("{as: json, get: ", with: "{get: ").split(separator: "\n").dropLast(3)
    try home.write(
      "Hill.yaml",
      site.joined(separator: "\n") + """

        days: {rows: //tr, date: "td[1]", high: {at: "td[2]", unit: C}}
        tests: {session: saved, area: "47.1,13.2", expect: {days: {2026-11-21: {high: 5}}}}

        """)
    try home.write(
      "Hill/saved/page.html",
      "<table><tr><td>2026-11-20</td><td>3</td></tr><tr><td>2026-11-21</td><td>5</td></tr></table>")
    // It is of the day on which it was saved.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_795_168_800)],
      ofItemAtPath: home.folder.appendingPathComponent("Hill/saved/page.html").path)
    let outcome = try await check(home, "./Hill.yaml")
    #expect(outcome.status == 0 && lines(outcome).first == "ok Hill saved tendays", "\(outcome.output)")
  }

  @Test func whatDiffersIsToldAndTakenOver() async throws {
    let wrong = Self.tests.replacing("high: 3.5", with: "high: 4").replacing("rows: 2", with: "rows: 9")
      .replacing("low: null", with: "low: 0, windSpeed: null")
    let home = try home(wrong + "units: {temperature: C}\n".prefix(0))
    let failed = try await check(home)
    #expect(failed.status == 65)
    #expect(
      lines(failed).prefix(5) == [
        "FAIL Valley thaw fivedays", "days.2026-11-20.high: expected 4, found 3.5",
        "days.2026-11-21.low: expected 0, found null", "rows: expected 9, found 2", "ok Valley outside tendays",
      ])
    let file = "\(Self.folder)/Valley.yaml"
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: home.folder.appendingPathComponent(file).path)
    let updated = try await check(home, "Valley", "--update")
    #expect(updated.status == 0 && updated.output.hasPrefix(failed.output), "\(updated.output)")
    let text = String(decoding: try home.read(file), as: UTF8.self)
    #expect(
      text
        == Self.site
          + """
          tests:
            # a weekend
            - {session: thaw, area: "47.1,13.2", for: fivedays, rows: 2, expect: {
                place: {name: Oberdorf},
                days: {
                  2026-11-20: {high: 3.5, low: -1.04},
                  2026-11-21: {low: null, windSpeed: null}}}}
            - {session: outside, area: "40,13", fails: 68}

          """)
    #expect(try home.names(in: Self.folder) == ["Valley", "Valley.yaml"])
    let attributes = try FileManager.default.attributesOfItem(
      atPath: home.folder.appendingPathComponent(file).path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try await check(home).status == 0)
    let again = try await check(home, "--update")
    #expect(again.status == 0)
    #expect(String(decoding: try home.read(file), as: UTF8.self) == text)
  }

  @Test func aNewTestIsFilled() async throws {
    let home = try home("tests:\n- session: thaw\n  area: 47.1,13.2\n")
    #expect(try await check(home, "--update").status == 0)
    let text = String(decoding: try home.read("\(Self.folder)/Valley.yaml"), as: UTF8.self)
    #expect(
      text
        == Self.site
          + """
          tests:
          - session: thaw
            area: 47.1,13.2
            rows: 2
            expect:
              place: {name: Oberdorf}
              units: {temperature: C, speed: km/h}
              days:
                2026-11-20: {high: 3.5, low: -1, windSpeed: 7}
                2026-11-21: {high: 5}

          """)
    #expect(try await check(home).status == 0)
  }

  @Test func aRunThatFailsIsNotTakenOver() async throws {
    let tests = "tests:\n  - {session: outside, area: \"40,13\", expect: {days: {2026-11-20: {high: 1}}}}\n"
    let home = try home(tests)
    let outcome = try await check(home, "--update")
    #expect(outcome.status == 65)
    #expect(lines(outcome).first == "FAIL Valley outside tendays")
    #expect(try home.read("\(Self.folder)/Valley.yaml") == Array((Self.site + tests).utf8))
  }

  @Test(arguments: ["gone", "../thaw", "."])
  func withoutARecordingTheStatusIs66(session: String) async throws {
    let home = try home(
      "tests: [{session: \(session), area: \"47.1,13.2\"}, {session: thaw, area: \"47.1,13.2\", rows: 5}]\n")
    let outcome = try await check(home)
    #expect(outcome.status == 66)
    #expect(lines(outcome).first == "FAIL Valley \(session) tendays")
    #expect(outcome.output.contains("--record"))
  }

  @Test func allFaultsOfAFileAreToldAndOthersAreChecked() async throws {
    let home = try home(Self.tests)
    try home.write("Broken.yaml", Self.site.replacing("title:", with: "titel:") + "tests: [{session: a}]\n")
    let outcome = try await check(home, "--parser-file", "Broken.yaml")
    #expect(outcome.status == 78 && outcome.error == "")
    for text in ["line 2, column 1: titel", "title is missing", "tests.area is missing", "ok    Valley thaw"] {
      #expect(outcome.output.contains(text), "\(outcome.output)")
    }
    #expect(try await check(home, "gone/Valley.yaml").status == 78)
  }

  @Test func aFileWithoutTestsSaysHowToWriteOne() async throws {
    let home = try home("")
    let outcome = try await check(home)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("--record") && outcome.output.contains("- {session: SESSION, area: AREA}"))
    #expect(try await Home().run(["parsers", "check", "SMHI"]).status == 0)
    #expect(try await Home().run(["parsers", "check"]).status == 0)
  }

  @Test(arguments: [["Nowhere"], ["my-site.yaml"], ["--updat"], ["--parser-file", "x.yml"], ["--parser-file="]])
  func wrongArgumentsAre64(arguments: [String]) async throws {
    expectFailure(try await home(Self.tests).run(["parsers", "check"] + arguments), 64)
  }
}
