import Foundation
import Support
import Testing

/// Hostile answers to the whole program, replayed: a stated status, one sentence, nothing on standard output, within two
/// seconds and 200 MB.
struct HostileRunTests {
  /// What a run may take; a debug build is some ten times slower.
  private static let seconds = Program.isReleaseBuild ? 2.0 : 20
  private static let megabytes = 200.0
  /// What is sent, up to 10 MB of it.
  private static let bodies = HostileBody.foreign(size: 10_000_000)

  @Test(arguments: Candidate.all)
  func aHostileAnswerIsRefusedInASentence(_ candidate: Candidate) async throws {
    let good = try await RecordedRun(of: candidate)
    defer { good.remove() }
    for step in good.steps {
      for body in Self.bodies {
        let done = try await good.run(replacing: step, with: body.bytes)
        expectRefusal(done, "\(candidate.name), answer \(step + 1) is \(body.name)")
      }
    }
  }

  @Test(arguments: Candidate.all)
  func aSpoiledAnswerIsRefusedInASentence(_ candidate: Candidate) async throws {
    let good = try await RecordedRun(of: candidate)
    defer { good.remove() }
    for step in good.steps {
      for body in HostileBody.spoiled(try good.body(step)) {
        let done = try await good.run(replacing: step, with: body.bytes)
        // Markup may be whole without its last bytes, and UTF-16 with a mark is what it says it is: then all is as it was.
        if done.status == 0, done.output == good.output { continue }
        expectRefusal(done, "\(candidate.name), answer \(step + 1) is \(body.name)")
      }
    }
  }

  private func expectRefusal(_ done: Program.Outcome, _ name: String) {
    var faults: [String] = []
    if done.status != 65 { faults.append("status \(done.status)") }
    if !done.output.isEmpty { faults.append("it printed \(done.output.prefix(200))") }
    if !done.error.hasPrefix("weatherterm: error: ") || done.error.split(separator: "\n").count != 1
      || done.error.utf8.count > 2000
    {
      faults.append("it did not say one sentence")
    }
    if done.seconds > Self.seconds { faults.append("it took \(done.seconds) s") }
    if let peak = done.peakMegabytes, peak > Self.megabytes { faults.append("it took \(peak) MB") }
    #expect(faults.isEmpty, "\(name): \(faults.joined(separator: ", ")): \(done.error.prefix(500))")
  }
}
