import Foundation
import Support
import Testing

/// Runs that are killed while they write what they keep.
struct KilledRunsTests {
  /// How many runs are killed.
  private static let count = 200
  /// No run takes longer, in microseconds: it is killed at some moment before.
  private static let longest: UInt32 = 160_000

  @Test func noneLeavesAnythingThatALaterRunMisreads() async throws {
    // The high tells an answer from those before it: it counts the requests.
    let turns = Counter()
    let server = try LoopbackServer { path in
      .init(200, body: OpenMeteoSite.answer(path, high: turns.next() % 50))
    }
    let home = try Home(configuration: OpenMeteoSite.configuration(server.url("")))
    let question = ["-p", "OpenMeteo", "-a", "1,2", "-5d"]
    let whole =
      /(>> \[[^\n]*\]( \(1 min old\))?\n    High ([0-9]+)° \/ Low -?[0-9]+° \(--\)\n    Wind: -- \/ Humidity: --\n\n){5}/
    var shown: Set<String> = []
    for _ in 0..<Self.count {
      try await ChildProcess.waiting {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = question + ["--refresh"]
        process.environment = ["HOME": home.folder.path, "LANG": "C.UTF-8"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try ChildProcess.start(process)
        usleep(.random(in: 0...Self.longest))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      let later = try await home.run(question + ["--offline"])
      if later.status == 75 { continue }
      let match = try #require(later.output.wholeMatch(of: whole), "\(later)")
      let highs = Set(later.output.matches(of: /High ([0-9]+)°/).map { String($0.1) })
      #expect(later.status == 0 && highs == [String(match.3)], "one answer and not parts of two: \(later.output)")
      shown.formUnion(highs)
    }
    #expect(shown.count > 10, "some of the runs have come as far as writing")
  }
}

/// Counts from 1 on, whoever asks.
private final class Counter: Sendable {
  private let lock = NSLock()
  private nonisolated(unsafe) var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}
