import Foundation
import Support
import Testing

/// The real program before a server on loopback, run after run in one home.
struct CacheTests {
  private let home: Home

  init() throws { home = try Home() }

  private func run(_ arguments: [String], base: String, form: String = "classic") async throws -> Program.Outcome {
    try await home.run(Stockholm.place + ["-o", form, "--base-url", base] + arguments)
  }

  /// The files of kept answers; beside them lies what is remembered of the parser.
  private func keptNames() throws -> [String] {
    try home.names(in: ".cache/weatherterm").filter { $0 != "WeatherCom.health" }
  }

  @Test func theSecondRunAsksNothing() async throws {
    let server = try Stockholm.server()
    let first = try await run(["-td"], base: server.url(""))
    #expect(first.status == 0, "\(first.error)")
    let second = try await run(["-td"], base: server.url(""))
    #expect(second.output == first.output && second.error == "" && second.status == 0)
    #expect(server.requests.count == 1)
    // The same page and what was read from it, both in files of the user's own.
    let endings = try keptNames().map { $0.split(separator: ".").last.map(String.init) }
    #expect(endings.sorted { ($0 ?? "") < ($1 ?? "") } == ["answer", "note"])
    for name in try keptNames() {
      let path = home.folder.appendingPathComponent(".cache/weatherterm/\(name)").path
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }
    _ = try await run(["-td", "--refresh"], base: server.url(""))
    #expect(server.requests.count == 2)
    _ = try await run(["-td", "--max-age", "0"], base: server.url(""))
    #expect(server.requests.count == 3)
    _ = try await run(["-10d"], base: server.url(""))
    #expect(server.requests.count == 4)
    // Another unit and form are read from the same.
    #expect(try await run(["-td", "-u", "Fahrenheit"], base: server.url("")).output.contains("mph"))
    #expect(try await run(["-td"], base: server.url(""), form: "json").output.contains("\"stale\": false"))
    #expect(server.requests.count == 4)
  }

