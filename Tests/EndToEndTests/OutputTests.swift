import Foundation
import Support
import Testing

/// Standard output that fails, and runs that are interrupted.
@Suite struct OutputTests {
  private static let hours = Stockholm.place + ["--hourly", "--replay", Stockholm.session]

  @Test func aReaderThatGoesAwayHasReadEnough() async throws {
    let outcome = try await Home().run(
      Self.hours, shell: #"set -o pipefail; "$@" | head -1; echo "${PIPESTATUS[0]}" >&2"#)
    #expect(outcome.output == ">> [Sat NOV 14 08:00]\n")
    #expect(outcome.error == "0\n")
  }

  @Test func aReaderThatIsGoneBeforeTheFirstWordIsNoError() async throws {
    // The first of the two writes into a pipe that nobody reads any more.
    let outcome = try await Home().run(
      Self.hours, shell: #"{ sleep 0.3; "$@"; echo "$?" >&2; } | exec true"#)
    #expect(outcome.error == "0\n")
  }

  @Test(arguments: [hours, ["--help"], ["--version"], ["parsers"], ["parsers", "WeatherCom"]])
  func aFullDeviceIsTold(arguments: [String]) async throws {
    let outcome = try await Home().run(arguments, shell: #"exec "$@" > /dev/full"#)
    expectFailure(outcome, 74, "standard output cannot be written: No space left on device")
  }

  @Test func aClosedOutputIsTold() async throws {
    let outcome = try await Home().run(Self.hours, shell: #"exec "$@" >&-"#)
    expectFailure(outcome, 74, "standard output cannot be written")
  }

  @Test func closedInputAndErrorDoNotMatter() async throws {
    let outcome = try await Home().run(Self.hours, shell: #"exec "$@" <&- 2>&-"#)
    #expect(outcome.status == 0)
    #expect(try await outcome.output == Stockholm.recorded("--hourly"))
  }

  @Test func anInterruptDuringAFetchLeavesNothingBehind() async throws {
    let server = try LoopbackServer { _ in .init([(.seconds(20), [])]) }
    let outcome = try await Home().today(
      server.url(""), ["--record", "session"],
      shell: #"exec env --default-signal=INT timeout --preserve-status -s INT 0.5 "$@""#)
    #expect(outcome.status == 130)
    #expect(outcome.output == "")
    #expect(outcome.error == "")
    #expect(outcome.seconds < 4)
  }

  @Test func anInterruptDuringTheOutputLeavesNoHalfLine() async throws {
    // The reader is slower than the interrupt, and reads what there is.
    let shell = #"""
      { env --default-signal=INT timeout --preserve-status -s INT 1 "$@"; echo "$?" >&2; } | { sleep 2; cat; }
      """#
    let outcome = try await Home().run(Self.hours + ["-o", "json", "--fields", "all"], shell: shell)
    // What fits into the pipe is written before the interrupt comes.
    #expect(["130\n", "0\n"].contains(outcome.error))
    #expect(outcome.output.hasSuffix("\n"))
  }

  @Test func withoutATerminalNothingIsSaidOfTheProgress() async throws {
    let page = try #require(try Stockholm.page(Stockholm.todayPath))
    let server = try LoopbackServer { _ in
      .init([
        (.milliseconds(1200), Array("HTTP/1.1 200 OK\r\nContent-Length: \(page.count)\r\n\r\n".utf8)), (.zero, page),
      ])
    }
    let outcome = try await Home().today(server.url(""))
    #expect(outcome.status == 0)
    #expect(outcome.error == "")
  }
}
