import Foundation
import Support
import Testing

/// `weatherterm repair` on a saved page of a redesigned site.
struct RepairCommandTests {
  private static let folder = ".config/weatherterm/parsers"
  private static let page = "page.html"
  private static let highs = [7, 11, 4, 9, 13, 6]

  private static let site = """
    format: 1
    title: Valley Weather
    home: https://valley.example
    areas: coordinates
    coverage: the valley
    attribution: Valley
    terms: Free.
    horizon: 6
    page: "https://valley.example/{latitude}/{longitude}"
    place: {timeZone: Europe/Vienna}
    days: {rows: //table/tr, date: {at: "td[1]", format: label}, high: {at: "td[2]", unit: C}, low: {at: "td[3]", unit: C}, humidity: "td[4]"}

    """

  private static func day(_ index: Int) -> String { "2026-11-\(20 + index)" }

  /// The page after its redesign, as of Friday, 20 November 2026.
  private static var redesign: String {
    let names = ["Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let rows = highs.indices.map { index in
      """
      <div class="tile"><h3 class="tile-day">\(names[index]) \(20 + index)</h3><b class="tile-warm">\(highs[index])°</b>
      <b class="tile-cold">\(highs[index] - 4 - index % 3)°</b><i class="feels">\(highs[index] - 1)°</i><i class="damp">\(40 + highs[index] * 3)%</i></div>
      """
    }
    return "<html><body><p class=\"degree\">°C</p>\(rows.joined())</body></html>"
  }

  private static func report(_ parser: String, fetched: String, off: Double = 0) -> String {
    let days = highs.indices.map { index in
      "{\"date\": \"\(day(index))\", \"high\": \(Double(highs[index]) + off), \"low\": \(Double(highs[index] - 4 - index % 3) + off), "
        + "\"humidity\": \(40 + highs[index] * 3)}"
    }
    return """
      {"reports": [{"source": {"parser": "\(parser)", "fetched": "\(fetched)", "age": 0}, "place": {"timeZone": "Europe/Vienna"},
       "units": {"temperature": "C"}, "current": null, "days": [\(days.joined(separator: ", "))], "hours": []}]}
      """
  }

