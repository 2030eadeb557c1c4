import Foundation
import Support
import Testing

/// `weatherterm doctor`, before sites on loopback and on saved pages.
struct DoctorTests {
  /// A page with a row for each day; a redesign calls the classes otherwise.
  private static func page(humidity: String = "humid", high: String = "high") -> String {
    let rows = (20...24).map { day in
      "<tr><td class='day'>2026-11-\(day)</td><td class='\(high)'>\(day - 18)</td><td class='low'>-1</td>"
        + "<td class='\(humidity)'>7\(day - 20)%</td></tr>"
    }
    return "<html><body><h1>Oberdorf</h1><table>\(rows.joined())</table></body></html>"
  }

  private static let site = """
    format: 1
    title: Valley Weather
    home: https://valley.example
    areas: coordinates
    coverage: the valley
    attribution: Valley
    terms: Free.
    horizon: 5
    page: "https://valley.example/{latitude}/{longitude}"
    units: {temperature: C}
    days:
      - layout: table
        rows: //tr
        date: "td[@class='day']"
        high: ["td[@class='maximum']", "td[@class='high']"]
        low: "td[@class='low']"
        humidity: "td[@class='humid']"
        precipitation: {at: "td[@class='rain']", unit: mm}
      - {layout: cards, rows: "//div[@class='card']", date: "b", high: "i"}
    tests: {session: home, area: "47.1234,13.4321"}

    """

  private let home: Home

