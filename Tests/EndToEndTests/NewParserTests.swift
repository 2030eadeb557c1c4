import Foundation
import Support
import Testing

/// `weatherterm parsers new`: from a page to a site file that runs.
@Suite struct NewParserTests {
  private static func page(_ name: String) -> String { Program.checkout.appendingPathComponent(name).path }

  private static let shapes: [(page: String, option: String, contains: String)] = [
    ("Examples/sites/HarbourWeather/skagsund/page.html", "-5d", "High 5° / Low -1° (Cloudy)\n    Wind: SW 7 m/s"),
    ("Examples/sites/BBCWeather/skelby-2026-11-20/feed.xml", "-5d", "High "),
    ("Examples/sites/HongKongObservatory/november-2026/fnd.json", "-5d", "High 24° / Low 19°"),
    ("Tests/Fixtures/OpenMeteo/day/1.json", "--hourly", "Humidity: "),
    ("Tests/Fixtures/MetEireann/at-sea/1.xml", "--hourly", "15.5°"),
    ("Tests/Fixtures/BOM/day/1.xml", "-5d", "High 31° / Low --° (Sunny.)"),
    ("Tests/Fixtures/MetNorway/day/1.json", "--hourly", "Wind: "),
  ]

  /// Each shape of page gives a file whose tests run and whose forecast is printed.
  @Test(arguments: shapes.indices) func aPageGivesASiteThatRuns(index: Int) async throws {
    let shape = Self.shapes[index]
    let home = try Home()
    let made = try await home.run(["parsers", "new", Self.page(shape.page), "Sample.yaml"])
    #expect(made.status == 0 && made.error == "", "\(made.error)")
    // What a person fills in: pages whose times name no zone.
    let draft = String(decoding: try home.read("Sample.yaml"), as: UTF8.self)
    try home.write(
      "Sample.yaml",
      draft.replacing("# place:\n", with: draft.contains("# timeZone: ") ? "place:\n" : "# place:\n")
        .replacing("  # timeZone: Europe/Vienna", with: "  timeZone: UTC"))
    #expect(made.output.contains("FILL IN"))
    let checked = try await home.run(["parsers", "check", "Sample.yaml"])
    #expect(checked.status == 0, "\(checked.output)\(checked.error)")
    let forecast = try await home.run([
      "--parser-file", "Sample.yaml", "-p", "Sample", "-a", "here", shape.option, "--replay", "Sample/first",
    ])
    #expect(forecast.status == 0, "\(forecast.error)")
    #expect(forecast.output.contains(shape.contains), "\(forecast.output)")
    // What is written is read, and a person's answer is taken over.
    let updated = try await home.run(["parsers", "check", "Sample.yaml", "--update"])
    #expect(updated.status == 0 && updated.output.contains("wrote what was found"), "\(updated.output)")
  }

  @Test func textAndLinkedDataGiveSitesThatRun() async throws {
    let home = try Home()
    try home.write("table.csv", "#by hour\ntime,temp_c,rh\n2026-11-21T10:00:00Z,5.5,80\n2026-11-21T11:00:00Z,6.5,75\n")
    try home.write(
      "page.html",
      """
      <html><head><link rel="canonical" href="https://valley.example/w/4711.html"><script type="application/ld+json">{"days": [
      {"validFrom": "2026-11-21", "highTemperature": {"value": 5, "unitText": "°C"}, "lowTemperature": {"value": 1, "unitText": "°C"}},
      {"validFrom": "2026-11-22", "highTemperature": {"value": 6, "unitText": "°C"}, "lowTemperature": {"value": 2, "unitText": "°C"}}
      ]}</script></head><body>Weather</body></html>
      """)
    for (page, area, option, contains) in [
      ("table.csv", "here", "--hourly", "5.5°"), ("page.html", "4711", "-5d", "High 5° / Low 1°"),
    ] {
      let name = page.prefix { $0 != "." }.capitalized
      let made = try await home.run(["parsers", "new", page])
      #expect(made.status == 0, "\(made.error)")
      let forecast = try await home.run([
        "--parser-file", "\(name).yaml", "-p", name, "-a", area, option, "--replay", "\(name)/first",
      ])
      #expect(forecast.status == 0 && forecast.output.contains(contains), "\(forecast.output)\(forecast.error)")
    }
  }