  private func home() throws -> Home {
    let home = try Home()
    try home.write("\(Self.folder)/Valley.yaml", Self.site)
    try home.write(Self.page, Self.redesign)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_795_168_800)],
      ofItemAtPath: home.folder.appendingPathComponent(Self.page).path)
    try home.write("known.json", Self.report("Valley", fetched: "2026-11-20T10:00:00Z"))
    return home
  }

  private static let repair = ["repair", "Valley", "-a", "47.1,13.2", "--replay", page, "--known", "known.json"]

  @Test func aRepairedFileReadsTheRedesign() async throws {
    let home = try home()
    let forecast = ["-p", "Mended", "-a", "47.1,13.2", "-10d", "--replay", Self.page, "-o", "json"]
    let made = try await home.run(Self.repair + ["-o", "Mended.yaml"])
    #expect(made.status == 0, "\(made.error)\(made.output)")
    #expect(made.output.contains("+extends: Valley"))
    let shown = try await home.run(forecast + ["--parser-file", "Mended.yaml"])
    #expect(shown.status == 0, "\(shown.error)")
    for (index, high) in Self.highs.enumerated() {
      #expect(
        shown.output.contains(
          "\"date\": \"\(Self.day(index))\",\n          \"from\": null,\n          \"high\": \(high),"))
    }
    #expect(shown.output.contains("\"humidity\": 61"))
    #expect(shown.output.contains("\"repaired\": true"))
    // Its test reads the recording beside it.
    let checked = try await home.run(["parsers", "check", "Mended.yaml"])
    #expect(checked.status == 0, "\(checked.output)")
    #expect(checked.output.contains("ok    Mended repaired-2026-11-20-1"))
  }

  @Test func nothingIsWrittenUnasked() async throws {
    let home = try home()
    let outcome = try await home.run(Self.repair)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try home.names(in: Self.folder) == ["Valley.yaml"])
    #expect(String(decoding: try home.read("\(Self.folder)/Valley.yaml"), as: UTF8.self) == Self.site)
  }

  @Test func aPersonsFileIsNeverReplaced() async throws {
    let home = try home()
    let outcome = try await home.run(Self.repair + ["--write"])
    #expect(outcome.status == 78)
    #expect(outcome.error.split(separator: "\n").count == 1)
    #expect(String(decoding: try home.read("\(Self.folder)/Valley.yaml"), as: UTF8.self) == Self.site)
  }

  @Test func anotherSourceIsBelievedOnTwoPagesOnly() async throws {
    let home = try home()
    try home.write("known.json", Self.report("OtherSource", fetched: "2026-11-20T10:00:00Z", off: 0.5))
    let outcome = try await home.run(Self.repair + ["-o", "json"])
    #expect(outcome.status == 65, "\(outcome.error)")
    #expect(outcome.output.contains("\"high\": {\"selectors\": [\".//*[contains(@class,'tile-warm')]\"]}"))
    #expect(outcome.output.contains("\"fields\": {}"))
  }

  /// The site and another source, asked over the network for two places.
  @Test func thePagesOfTwoPlacesAndAnotherSourceAreAskedOnce() async throws {
    let site = try LoopbackServer { _ in .init(200, ["Content-Type: text/html"], body: Array(Self.dated.utf8)) }
    let other = try LoopbackServer { _ in .init(200, ["Content-Type: application/json"], body: Array(Self.other.utf8)) }
    let home = try Home(
      configuration: "parsers: {Valley: {base_url: \"\(site.url(""))\"}, Peaks: {base_url: \"\(other.url(""))\"}}")
    try home.write("\(Self.folder)/Valley.yaml", Self.site)
    try home.write("\(Self.folder)/Peaks.yaml", Self.peaks)
    let outcome = try await home.run([
      "repair", "Valley", "-a", "47.1,13.2", "-a", "47.5,13.4", "--from", "Peaks", "-o", "json",
    ])
    #expect(outcome.status == 0, "\(outcome.error)\(outcome.output)")
    #expect(outcome.output.contains("\"high\": {\"selectors\""), "\(outcome.output)")
    #expect(outcome.output.contains("\"known\": \"other\""))
    #expect(site.requests.count == 2 && other.requests.count <= 2)
  }

  /// The redesign with dates of the coming days.
  private static var dated: String {
    let rows = highs.indices.map { index in
      "<li><time datetime=\"\(coming(index))\">x</time><b class=\"warm\">\(highs[index])°</b><i class=\"cold\">\(highs[index] - 5)°</i></li>"
    }
    return "<html><body><p class=\"degree\">°C</p><ul>\(rows.joined())</ul></body></html>"
  }

  private static var other: String {
    let days = highs.indices.map {
      "{\"day\": \"\(coming($0))\", \"max\": \(Double(highs[$0]) + 0.6), \"min\": \(highs[$0] - 5)}"
    }
    return "{\"days\": [\(days.joined(separator: ", "))]}"
  }

  private static let peaks = """
    format: 1
    title: Peaks
    home: https://peaks.example
    areas: coordinates
    coverage: the peaks
    attribution: Peaks
    terms: Free.
    horizon: 6
    page: {as: json, get: "https://peaks.example/{latitude}/{longitude}"}
    place: {timeZone: Europe/Vienna}
    units: {temperature: C}
    days: {rows: "$.days[*]", date: day, high: max, low: min}

    """

  private static func coming(_ days: Int) -> String {
    let time = Date(timeIntervalSinceNow: Double(days) * 86_400)
    return String(ISO8601DateFormatter().string(from: time).prefix(10))
  }

  @Test func aRepairIsAccepted() async throws {
    let home = try home()
    let made = try await home.run(Self.repair + ["-o", "\(Self.folder)/Mended.yaml"])
    #expect(made.status == 0, "\(made.error)")
    let accepted = try await home.run(["repair", "Mended", "--accept"])
    #expect(accepted.status == 0, "\(accepted.error)")
    #expect(accepted.output.contains("+repaired: {date: 2026-11-20, status: accepted}"))
    #expect(try await home.run(["repair", "Mended", "--accept"]).output.contains("accepted already"))
    #expect(try await home.run(["repair", "Valley", "--accept"]).status == 66)
  }

  @Test func anOlderRepairIsReplacedByTheNext() async throws {
    let home = try home()
    let file = "\(Self.folder)/Mended.yaml"
    #expect(try await home.run(Self.repair + ["-o", file]).status == 0)
    #expect(try await home.run(["repair", "Mended", "--accept"]).status == 0)
    let again = try await home.run(["repair", "Mended"] + Self.repair.dropFirst(2) + ["--write"])
    #expect(again.status == 0, "\(again.error)")
    #expect(again.output.contains("-repaired: {date: 2026-11-20, status: accepted}"), "\(again.output)")
    let text = String(decoding: try home.read(file), as: UTF8.self)
    #expect(text.contains("extends: Valley\n") && text.contains("status: proposed"))
    // No folder of a run is left behind.
    #expect(try home.names(in: Self.folder) == ["Mended", "Mended.yaml", "Valley.yaml"])
  }

  @Test func aSiteOfDataHasNothingToRepair() async throws {
    let home = try home()
    try home.write("\(Self.folder)/Peaks.yaml", Self.peaks)
    let outcome = try await home.run(["repair", "Peaks", "-a", "47.1,13.2"])
    #expect(outcome.status == 65)
    #expect(outcome.error.contains("HTML"), "\(outcome.error)")
  }

  @Test(arguments: [
    (["repair"], 64), (["repair", "Nowhere"], 64), (["repair", "Valley"], 64),
    (["repair", "Valley", "--replay", "page.html"], 65), (["repair", "Valley", "--replay", "missing.html"], 66),
    (["repair", "Valley", "--replay", "page.html", "--known", "page.html"], 66),
    (["repair", "Valley", "--replay", "page.html", "-o", "bad-name.yaml"], 64),
    (["repair", "Valley", "--colour"], 64),
  ])
  func whatIsWrongIsSaidInOneSentence(arguments: [String], status: Int) async throws {
    let outcome = try await home().run(arguments)
    #expect(outcome.status == Int32(status), "\(outcome.error)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.split(separator: "\n").first.map { $0.count <= 160 } ?? false, "\(outcome.error)")
  }
}
