import Foundation
import Support
import Testing

/// What is named may be of any size and kind; what the system gives may be little.
@Suite struct BoundsTests {
  @Test(arguments: ["--replay", "--config", "--areas"]) func aPipeThatNobodyWritesToIsNotWaitedFor(
    option: String
  ) async throws {
    let home = try Home()
    let place = option == "--areas" ? ["-p", "WeatherCom"] : Stockholm.place
    let replay = option == "--replay" ? [] : ["--replay", Stockholm.session]
    let outcome = try await home.run(
      place + ["-td", option, "pipe"] + replay, shell: #"mkfifo pipe && exec "$@""#)
    expectFailure(outcome, 66, "pipe", within: 10)
  }

  @Test func aPipeThatSomebodyWritesToIsRead() async throws {
    let home = try Home()
    try home.write("page.html", try Stockholm.page(Stockholm.todayPath) ?? [])
    let outcome = try await home.run(
      Stockholm.place + ["-td", "--replay", "pipe"],
      shell: #"mkfifo pipe && { (sleep 0.5; cat page.html > pipe) & exec "$@"; }"#)
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test(arguments: ["mkfifo", "mkdir", "ln -s /dev/zero"]) func aSessionThatIsNoFileIsToldBeforeAnythingIsAsked(
    make: String
  ) async throws {
    let server = try Stockholm.server()
    let home = try Home()
    let outcome = try await home.run(
      Stockholm.place + ["-td", "--base-url", server.url(""), "--record", "session"],
      shell: #"mkdir session && \#(make) session/session.har && exec "$@""#)
    expectFailure(outcome, 74, "session/session.har", within: 5)
    #expect(server.requests.isEmpty)
  }

  @Test(arguments: ["{", "<html>"]) func aRecordingLargerThanMemoryIsASentence(beginning: String) async throws {
    let home = try Home()
    try home.write("huge", beginning)
    let outcome = try await home.run(
      Stockholm.place + ["-td", "--replay", "huge"], shell: #"truncate -s 900G huge && exec "$@""#)
    expectFailure(outcome, 66, "huge", "larger", within: 5)
    #expect(try #require(outcome.peakMegabytes) < 200)
  }

  @Test func aPageOverTheCapIsASentence() async throws {
    let home = try Home()
    try home.write("big.html", "<html>" + String(repeating: "x", count: 17 << 20) + "</html>")
    expectFailure(try await home.run(Stockholm.place + ["-td", "--replay", "big.html"]), 65, "16 MiB", within: 10)
    try home.write(".config/weatherterm/config.yaml", "http: {max_body: 20MiB}")
    expectFailure(try await home.run(Stockholm.place + ["-td", "--replay", "big.html"]), 65, "layouts")
  }

  @Test(arguments: [4, 5, 6, 7, 8, 10, 12]) func fewOpenFilesEndInASentence(count: Int) async throws {
    let server = try Stockholm.server()
    let home = try Home()
    let shell = #"ulimit -n \#(count) && exec "$@""#
    for arguments in [["--base-url", server.url("")], ["--replay", Stockholm.session]] {
      let outcome = try await home.run(Stockholm.place + ["-td"] + arguments, shell: shell, limit: 20)
      expectFailure(outcome, 75, "ulimit -n", within: 5)
    }
  }

  @Test func aLimitThatMayBeRaisedIsRaised() async throws {
    let outcome = try await Home().run(
      Stockholm.place + ["-td", "--replay", Stockholm.session], shell: #"ulimit -S -n 8 && exec "$@""#)
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test func aRecordingOfManyPlacesTakesNoMoreMemoryThanOneOfFew() async throws {
    let padding = String(repeating: " ", count: 1 << 20).utf8
    let server = try LoopbackServer { path in
      .init(200, ["Content-Type: application/json"], body: OpenMeteoSite.answer(path) + padding, keepsOpen: true)
    }
    let home = try Home(configuration: OpenMeteoSite.configuration(server.url("")))
    var peaks: [Double] = []
    for count in [10, 150] {
      try home.write("areas", (1...count).map { "\(Double($0) / 10),1\n" }.joined())
      let outcome = try await home.run(
        ["-p", "OpenMeteo", "--areas", "areas", "-5d", "-o", "csv", "--record", "session"], limit: 120)
      #expect(outcome.status == 0, "\(outcome.error.prefix(500))")
      #expect(try home.names(in: "session").count == count + 1)
      peaks.append(try #require(outcome.peakMegabytes))
    }
    #expect(peaks[1] < peaks[0] + 40, "\(peaks)")
  }
}
