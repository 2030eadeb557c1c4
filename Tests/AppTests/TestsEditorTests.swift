import Basics
import Output
import Scraping
import Testing

@testable import App

/// Tests of site files, rewritten in place.
struct TestsEditorTests {
  private static let head = """
    format: 1
    title: Valley  # its name
    home: https://valley.example
    areas: coordinates
    coverage: the valley
    attribution: Valley
    terms: Free.
    horizon: 3
    page: {as: json, get: "https://valley.example/{latitude}/{longitude}"}
    days: {rows: "$.days[*]", date: day, high: {at: high, unit: C}}

    """

  private static let report: JsonValue.Pairs = [
    ("units", ["temperature": "C", "speed": .null]), ("place", ["query": "1,2", "name": "Valley: upper, \"old\""]),
    ("current", .null),
    (
      "days",
      [
        ["date": "2026-11-20", "from": .null, "high": .number(3.5), "low": .null, "description": "Rain, sleet"],
        ["date": "2026-11-21", "from": .null, "high": .number(-4), "low": .number(-9), "description": "null"],
      ]
    ), ("hours", []),
  ]

  private func tests(_ text: String) throws -> [SiteDefinition.Test] {
    try SiteDefinition(yaml: text, file: "Valley.yaml").tests
  }

  private func expectation(_ yaml: String) throws -> TestExpectation {
    try tests(
      Self.head + "tests:\n  session: a\n  area: 1\n  expect:\n"
        + yaml.split(separator: "\n").map { "    \($0)\n" }.joined())[0]
      .expect
  }

  /// A file's tests, all of them rewritten for the report.
  private func rewritten(_ text: String) throws -> String {
    let results = try tests(Self.head + text).map { SiteTestResult(test: $0, report: Self.report, rows: 2) }
    let new = try TestsEditor.rewritten(Self.head + text, results)
    #expect(try tests(new).map(\.expect) == results.map { TestsEditor.updated($0).expect })
    #expect(new.hasPrefix(Self.head))
    return String(new.dropFirst(Self.head.count))
  }

  @Test func flowKeepsAllButWhatIsExpected() throws {
    let text = """
      tests:   # on recordings
        # a week
        - {session: a, area: "1,2", rows: 7, expect: {days: {2026-11-20: {high: 3, low: 1}, 2026-11-21: {low: -9.02}}}}  # one
        - {session: a, area: "1,2", expect: {place: {name: X}}, for: tendays}
      # end
      tables: {}

      """
    #expect(
      try rewritten(text) == """
        tests:   # on recordings
          # a week
          - {session: a, area: "1,2", rows: 2, expect: {days: {2026-11-20: {high: 3.5, low: null}, 2026-11-21: {low: -9.02}}}}  # one
          - {session: a, area: "1,2", expect: {place: {name: "Valley: upper, \\"old\\""}}, for: tendays}
        # end
        tables: {}

        """)
  }

  @Test func blockKeepsAllButWhatIsExpected() throws {
    let text = """
      tests:
        - session: a
          rows: 7   # a week
          expect:
            days:
              2026-11-20:
                high: 3
              2026-11-23: {high: 5}
          # the area
          area: "1,2"

        - expect: {units: {temperature: F}}
          session: b
          area: "1,2"
      # end
      """
    #expect(
      try rewritten(text) == """
        tests:
          - session: a
            rows: 2   # a week
            expect:
              days:
                2026-11-20: {high: 3.5}
            # the area
            area: "1,2"

          - expect: {units: {temperature: C}}
            session: b
            area: "1,2"
        # end
        """)
  }

  @Test(arguments: [
    "tests: {session: a, area: \"1,2\"}", "tests:\n  session: a\n  area: \"1,2\"",
    "tests: [{session: a, area: \"1,2\", }]",
    "tests:\r\n- session: a\r\n  area: \"1,2\"\r\nunits: {temperature: C}\r\n",
    "tests: [{session: \"}\", area: '1}'}, {session: b, area: 1}]",
    "tests:\n  - {session: a,  # one }\n     area: \"1,2\"\n    }\n  - session: b\n    area: 1\n",
    "tests:\n- area: 1\n  session: a\n  expect:\n",
  ])
  func aTestThatExpectsNothingIsFilled(text: String) throws {
    let new = try tests(Self.head + rewritten(text))
    let filled = try expectation(
      """
      {units: {temperature: C}, place: {name: 'Valley: upper, "old"'}, days: {2026-11-20: {high: 3.5, description: "Rain, sleet"},
        2026-11-21: {high: -4, low: -9, description: "null"}}}
      """)
    for test in new {
      #expect(test.expect == filled)
      #expect(test.rows == 2)
    }
    #expect(new.count == (try tests(Self.head + text)).count)
  }

  @Test func aTestBehindAnAnchorIsLeftToItsWriter() {
    let text = "tests:\n  - &one {session: a, area: 1}\n  - *one\n"
    #expect(throws: (any Error).self) { try rewritten(text) }
  }

  @Test func differencesNameTheirPlaces() throws {
    let expected = try expectation(
      """
      {days: {2026-11-20: {high: 3.55, low: null, sky: x, description: Rain}, 2026-11-22: {}, 2026-11-21: {high: -3.9, low: null}},
       current: {temperature: 1}, units: {speed: "null"}}
      """)
    let differences = [
      TestDifference(path: "units.speed", expected: "null", found: "null"),
      TestDifference(path: "current", expected: "values", found: "null"),
      TestDifference(path: "days.2026-11-20.description", expected: "Rain", found: "Rain, sleet"),
      TestDifference(path: "days.2026-11-20.sky", expected: "x", found: nil),
      TestDifference(path: "days.2026-11-21.high", expected: "-3.9", found: "-4"),
      TestDifference(path: "days.2026-11-21.low", expected: "null", found: "-9"),
      TestDifference(path: "days.2026-11-22", expected: "values", found: nil),
    ]
    #expect(expected.differences(in: .object(Self.report), tolerance: 0.06) == differences)
  }

  @Test func hoursAreKnownByTheBeginningOfTheirTime() throws {
    let hours: JsonValue = [
      ["time": "2026-10-25T02:00:00+02:00", "temperature": .number(4)],
      ["time": "2026-10-25T02:00:00+01:00", "temperature": .number(3)],
    ]
    let all = TestExpectation(hours)
    let expected = try expectation("{2026-10-25T02:00: {temperature: 4}, 2026-10-25T02:00:00+01:00: {temperature: 3}}")
    #expect(all == expected)
    #expect(all.differences(in: hours, tolerance: 0).isEmpty)
  }
}
