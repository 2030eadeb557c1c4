import Foundation
import Support
import Testing

/// Many places in one run.
struct SeveralPlacesTests {
  private let site: LoopbackServer
  private let home: Home

  init() throws {
    site = try OpenMeteoSite.server()
    home = try Home(configuration: OpenMeteoSite.configuration(site.url("")) + "places: {cabin: \"12,3\"}")
  }

  private func run(_ arguments: [String], input: String? = nil) async throws -> Program.Outcome {
    try await Program.run(["-p", "OpenMeteo", "-5d"] + arguments, home: home.folder, input: input)
  }

  @Test func eachPlaceHasItsReportInTheOrderGiven() async throws {
    let outcome = try await run(["-a", "10,1", "-a", "cabin", "-a", "11,2"])
    #expect(outcome.status == 0 && outcome.error == "", "\(outcome.error)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("# ") }.count == 3)
    #expect(lines[0] == "# 10,1 (OpenMeteo)")
    let highs = lines.filter { $0.contains("High") }.map { $0.dropFirst(9).prefix(2) }
    #expect(
      highs == Array(repeating: "10", count: 5) + Array(repeating: "12", count: 5) + Array(repeating: "11", count: 5))
  }

  @Test func areasComeFromAFileOrFromStandardInput() async throws {
    try home.write("areas", "\u{FEFF}# mine\n10,1\r\n\n  11,2  \n")
    let file = try await run(["--areas", "areas", "-o", "ndjson"])
    let input = try await run(["--areas", "-", "-o", "ndjson"], input: "10,1\n11,2\n")
    #expect(file.status == 0 && file.output.split(separator: "\n").count == 2, "\(file.error)")
    // Nothing but the clock differs.
    let times = /"fetched": "[^"]*"|"age": [0-9]*/
    #expect(file.output.replacing(times, with: "") == input.output.replacing(times, with: ""))
    let both = try await run(["--areas", "areas", "-a", "12,1", "-o", "csv"])
    #expect(both.output.split(whereSeparator: \.isNewline).count == 1 + 3 * 5)
  }

  @Test(arguments: [
    ("missing", nil, "No such file"), (".", nil, "Is a directory"), ("-", "", "no area in it"),
    ("-", "# only this\n", "no area in it"),
  ])
  func aFileWithoutAreasIsTold(name: String, input: String?, sentence: String) async throws {
    expectFailure(try await run(["--areas", name], input: input), 66, sentence, "--areas")
  }

  @Test func aPlaceThatFailsDoesNotSpoilTheOthers() async throws {
    let places = ["-a", "10,1", "-a", "nowhere at all", "-a", "x/../y", "-a", "11,2"]
    let classic = try await run(places)
    #expect(classic.status == 68)
    #expect(
      classic.output.split(separator: "\n").filter { $0.hasPrefix("# ") } == [
        "# 10,1 (OpenMeteo)", "# 11,2 (OpenMeteo)",
      ])
    let errors = classic.error.split(separator: "\n").filter { $0.hasPrefix("weatherterm: error: ") }
    #expect(errors.count == 2 && errors[0].hasPrefix("weatherterm: error: nowhere at all: "), "\(classic.error)")
    let json = try await run(places + ["-o", "json"])
    #expect(json.status == 68)
    #expect(json.output.contains("\"status\": 68") && json.output.contains("\"status\": 64"))
    let lines = try await run(places + ["-o", "ndjson"])
    #expect(lines.output.split(separator: "\n").map { $0.contains("\"error\": null") } == [true, false, false, true])
  }

  @Test func oneThatFailsAloneWritesNothing() async throws {
    expectFailure(try await run(["--areas", "-", "-o", "json"], input: "nowhere at all\n"), 68, "nowhere at all")
  }

  @Test func theHostHasNoMoreAtOnceThanItMay() async throws {
    let slow = try LoopbackServer { path in
      var reply = LoopbackServer.Reply(200, body: OpenMeteoSite.answer(path), keepsOpen: true)
      reply.pieces[0].pause = .milliseconds(50)
      return reply
    }
    let areas = (0..<24).map { "\($0),1" }
    for (limit, configuration) in [(4, ""), (2, "http: {per_host: 2}\n")] {
      let home = try Home(configuration: configuration + OpenMeteoSite.configuration(slow.url("")))
      let outcome = try await Program.run(
        ["-p", "OpenMeteo", "-5d", "--areas", "-", "-o", "ndjson"], home: home.folder,
        input: areas.joined(separator: "\n"))
      #expect(outcome.status == 0 && outcome.error == "", "\(outcome.error)")
      let queries = outcome.output.split(separator: "\n").compactMap { $0.firstMatch(of: /"query": "([^"]*)"/)?.1 }
      #expect(queries.map(String.init) == areas)
      if limit == 4 {
        #expect(slow.mostAtOnce > 1 && slow.mostAtOnce <= 4)
        #expect(slow.connections <= 4, "connections are used again")
      }
    }
    #expect(slow.connections <= 6)
  }

  @Test func aPauseIsKeptBetweenTheRequestsOfAllPlaces() async throws {
    let home = try Home(
      configuration: "parsers: {OpenMeteo: {base_url: \"\(site.url(""))\", pause: 300ms}}")
    let outcome = try await home.run(["-p", "OpenMeteo", "-5d", "-a", "1,1", "-a", "2,1", "-a", "3,1"])
    #expect(outcome.status == 0 && outcome.seconds >= 0.6)
  }

  @Test func aStreamIsWrittenAsItComes() async throws {
    // The last place takes longer than the reader, who goes away after the first line.
    let hanging = try LoopbackServer { path in
      path.contains("latitude=9&") ? .init([(.seconds(3), [])]) : .init(200, body: OpenMeteoSite.answer(path))
    }
    let home = try Home(configuration: OpenMeteoSite.configuration(hanging.url("")))
    let outcome = try await home.run(
      ["-p", "OpenMeteo", "-5d", "-a", "1,1", "-a", "9,1", "-o", "ndjson"], shell: #""$@" | head -n 1"#)
    #expect(outcome.output.contains("\"query\": \"1,1\""))
    let timed = try await home.run(
      ["-p", "OpenMeteo", "-5d", "-a", "1,1", "-a", "9,1", "-o", "ndjson", "--timeout", "1s"])
    #expect(timed.status == 75 && timed.seconds < 2)
    #expect(timed.output.split(separator: "\n").count == 2)
  }

  @Test func whatASiteAsksForIsKeptByAllPlaces() async throws {
    let busy = try LoopbackServer { _ in .init(429, ["Retry-After: 1"]) }
    let home = try Home(configuration: OpenMeteoSite.configuration(busy.url("")))
    let outcome = try await Program.run(
      ["-p", "OpenMeteo", "-5d", "--areas", "-", "--timeout", "10s"], home: home.folder,
      input: (0..<20).map { "\($0),1" }.joined(separator: "\n"))
    #expect(outcome.status == 69 && outcome.output == "", "\(outcome.error)")
    #expect(outcome.error.split(separator: "\n").count == 20)
    // Nobody asks again who has not waited, and after a while each asks only once.
    #expect(busy.requests.count <= 40, "\(busy.requests.count) requests")
  }

  @Test func aPauseIsKeptByTriesToo() async throws {
    let ill = try LoopbackServer { _ in .init(503) }
    let home = try Home(configuration: "parsers: {OpenMeteo: {base_url: \"\(ill.url(""))\", pause: 700ms}}")
    let outcome = try await home.run(["-p", "OpenMeteo", "-5d", "-a", "1,1"])
    #expect(outcome.status == 69 && outcome.seconds >= 1.4, "\(outcome.seconds)")
    #expect(ill.requests.count == 3)
  }

  @Test func aSiteThatIsDownIsNotWaitedForEachTime() async throws {
    let silent = try LoopbackServer { _ in .init([(.seconds(9), [])]) }
    let home = try Home(configuration: "http: {timeout: 500ms}\n" + OpenMeteoSite.configuration(silent.url("")))
    let outcome = try await Program.run(
      ["-p", "OpenMeteo", "-5d", "--areas", "-"], home: home.folder,
      input: (0..<60).map { "\($0),1" }.joined(separator: "\n"))
    #expect(outcome.status == 75 && outcome.output == "")
    #expect(outcome.error.split(separator: "\n").count == 60)
    #expect(outcome.seconds < 5)
    // Those that were under way when the site was given up have been sent.
    #expect(silent.requests.count <= 12)
  }

  @Test func aRecordingOfSeveralIsReplayedAlike() async throws {
    let arguments = ["-a", "10,1", "-a", "11,2", "-a", "10,1", "-o", "json"]
    let recorded = try await run(arguments + ["--record", "session"])
    #expect(recorded.status == 0, "\(recorded.error)")
    #expect(try await run(arguments + ["--replay", "session"]).output == recorded.output)
  }
}