  init() throws {
    home = try Home()
    try home.write(".config/weatherterm/parsers/Valley.yaml", Self.site)
    // What others may write to is told: the mode does not depend on the tester's umask.
    for (name, mode) in [("Valley.yaml", 0o644), ("", 0o755)] {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode],
        ofItemAtPath: home.folder.appendingPathComponent(".config/weatherterm/parsers/\(name)").path)
    }
  }

  private func doctor(_ arguments: String..., environment: [String: String] = [:]) async throws -> Program.Outcome {
    let outcome = try await home.run(["doctor"] + arguments, environment: environment)
    let plain = outcome.output.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(arguments.contains("json") || plain.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(plain)")
    return outcome
  }

  /// The lines that begin with a word, less their blanks.
  private func lines(_ word: String, _ outcome: Program.Outcome) -> [String] {
    outcome.output.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { $0.hasPrefix("\(word) ") }
  }

  // MARK: - The machine

  @Test func aHealthyMachineIsToldOnOneScreen() async throws {
    let outcome = try await doctor()
    #expect(outcome.status == 0 && outcome.error == "", "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 24)
    for name in [
      "program weatherterm 1.0.0", "libraries libcurl ", "certificates ", "time 20", "locale C.UTF-8", "cache ",
    ] {
      #expect(lines("ok", outcome).contains { $0.hasPrefix("ok \(name)") }, "\(name)\n\(outcome.output)")
    }
    #expect(outcome.output.hasSuffix("All is well.\n"))
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(try await doctor("--color", "always").output.contains("\u{1B}[38;5;71mok"))
    // Looking makes nothing.
    #expect(
      try home.names(in: ".").filter { !$0.hasPrefix(".error") && !$0.hasPrefix(".output") && !$0.hasPrefix(".input") }
        == [".config"])
  }

  @Test func whatIsBrokenHasTheStatusOfARun() async throws {
    try home.write(".config/weatherterm/config.yaml", "unti: Celsius\n")
    let configuration = try await doctor()
    #expect(configuration.status == 78)
    #expect(lines("broken", configuration).contains { $0.hasPrefix("broken configuration ~/.config") })
    try home.write(".config/weatherterm/config.yaml", "unit: Celsius\n")
    let certificates = try await doctor(environment: ["SSL_CERT_FILE": "/none"])
    #expect(certificates.status == 78)
    #expect(lines("broken", certificates).count == 1)
    try home.write(".config/weatherterm/parsers/Hill.yaml", "format: 1\ntitel: x\n")
    let file = try await doctor()
    #expect(file.status == 78)
    #expect(lines("broken", file).contains { $0.hasPrefix("broken site file ~/.config/weatherterm/parsers/Hill.yaml") })
    #expect(try await doctor("Valley").status == 78)
  }

  @Test func whatShouldBeLookedAtEndsWithOne() async throws {
    let file = home.folder.appendingPathComponent(".config/weatherterm/parsers/Valley.yaml").path
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file)
    let outcome = try await doctor()
    #expect(outcome.status == 1)
    #expect(lines("warning", outcome).count == 1)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    #expect(try await doctor(environment: ["HOME": "", "XDG_CONFIG_HOME": "\(home.folder.path)/.config"]).status == 1)
  }

  @Test func wrongWordsAreNamed() async throws {
    for (arguments, status) in [
      (["Vally"], Int32(64)), (["--frobnicate"], 64), (["-o", "classic"], 64), (["--replay", "page.html"], 64),
      (["--color", "loud"], 64), (["Valley", "--replay", "/none"], 66), (["-p", "Valley"], 64),
    ] {
      let outcome = try await home.run(["doctor"] + arguments)
      #expect(outcome.status == status && outcome.output == "", "\(arguments): \(outcome.error)")
      #expect(outcome.error.hasPrefix("weatherterm: error: "))
    }
  }

  // MARK: - Parsers

  @Test func parsersAreToldByTheirAnswers() async throws {
    let server = try OpenMeteoSite.server()
    try home.write(".config/weatherterm/config.yaml", OpenMeteoSite.configuration(server.url("")))
    for _ in 0..<2 {
      #expect(try await home.run(["-p", "OpenMeteo", "-a", "10,20", "-10d", "--refresh"]).status == 0)
    }
    let all = try await doctor()
    #expect(lines("ok", all).contains { $0.hasPrefix("ok OpenMeteo 2 answers since ") }, "\(all.output)")
    let one = try await doctor("openmeteo")
    #expect(one.status == 0)
    #expect(lines("ok", one).contains { $0.hasPrefix("ok days high 2 of 2 1/1 temperature_2m_max ") }, "\(one.output)")
    #expect(!one.output.contains("Valley"))
    // The page was read as JSON once more for programs.
    let json = try await doctor("OpenMeteo", "-o", "json")
    #expect(json.output.hasPrefix("{\n  \"schema\": \"weatherterm/doctor/1\",\n"))
    #expect(json.output.contains("\"field\": \"low\",\n          \"light\": \"green\",\n          \"found\": 2,"))
  }

  @Test func hostsAreAskedWhereThatIsWanted() async throws {
    let server = try OpenMeteoSite.server()
    try home.write(".config/weatherterm/config.yaml", OpenMeteoSite.configuration(server.url("")))
    #expect(try await doctor("OpenMeteo").status == 0)
    #expect(server.requests.isEmpty)
    let online = try await doctor("OpenMeteo", "--online")
    #expect(online.status == 0, "\(online.output)")
    #expect(server.requests.map { $0.prefix(7) } == ["HEAD / "])
    #expect(lines("ok", online).contains { $0.contains("127.0.0.1:\(server.port) ") && $0.contains("answer ") })
    try home.write(".config/weatherterm/config.yaml", OpenMeteoSite.configuration("http://127.0.0.1:9"))
    let dead = try await doctor("OpenMeteo", "--online", "-o", "json")
    #expect(dead.status == 75 && dead.output.contains("\"light\": \"red\""))
  }

  // MARK: - Pages

  @Test func aHealthyPageIsWell() async throws {
    try home.write("page.html", Self.page())
    let outcome = try await doctor("Valley", "--replay", "page.html")
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("Page read by Valley as the page of days, layout table\n"))
    #expect(
      lines("ok", outcome).dropFirst(2) == [
        "ok days high 5 of 5 2/3 table: td[@class='high']", "ok days low 5 of 5 1/1 table: td[@class='low']",
        "ok days humidity 5 of 5 1/1 table: td[@class='humid']",
      ])
    // What dry weather leaves out is no fault.
    #expect(lines("none", outcome) == ["none days precipitation 0 of 5 may be missing"])
  }

  @Test func whatARedesignHasLostIsNamed() async throws {
    try home.write("page.html", Self.page(humidity: "xyz"))
    let outcome = try await doctor("Valley", "--replay", "page.html")
    #expect(outcome.status == 65)
    #expect(lines("broken", outcome) == ["broken days humidity 0 of 5 no selector gives a value"])
    #expect(lines("ok", outcome).contains { $0.hasPrefix("ok forecast") })
    #expect(
      outcome.output.hasSuffix("1 broken: exit status 65\nNew selectors may be learned: weatherterm repair Valley\n"))
    let json = try await doctor("Valley", "--replay", "page.html", "-o", "json")
    #expect(json.status == 65)
    #expect(
      json.output.contains("\"rows\": \"days\",\n        \"field\": \"humidity\",\n        \"light\": \"red\",\n"))
  }

  @Test func aPageThatGivesNoForecastIsToldFieldByField() async throws {
    try home.write("page.html", Self.page(high: "abc").replacing("class='low'", with: "class='def'"))
    let outcome = try await doctor("Valley", "--replay", "page.html", "-10d")
    #expect(outcome.status == 65)
    let broken = lines("broken", outcome)
    #expect(broken.first?.hasPrefix("broken forecast ") == true, "\(outcome.output)")
    #expect(
      broken.dropFirst() == [
        "broken days high 0 of 5 no selector gives a value", "broken days low 0 of 5 no selector gives a value",
      ])
    #expect(lines("ok", outcome).contains { $0.hasPrefix("ok days humidity 5 of 5") })
    try home.write("page.html", "<html><body><p>Something else</p></body></html>")
    let other = try await doctor("Valley", "--replay", "page.html")
    #expect(other.status == 65 && other.output.contains(", in no layout that is known\n"), "\(other.output)")
  }

  @Test func aRecordingSaysItsArea() async throws {
    let folder = Program.checkout.appendingPathComponent("Tests/Fixtures/WeatherCom/testid-tenday").path
    let outcome = try await doctor("WeatherCom", "--replay", folder)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    #expect(lines("ok", outcome).contains { $0.hasPrefix("ok days high ") })
  }

  // MARK: - Bundles

  private static let configuration = """
    parser: Valley
    area: cabin
    unit: Celsius
    places: {cabin: "47.1234,13.4321", aunt: {WeatherCom: "SWXX2372:1:SW"}}
    http: {contact: joe@mail.example, timeout: 5s}
    parsers: {Valley: {pause: 1s}}

    """

  @Test func aBundleHoldsNoPlaceAndNobody() async throws {
    try home.write(".config/weatherterm/config.yaml", Self.configuration)
    let arguments = ["doctor", "Valley", "--bundle", "report.zip"]
    let user = ["USER": "joebloggs", "TZ": "Europe/Vienna"]
    // Nobody can be asked.
    let asked = try await home.run(arguments, environment: user)
    #expect(asked.status == 64)
    #expect(throws: (any Error).self) { try home.read("report.zip") }
    let outcome = try await home.run(arguments + ["--yes"], environment: user)
    #expect(outcome.status == 0 && outcome.error == "", "\(outcome.error)")
    let archive = try home.read("report.zip")
    let text = String(decoding: archive, as: UTF8.self)
    for name in ["doctor.txt", "doctor.json", "configuration.txt", "sites/Valley.yaml"] {
      #expect(outcome.output.contains("--- \(name)\n") && text.contains(name))
    }
    for secret in [
      home.folder.path, "joe", "bloggs", "mail.example", "47.1234", "13.4321", "SWXX2372", "aunt", "cabin", "Vienna",
      "+01:00",
    ] {
      #expect(!text.contains(secret) && !outcome.output.contains(secret), "\(secret)")
    }
    for kept in [
      "unit: Celsius", "http.timeout: 5s", "parsers.Valley.pause: 1s", "places: 2 (removed)", "td[@class='high']",
    ] {
      #expect(text.contains(kept), "\(kept)")
    }
    // What is shown is what is in it, and it is never written over.
    let again = try await home.run(arguments + ["--yes"], environment: user)
    #expect(again.status == 74 && again.output == "")
    #expect(try home.read("report.zip") == archive)
    _ = try await Shell.output(
      "if command -v python3 > /dev/null; then cd '\(home.folder.path)' && python3 -m zipfile -t report.zip; fi")
  }
}