  // MARK: - Addresses

  private static let json = """
    {"days": [{"date": "2026-11-21", "high": 5, "low": 1, "unit": "C"}, {"date": "2026-11-22", "high": 6, "low": 2, "unit": "C"}]}
    """

  @Test func anAddressIsAskedOnceAndItsPlaceIsRecognised() async throws {
    let proxy = try LoopbackServer { _ in .init(200, ["Content-Type: application/json"], body: Array(Self.json.utf8)) }
    let home = try Home()
    let made = try await home.run(
      ["parsers", "new", "http://api.valley.example/f?lat=47.123456&lon=13.2"],
      environment: ["http_proxy": proxy.url("")])
    #expect(made.status == 0, "\(made.error)")
    #expect(proxy.requests.count == 1)
    #expect(proxy.requests.first?.contains("lat=47.1235&lon=13.2") == true)
    let text = String(decoding: try home.read("Valley.yaml"), as: UTF8.self)
    #expect(text.contains("lat={latitude}&lon={longitude}"))
    let checked = try await home.run(["parsers", "check", "Valley.yaml"])
    #expect(checked.status == 0, "\(checked.output)")
    #expect(proxy.requests.count == 1)
  }

  @Test(arguments: [
    (403, [String](), Int32(69)), (404, [], 69), (302, ["Location: http://other.example/"], 69),
    (302, ["Location: http://127.0.0.1/"], 69),
  ])
  func aRefusalIsSaidAndNothingIsWritten(status: Int, headers: [String], expected: Int32) async throws {
    let proxy = try LoopbackServer { _ in .init(status, headers) }
    let home = try Home()
    let made = try await home.run(
      ["parsers", "new", "http://valley.example/x"], environment: ["http_proxy": proxy.url("")])
    #expect(made.status == expected, "\(made.error)")
    #expect(made.output.isEmpty && made.error.split(separator: "\n").count == 1)
    #expect(try !home.names(in: "").contains { $0.hasPrefix("Valley") })
  }

  @Test(arguments: ["http://127.0.0.1:80/", "https://localhost/x", "ftp://valley.example/", "https://"])
  func addressesThatNoSiteHasAreRefused(address: String) async throws {
    let made = try await Home().run(["parsers", "new", address, "Sample.yaml"])
    #expect(made.status == 64 && made.output.isEmpty, "\(made.error)")
  }

  // MARK: - Files

  @Test func nothingIsOverwritten() async throws {
    let home = try Home()
    try home.write("page.json", Self.json)
    try home.write("Page.yaml", "mine")
    #expect(try await home.run(["parsers", "new", "page.json"]).status == 74)
    #expect(try home.read("Page.yaml") == Array("mine".utf8))
    try home.write("Other/first/session.har", "mine")
    #expect(try await home.run(["parsers", "new", "page.json", "Other.yaml"]).status == 74)
    #expect(try !home.names(in: "").contains("Other.yaml"))
  }

  @Test func whatIsNoPageIsRefused() async throws {
    let home = try Home()
    try home.write("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1])
    try home.write("empty.html", "")
    try home.write("session.har", #"{"log": {"entries": []}}"#)
    for (words, status) in [
      (["missing.html"], Int32(66)), (["picture.png"], 66), (["empty.html"], 66), (["session.har"], 66), ([], 64),
      (["empty.html", "my-site.yaml"], 64),
    ] {
      let made = try await home.run(["parsers", "new"] + words)
      #expect(made.status == status && made.output.isEmpty, "\(words) \(made.error)")
      #expect(made.error.split(separator: "\n").allSatisfy { $0.count <= 180 })
    }
  }

  @Test func aPageWithoutRowsGivesASkeleton() async throws {
    let home = try Home()
    try home.write("page.html", "<html><body><p>Hello</p></body></html>")
    let made = try await home.run(["parsers", "new", "page.html"])
    #expect(made.status == 0 && made.output.contains("nothing that repeats"))
    #expect(try await home.run(["parsers", "check", "Page.yaml"]).status == 0)
  }
}
