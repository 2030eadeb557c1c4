import Foundation
import Support
import Testing

/// Interrupts while a line is being written that no pipe takes in one piece.
struct InterruptTests {
  /// A line of about this many kilobytes, and then more of them.
  private func arguments(_ kilobytes: Int) -> [String] {
    let hours = String(repeating: "{{json(hours)}}", count: max(1, kilobytes / 16))
    return Stockholm.place + ["--hourly", "--replay", Stockholm.session, "--format", hours + "\n" + hours]
  }

  /// Two lines of so many bytes each, with their ends.
  private func arguments(bytes: Int) async throws -> [String] {
    let common = Stockholm.place + ["--hourly", "--replay", Stockholm.session, "--format"]
    // A template is not as long as that, so that it is made of what takes its place.
    var (line, rest) = ("", bytes - 1)
    for key in ["{{json(hours)}}", "{{json(place)}}"] {
      let length = try await Home().run(common + [key]).output.utf8.count - 1
      try #require(length > 100)
      line += String(repeating: key, count: rest / length)
      rest %= length
    }
    line += String(repeating: "x", count: rest)
    return common + [line + "\n" + line]
  }

  /// The whole output, and the status behind it on standard error; the reader does something to the program `$pid`.
  private func run(_ kilobytes: Int, reader: String) async throws -> Program.Outcome {
    try await run(arguments(kilobytes), reader: reader)
  }

  private func run(_ arguments: [String], reader: String) async throws -> Program.Outcome {
    // With job control a shell does not have its background ignore interrupts.
    try await Home().run(
      arguments,
      shell: #"""
        set -m; mkfifo pipe; { exec "$@"; } > pipe & pid=$!; exec 3< pipe
        \#(reader)
        wait $pid; echo "$?" >&2
        """#, limit: 60)
  }

  /// The program's status, the last line of what was said.
  private func status(_ outcome: Program.Outcome) -> Substring? { outcome.error.split(separator: "\n").last }

  @Test(arguments: [100, 400]) func aReaderWhoIsSlowGetsWholeLines(_ kilobytes: Int) async throws {
    let outcome = try await run(
      kilobytes, reader: "sleep 2; head -c 5000 <&3; kill -INT $pid; sleep 0.2; cat <&3 & ")
    // Interrupted, unless the line was the last one that was left to write.
    #expect(["130", "0"].contains(status(outcome)), "\(outcome.error)")
    #expect(outcome.output.isEmpty || outcome.output.hasSuffix("\n"))
  }

  @Test func aReaderWhoDoesNotReadGetsWholeLinesOrNone() async throws {
    let start = Date()
    let outcome = try await run(
      400, reader: #"sleep 2; kill -INT $pid; wait $pid; echo "$?" >&2; cat <&3; exit"#)
    #expect(status(outcome) == "130", "\(outcome.error)")
    #expect(outcome.output.isEmpty || outcome.output.hasSuffix("\n"))
    #expect(Date().timeIntervalSince(start) < 30)
  }

  @Test(arguments: [1, 4096, 8191]) func aLineThatThePipeJustHoldsIsWhole(_ room: Int) async throws {
    // A user can have 1 MiB; one who may do all, more.
    let bytes = (1 << 20) + 1 - room
    let outcome = try await run(
      arguments(bytes: bytes), reader: #"sleep 2; kill -INT $pid; wait $pid; echo "$?" >&2; cat <&3; exit"#)
    #expect(["130", "0"].contains(status(outcome)), "\(outcome.error)")
    #expect(!outcome.output.isEmpty && outcome.output.hasSuffix("\n"))
    #expect(outcome.output.utf8.count.isMultiple(of: bytes))
  }

  @Test func aLineThatNoPipeHoldsEndsWithinTheSecond() async throws {
    // 2 MB: what the reader takes after the interrupt is the rest of the line.
    let outcome = try await run(2000, reader: "sleep 2; head -c 70000 <&3; kill -INT $pid; cat <&3 &")
    #expect(status(outcome) == "130", "\(outcome.error)")
    #expect(outcome.output.hasSuffix("\n"))
    #expect(outcome.output.split(separator: "\n").count == 1)
  }
}
