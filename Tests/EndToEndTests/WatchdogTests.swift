import Foundation
import Support
import Testing

/// `--timeout`, whatever the run hangs on.
struct WatchdogTests {
  private func home() throws -> Home {
    try Home(configuration: OpenMeteoSite.configuration("http://127.0.0.1:9"))
  }

  @Test func areasThatNeverCome() async throws {
    let outcome = try await home().run(
      ["-p", "OpenMeteo", "-5d", "--areas", "-", "--timeout", "500ms"], shell: #"sleep 5 | "$@""#)
    expectFailure(outcome, 75, "--timeout", within: 6)
  }

  @Test func aConfigurationThatNeverComes() async throws {
    let outcome = try await home().run(
      ["-p", "OpenMeteo", "-5d", "-a", "1,2", "--timeout", "500ms", "--config", "pipe"],
      shell: #"mkfifo pipe && exec "$@""#)
    expectFailure(outcome, 75, "--timeout", within: 2)
  }

  @Test func aReaderOfErrorsWhoDoesNotRead() async throws {
    // The pipe is full, and the run has something to say.
    let outcome = try await home().run(
      ["-p", "OpenMeteo,SMHI", "-5d", "-a", "1,2", "--timeout", "500ms"],
      shell: #"""
        { head -c 65536 /dev/zero; start=$(date +%s%N); "$@" >&2; echo $(( ($(date +%s%N) - start) / 1000000 )) >took; } \
          2>&1 >&2 | { sleep 3; cat >/dev/null; }
        cat took
        """#.replacing("2>&1 >&2 |", with: "2>&1 |"))
    let took = try #require(Int(outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)), "\(outcome)")
    #expect(took < 2000)
  }
}
