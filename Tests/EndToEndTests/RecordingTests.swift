import Foundation
import Support
import Testing

/// What is recorded replays to the byte.
@Suite struct RecordingTests {
  static let kinds = ["-td", "-5d", "-10d", "-w", "--hourly"]

  @Test(arguments: kinds, ["classic", "json"])
  func aRecordedRunReplaysToTheByte(kind: String, form: String) async throws {
    let server = try Stockholm.server()
    let home = try Home()
    let question = Stockholm.place + [kind, "-o", form]
    let first = try await home.run(question + ["--base-url", server.url(""), "--record", "session"])
    #expect(first.status == 0 && !first.output.isEmpty, "\(first.error)")
    #expect(server.requests.count == 1)
    let elsewhere = ["--base-url", "http://127.0.0.1:1"]
    for arguments in [["--replay", "session"], ["--replay", "session/session.har"] + elsewhere] {
      let second = try await home.run(question + arguments)
      #expect(second.status == 0)
      #expect(second.output == first.output)
      #expect(second.error == first.error)
    }
    #expect(server.requests.count == 1)
  }

  @Test func aSecondRecordingReplacesTheFirst() async throws {
    let server = try Stockholm.server()
    let home = try Home()
    for kind in ["-td", "-10d"] {
      let outcome = try await home.run(
        Stockholm.place + [kind, "--base-url", server.url(""), "--record", "deep/er/session"])
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    #expect(try home.names(in: "deep/er/session") == ["1.html", "session.har"])
    let other = try await home.run(Stockholm.place + ["-td", "--replay", "deep/er/session"])
    expectFailure(other, 66, "no answer for https://weather.com\(Stockholm.todayPath)", "/weather/tenday/l/SWXX2372")
  }

  @Test(arguments: [(404, Int32(68)), (403, 69), (500, 69), (200, 65)])
  func aFailureIsRecordedAndReplaysAsItWas(code: Int, status: Int32) async throws {
    let server = try LoopbackServer { _ in .init(code, body: Array("<title>Nothing</title>".utf8)) }
    let home = try Home()
    let first = try await home.today(server.url(""), ["--record", "session"])
    expectFailure(first, status)
    let second = try await home.run(Stockholm.place + ["-td", "--replay", "session"])
    expectFailure(second, status)
    #expect(second.error == first.error)
  }

  @Test func aRedirectIsRecordedAndFollowedInTheRecording() async throws {
    let page = try #require(try Stockholm.page(Stockholm.todayPath))
    let server = try LoopbackServer { path in
      path == "/there" ? .init(200, body: page) : .init(302, ["Location: /there"])
    }
    let home = try Home()
    let first = try await home.today(server.url(""), ["--record", "session", "-o", "json"])
    let second = try await home.run(Stockholm.place + ["-td", "-o", "json", "--replay", "session"])
    #expect(first.status == 0, "\(first.error)")
    #expect(first.output.contains("https://weather.com/there"))
    #expect(second.output == first.output)
  }

  @Test func aNetworkThatFailedLeavesARecordingWithoutAnAnswer() async throws {
    let home = try Home()
    expectFailure(try await home.today("http://127.0.0.1:1", ["--record", "session"]), 75, "no connection")
    expectFailure(try await home.run(Stockholm.place + ["-td", "--replay", "session"]), 66, "no answer")
  }

  @Test(arguments: ["/dev/null/x", "/proc/weatherterm", "file"])
  func aFolderThatCannotBeWrittenIsToldBeforeAnythingIsAsked(folder: String) async throws {
    let server = try Stockholm.server()
    let home = try Home()
    try home.write("file", "not a folder")
    expectFailure(try await home.today(server.url(""), ["--record", folder]), 74, folder, "--record", within: 5)
    #expect(server.requests.isEmpty)
  }

  @Test(arguments: kinds)
  func replayWithRecordCutsABrowsersRecordingDown(kind: String) async throws {
    let home = try Home()
    // As a browser saves it: unrelated entries all round, of other methods, aborted, not changed.
    try home.write("big.har", try Self.crowded())
    let question = Stockholm.place + [kind, "-o", "json"]
    let first = try await home.run(question + ["--replay", "big.har", "--record", "small"])
    #expect(first.status == 0, "\(first.error)")
    let second = try await home.run(question + ["--replay", "small"])
    #expect(second.output == first.output && !first.output.isEmpty)
    #expect(try home.names(in: "small") == ["1.html", "session.har"])
    #expect(try home.read("small/session.har").count < 4000)
  }

  @Test func aRunThatIsKilledLeavesTheOlderRecordingWhole() async throws {
    let page = try #require(try Stockholm.page(Stockholm.todayPath))
    let good = try Stockholm.server()
    // The first place is answered, the second never.
    let hanging = try LoopbackServer { path in
      .init([(path.contains("SWXX2372") ? .zero : .seconds(60), LoopbackServer.Reply(200, body: page).pieces[0].bytes)])
    }
    let home = try Home()
    let question = Stockholm.place + ["-td"]
    let first = try await home.run(question + ["--base-url", good.url(""), "--record", "session", "-o", "json"])
    #expect(first.status == 0, "\(first.error)")
    let names = try home.names(in: "session")
    for signal in ["KILL", "INT", "TERM"] {
      let arguments = question + ["-a", "SWXX0031", "--base-url", hanging.url(""), "--record", "session"]
      _ = try await home.run(
        arguments, shell: #"set -m; "$@" & sleep 1.5; kill -\#(signal) $!; wait; true"#)
      let second = try await home.run(question + ["-o", "json", "--replay", "session"])
      #expect(second.output == first.output && second.status == 0)
    }
    #expect(hanging.requests.count >= 2, "it had come so far")
    // What is younger than a minute may be a run's that has just begun.
    let last = try await home.run(
      question + ["--base-url", good.url(""), "--record", "session"],
      shell: #"for left in session/.w*; do touch -d '2 minutes ago' "$left"; done; exec "$@""#)
    #expect(last.status == 0)
    #expect(try home.names(in: "session") == names, "nothing is left of the broken ones")
  }

  @Test func aFullDiskLeavesTheOlderRecordingWhole() async throws {
    let server = try Stockholm.server()
    let home = try Home()
    let question = Stockholm.place + ["-10d", "--base-url", server.url(""), "--record", "session"]
    let first = try await home.run(question)
    #expect(first.status == 0)
    // No file may be longer than 8 kB: neither the page nor the session can be written.
    let full = try await home.run(question, shell: #"ulimit -f 8 && exec "$@""#)
    expectFailure(full, 74, "--record")
    let replayed = try await home.run(Stockholm.place + ["-10d", "--replay", "session"])
    #expect(replayed.output == first.output)
  }

  @Test func theRecordingOfAnotherIsNotTouched() async throws {
    let server = try Stockholm.server()
    let home = try Home()
    let har = """
      {"log": {"creator": {"name": "Firefox"}, "entries": [{"request": {"method": "GET", "url": "https://h/"},
       "response": {"status": 200, "content": {"_file": "thesis.html"}}}]}}
      """
    try home.write("session/session.har", har)
    try home.write("session/thesis.html", "mine")
    let outcome = try await home.today(server.url(""), ["--record", "session"])
    expectFailure(outcome, 74, "session/session.har", "--record", within: 5)
    #expect(server.requests.isEmpty)
    #expect(try home.names(in: "session") == ["session.har", "thesis.html"])
    #expect(try home.read("session/session.har") == Array(har.utf8))
    #expect(try home.read("session/thesis.html") == Array("mine".utf8))
  }

  /// The recorded session with its bodies in it, between entries that answer nothing.
  private static func crowded() throws -> String {
    let other = """
      {"startedDateTime": "2026-11-14T07:41:%02d+01:00", "request": {"method": "%@", "url": "https://%@"},
       "response": {"status": %d, "headers": [], "content": {"size": 9, "mimeType": "text/html", "text": "<p>no</p>"}}}
      """
    let filler = (0..<200).map { index in
      let (method, url, status) = [
        ("GET", "ads.example/\(index).js", 200), ("OPTIONS", "weather.com\(Stockholm.todayPath)", 204),
        ("HEAD", "weather.com/weather/tenday/l/SWXX2372", 200), ("GET", "weather.com\(Stockholm.todayPath)", 0),
        ("POST", "weather.com/weather/hourbyhour/l/SWXX2372", 200),
      ][index % 5]
      return String(format: other, index % 60, method, url, status)
    }
    let pages = try [("today", "42:00"), ("tenday", "42:02"), ("hourbyhour", "42:04")].map { name, minute in
      let path = "/weather/\(name)/l/SWXX2372"
      let body = Data(try Stockholm.recordedPage(path) ?? []).base64EncodedString()
      return """
        {"startedDateTime": "2026-11-14T07:\(minute)+01:00",
         "request": {"method": "GET", "url": "https://weather.com\(path)"},
         "response": {"status": 200, "headers": [{"name": "content-type", "value": "text/html"}],
          "content": {"encoding": "base64", "text": "\(body)"}}}
        """
    }
    let entries = filler[..<100] + pages + filler[100...]
    return "{\"log\": {\"version\": \"1.2\", \"entries\": [\(entries.joined(separator: ",\n"))]}}"
  }
}