  @Test func theConfigurationSaysHowLongAnswersHold() async throws {
    try home.write(".config/weatherterm/config.yaml", "parsers: {WeatherCom: {max_age: 0s}}")
    let server = try Stockholm.server()
    for _ in 0..<2 { #expect(try await run(["-td"], base: server.url("")).status == 0) }
    #expect(server.requests.count == 2)
    #expect(try await run(["-td", "--max-age", "1h"], base: server.url("")).status == 0)
    #expect(server.requests.count == 2)
  }

  @Test func anOlderAnswerIsShownWhereTheSiteFails() async throws {
    let base: String
    let first: Program.Outcome
    do {
      let server = try Stockholm.server()
      base = server.url("")
      first = try await run(["-td"], base: base)
    }
    let stale = try await run(["-td", "--max-age", "0"], base: base)
    #expect(stale.status == 0)
    let lines = first.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(stale.output == (["\(lines[0]) (1 min old)"] + lines.dropFirst().map(String.init)).joined(separator: "\n"))
    #expect(stale.error.hasPrefix("weatherterm: note: no connection to 127.0.0.1"))
    #expect(stale.error.hasSuffix("showing the answer from 1 min ago\n"))
    let json = try await run(["-td", "--max-age", "0"], base: base, form: "json")
    #expect(json.output.contains("\"stale\": true") && json.output.contains("\"age\": "))
    // The second was told what the first had found out.
    #expect(json.error.contains("--refresh asks at once"))
    let failed = try await run(["-td", "--max-age", "0", "--no-stale"], base: base)
    #expect(failed.status == 75 && failed.output == "")
    #expect(try await run(["-td"], base: base).output == first.output, "what still holds needs no site")
  }

  @Test func offlineAsksNothing() async throws {
    let server = try Stockholm.server()
    let none = try await run(["-td", "--offline"], base: server.url(""))
    #expect(none.status == 75 && none.output == "")
    #expect(none.error.hasPrefix("weatherterm: error: nothing is kept of \(server.url(""))"))
    let first = try await run(["-td"], base: server.url(""))
    #expect(try await run(["-td", "--offline"], base: server.url("")).output == first.output)
    let stale = try await run(["-td", "--offline", "--max-age", "0"], base: server.url(""))
    #expect(stale.status == 0 && stale.output.contains("(1 min old)\n"))
    #expect(server.requests.count == 1)
  }

  @Test func aPageThatMakesNoSenseDoesNotStandInForOneThatDid() async throws {
    let server = try LoopbackServer(toHeads: ()) { head in
      head.contains("If-None-Match")
        ? .init(200, ["ETag: \"2\""], body: Array("<html><body>Sign in</body></html>".utf8))
        : .init(200, ["ETag: \"1\""], body: (try? Stockholm.page(Stockholm.todayPath)) ?? [])
    }
    let first = try await run(["-td"], base: server.url(""))
    #expect(first.status == 0)
    // What changed cannot be read: the older answer is shown, as such.
    let second = try await run(["-td", "--refresh"], base: server.url(""))
    #expect(second.status == 0 && second.output.contains("old)\n"))
    #expect(second.error.contains("fits none of the layouts"))
    #expect(try await run(["-td"], base: server.url("")).output == first.output)
  }

  @Test func aPageThatHasNotWhatWasAskedIsNotFetchedAgain() async throws {
    // It can be read, and says clearly what it has not.
    let site = try LoopbackServer { path in
      .init(200, ["Cache-Control: max-age=600"], body: OpenMeteoSite.answer(path, days: 1))
    }
    let weekday = Calendar(identifier: .gregorian).component(.weekday, from: Date().addingTimeInterval(3 * 86_400))
    let names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    try home.write(
      ".config/weatherterm/config.yaml",
      OpenMeteoSite.configuration(site.url("")) + "weekend: [\(names[weekday - 1])]\n")
    for _ in 0..<3 {
      let outcome = try await home.run(["-p", "OpenMeteo", "-a", "1,2", "-w"])
      expectFailure(outcome, 65, "has no forecast for")
    }
    #expect(site.requests.count == 1)
  }

  @Test func anOutageCostsOneTimeout() async throws {
    try home.write(".config/weatherterm/config.yaml", "http: {timeout: 1s}")
    let server = try LoopbackServer { _ in .init([(.seconds(3), [])]) }
    let first = try await run(["-td"], base: server.url(""))
    #expect(first.status == 75)
    let asked = server.requests.count
    let second = try await run(["-td"], base: server.url(""))
    #expect(second.status == 75 && second.seconds < 0.9)
    #expect(server.requests.count == asked)
  }

  @Test func aRecordingAsksAnewAndAReplayLeavesTheCacheAlone() async throws {
    let server = try Stockholm.server()
    let first = try await run(["-td"], base: server.url(""))
    #expect(try await run(["-td", "--record", "session"], base: server.url("")).output == first.output)
    #expect(server.requests.count == 2)
    #expect(!server.requests[1].contains("If-"))
    let other = try Home()
    try FileManager.default.copyItem(
      at: home.folder.appendingPathComponent("session"), to: other.folder.appendingPathComponent("session"))
    for more in [[], ["--refresh"], ["--offline"], ["--max-age", "0"]] {
      let replayed = try await other.run(Stockholm.place + ["-td", "--replay", "session"] + more)
      #expect(replayed.output == first.output)
    }
    #expect(!FileManager.default.fileExists(atPath: other.folder.appendingPathComponent(".cache").path))
  }

  @Test func theCacheIsListedAndCleared() async throws {
    #expect(try await home.run(["cache"]).output.contains("answers  0\n"))
    #expect(try await home.run(["cache", "clear"]).output == "nothing was kept\n")
    let server = try Stockholm.server()
    #expect(try await run(["-td"], base: server.url("")).status == 0)
    let list = try await home.run(["cache"])
    #expect(list.status == 0)
    #expect(list.output.hasPrefix("folder   \(home.folder.path)/.cache/weatherterm\nanswers  1\nsize     "))
    #expect(list.output.hasSuffix("  \(server.url(Stockholm.todayPath))\n"))
    #expect(try await home.run(["cache", "clear"]).output.hasPrefix("cleared 2 files, "))
    #expect(try keptNames() == [])
    let wrong = try await home.run(["cache", "empty"])
    #expect(wrong.status == 64 && wrong.error.contains("'weatherterm cache --help'"))
  }

  @Test func aDiskThatTakesNothingCostsTheCacheOnly() async throws {
    let server = try Stockholm.server()
    let expected = try await Stockholm.shown("-td")
    // No file may grow; standard output, which is a file here, is cat's.
    let full = "set -o pipefail; (ulimit -f 0; exec \"$@\" 2>/dev/null) | cat"
    for (cache, shell) in [("/proc/nowhere", nil), ("/dev/null", nil), (home.folder.path, full)] {
      let outcome = try await home.run(
        Stockholm.place + ["-td", "--base-url", server.url("")], environment: ["XDG_CACHE_HOME": cache],
        shell: shell)
      #expect(outcome.status == 0 && outcome.output == expected, "\(cache): \(outcome.error)")
    }
    #expect(server.requests.count == 3)
    #expect(((try? home.names(in: "weatherterm")) ?? []) == [], "no half file is left")
  }

  @Test func twentyAtOnceAreSafe() async throws {
    let server = try Stockholm.server()
    let expected = try await Stockholm.shown("-td")
    let home = home
    try await withThrowingTaskGroup(of: Program.Outcome.self) { group in
      for _ in 0..<20 {
        group.addTask {
          try await home.run(Stockholm.place + ["-td", "--refresh", "--base-url", server.url("")])
        }
      }
      for try await outcome in group {
        #expect(outcome.status == 0 && outcome.output == expected, "\(outcome.error)")
      }
    }
    #expect(try keptNames().count == 2)
    #expect(try await run(["-td", "--offline"], base: server.url("")).output == expected)
  }

  /// 200 runs end at any moment, most of them while they ask or write; what they leave is read by later runs.
  @Test func killedRunsLeaveNothingThatIsMisread() async throws {
    let server = try Stockholm.server()
    let expected = try await Stockholm.shown("-td")
    let whole = try await run(["-td", "--refresh"], base: server.url("")).seconds
    #expect(try await home.run(["cache", "clear"]).status == 0)
    var kept = 0
    for number in 0..<200 {
      let pause = Double.random(in: 0...whole * 2)
      _ = try await home.run(
        Stockholm.place + ["-td", "--refresh", "--base-url", server.url("")],
        shell: "\"$@\" & sleep \(pause); kill -9 $!; wait")
      guard number % 10 == 9 else { continue }
      let later = try await run(["-td", "--offline"], base: server.url(""))
      if later.status == 0 { kept += 1 }
      #expect(later.status == 0 ? later.output == expected : later.status == 75, "\(later.output)\(later.error)")
    }
    #expect(kept > 0, "some run came far enough to keep something")
    #expect(try await run(["-td", "--refresh"], base: server.url("")).output == expected)
  }
}
