import Foundation
import Support
import Testing

/// Several parsers for one place: the next is asked when one fails.
struct FallbackTests {
  /// A home whose two sites are these.
  private func home(weatherCom: String, openMeteo: String, more: String = "") throws -> Home {
    try Home(
      configuration: """
        parsers: {WeatherCom: {base_url: "\(weatherCom)"}, OpenMeteo: {base_url: "\(openMeteo)"}}
        places: {home: {WeatherCom: SWXX2372, coordinates: "21,18.07"}, code: SWXX2372}
        \(more)
        """)
  }

  @Test func theFirstThatAnswersIsShown() async throws {
    let (first, second) = (try Stockholm.server(), try OpenMeteoSite.server())
    let home = try home(weatherCom: first.url(""), openMeteo: second.url(""))
    let outcome = try await home.run(["-p", "WeatherCom,OpenMeteo", "-a", "home", "-td", "-o", "json"])
    #expect(outcome.status == 0 && outcome.error == "", "\(outcome.error)")
    #expect(outcome.output.contains("\"parser\": \"WeatherCom\""))
    #expect(second.requests.isEmpty)
  }

  @Test(arguments: [
    (500, "answered with status 500", 3), (403, "refuses programs", 1), (404, "does not know the area", 1),
    (200, "fits none of the layouts", 1),
  ])
  func theNextIsAskedWhateverFails(status: Int, sentence: String, asked: Int) async throws {
    let first = try LoopbackServer { _ in .init(status, body: Array("<html><body>nothing</body></html>".utf8)) }
    let second = try OpenMeteoSite.server()
    let home = try home(weatherCom: first.url(""), openMeteo: second.url(""), more: "parser: [WeatherCom, OpenMeteo]")
    let outcome = try await home.run(["-a", "home", "-5d"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("High 21° / Low 16°"))
    #expect(outcome.error.hasPrefix("weatherterm: note: WeatherCom gave no forecast, the forecast is OpenMeteo's: "))
    #expect(outcome.error.contains(sentence) && outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    #expect(first.requests.count == asked)
    let quiet = try await home.run(["-a", "home", "-5d", "--quiet"])
    #expect(quiet.output == outcome.output && quiet.error == "")
  }

  @Test(arguments: ["Celsius", "Fahrenheit"])
  func whoAnswersAndInWhatUnitIsTold(unit: String) async throws {
    let (first, second) = (try LoopbackServer { _ in .init(403) }, try OpenMeteoSite.server())
    let home = try home(weatherCom: first.url(""), openMeteo: second.url(""), more: "parser: [WeatherCom, OpenMeteo]")
    let outcome = try await home.run(["-a", "home", "-5d", "--quiet", "-u", unit])
    #expect(outcome.output.hasPrefix("# home (OpenMeteo, °\(unit.prefix(1)))\n>> [Today "), "\(outcome.output)")
    let line = try await home.run(["-a", "home", "-5d", "--quiet", "-u", unit, "-o", "line"])
    #expect(line.output.contains("°\(unit.prefix(1)) ") == true, "\(line.output)")
    // One parser and a place that is no town's name: the form of version 1.0.
    let alone = try await home.run(["-p", "OpenMeteo", "-a", "home", "-5d", "-u", unit])
    #expect(alone.output.hasPrefix(">> [Today "), "\(alone.output)")
    let town = try await home.run(["-p", "OpenMeteo", "-a", "Stockholm", "-5d", "-u", unit])
    #expect(town.output.hasPrefix("# Stockholm, Sweden (OpenMeteo, °\(unit.prefix(1)))\n>> "), "\(town.output)")
  }

  @Test func allReportsAreInTheUnitsOfTheFirst() async throws {
    let page = try #require(try Stockholm.page("/weather/tenday/l/SWXX2372"))
    let first = try LoopbackServer { path in
      path.contains("SWXX2372") ? .init(200, ["Content-Type: text/html; charset=utf-8"], body: page) : .init(404)
    }
    let second = try LoopbackServer { path in
      let answer = String(decoding: OpenMeteoSite.answer(path), as: UTF8.self).replacing("°C", with: "°F")
      return .init(200, ["Content-Type: application/json"], body: Array(answer.utf8), keepsOpen: true)
    }
    let home = try home(weatherCom: first.url(""), openMeteo: second.url(""))
    let places = ["-p", "WeatherCom,OpenMeteo", "-5d", "-o", "ndjson"]
    let unit = /"units": {"temperature": "([CF])"/
    func units(_ areas: [String]) async throws -> [String] {
      let outcome = try await home.run(places + areas.flatMap { ["-a", $0] })
      #expect(outcome.status == 0, "\(outcome.error)")
      return outcome.output.split(separator: "\n").compactMap { line in line.firstMatch(of: unit).map { String($0.1) } }
    }
    let alone = try await units(["code"]) + units(["21,18"])
    #expect(Set(alone) == ["C", "F"])
    #expect(try await units(["code", "21,18"]) == [alone[0], alone[0]])
    #expect(try await units(["21,18", "code"]) == [alone[1], alone[1]])
    // A place without a forecast decides nothing.
    let failed = try await home.run(places + ["-a", "nowhere at all", "-a", "21,18", "-a", "code"])
    #expect(failed.output.matches(of: unit).map { String($0.1) } == ["F", "F"], "\(failed.output)")
  }

  @Test func aParserThatCannotTakeThePlaceIsPassedOver() async throws {
    let (first, second) = (try Stockholm.server(), try OpenMeteoSite.server())
    let home = try home(weatherCom: first.url(""), openMeteo: second.url(""))
    let outcome = try await home.run(["-p", "OpenMeteo,WeatherCom", "-a", "code", "-td"])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.hasPrefix("weatherterm: note: OpenMeteo was passed over, the forecast is WeatherCom's: "))
    #expect(second.requests.isEmpty)
    // Nobody may ask MET Norway without a contact.
    let contact = try await home.run(["-p", "MetNorway,OpenMeteo", "-a", "home", "-5d"])
    #expect(contact.status == 0 && contact.error.contains("MetNorway was passed over"), "\(contact.error)")
    let neither = try await home.run(["-p", "MetNorway,SMHI", "-a", "1,2", "-5d"])
    #expect(neither.status == 78 && neither.output == "")
    #expect(neither.error.hasPrefix("weatherterm: note: SMHI was passed over: 1,2 lies outside"), "\(neither.error)")
    let none = try await home.run(["-p", "OpenMeteo,SMHI", "-a", "nowhere at all", "-td"])
    expectFailure(none, 68, "nowhere at all")
  }

  @Test func whereAllFailTheFirstIsTheError() async throws {
    let first = try LoopbackServer { _ in .init(403) }
    let second = try LoopbackServer { _ in .init(404) }
    let home = try home(weatherCom: first.url(""), openMeteo: second.url(""))
    let outcome = try await home.run(["-p", "WeatherCom,OpenMeteo", "-a", "home", "-td"])
    #expect(outcome.status == 69 && outcome.output == "")
    let lines = outcome.error.split(separator: "\n")
    #expect(lines.count == 2 && lines[1].hasPrefix("weatherterm: error: The Weather Channel refuses programs"))
    #expect(lines[0].hasPrefix("weatherterm: note: OpenMeteo gave no forecast: "), "\(outcome.error)")
  }

  @Test func whereAllFailAnOlderAnswerIsShown() async throws {
    let home: Home
    do {
      let (first, second) = (try LoopbackServer { _ in .init(403) }, try OpenMeteoSite.server())
      home = try self.home(weatherCom: first.url(""), openMeteo: second.url(""))
      #expect(try await home.run(["-p", "WeatherCom,OpenMeteo", "-a", "home", "-5d"]).status == 0)
    }
    let older = try await home.run(["-p", "WeatherCom,OpenMeteo", "-a", "home", "-5d", "--max-age", "0"])
    #expect(older.status == 0 && older.output.contains("(1 min old)"), "\(older.error)")
    #expect(older.error.contains("showing the answer of OpenMeteo from 1 min ago"))
    let failed = try await home.run(
      ["-p", "WeatherCom,OpenMeteo", "-a", "home", "-5d", "--max-age", "0", "--no-stale"])
    #expect(failed.status == 69 && failed.output == "")
  }

  @Test func eachGetsItsShareOfTheTime() async throws {
    let first = try LoopbackServer { _ in .init([(.seconds(8), [])]) }
    let second = try OpenMeteoSite.server()
    let home = try home(weatherCom: first.url(""), openMeteo: second.url(""))
    let outcome = try await home.run(["-p", "WeatherCom,OpenMeteo", "-a", "home", "-5d", "--timeout", "2s"])
    #expect(outcome.status == 0 && outcome.output.contains("High 21°"), "\(outcome.error)")
    #expect(outcome.seconds < 2.5)
    // The next prompt does not wait again.
    let again = try await home.run(["-p", "WeatherCom,OpenMeteo", "-a", "home", "-5d", "--timeout", "2s"])
    #expect(again.output == outcome.output && again.seconds < 0.9, "\(again.seconds): \(again.error)")
  }

  @Test func theNewestOfTheOlderAnswersIsShown() async throws {
    let home: Home
    do {
      let (first, second) = (try Stockholm.server(), try OpenMeteoSite.server())
      home = try self.home(weatherCom: first.url(""), openMeteo: second.url(""))
      #expect(try await home.run(["-p", "WeatherCom", "-a", "home", "-td"]).status == 0)
      try await Task.sleep(for: .seconds(2))
      #expect(try await home.run(["-p", "OpenMeteo", "-a", "home", "-td"]).status == 0)
    }
    let both = ["-p", "WeatherCom,OpenMeteo", "-a", "home", "-td", "--max-age", "0", "-o", "json"]
    for more in [[], ["--offline"]] {
      let older = try await home.run(both + more)
      #expect(older.status == 0 && older.output.contains("\"parser\": \"OpenMeteo\""), "\(older.error)")
      #expect(older.output.contains("\"stale\": true"))
    }
  }
}
