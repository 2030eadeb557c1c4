import Foundation
import Support
import Testing

/// A fault of the network, of a site, of a disk: what is done to the program, and how it is to end.
struct Fault: Sendable, CustomTestStringConvertible {
  /// The most memory that a run may have, in megabytes (10^6 bytes).
  static let megabytes = 200.0

  /// What is done, in plain words; no two faults have the same.
  let name: String
  /// How the run is to end.
  let end: FaultEnd
  /// How long it may take at most, in seconds.
  let seconds: Double
  /// A line of shell that must succeed, else this system cannot do it.
  let needs: String?
  private let arrange: @Sendable () async throws -> FaultScene

  /// A fault; `arrange` sets it up.
  init(
    _ name: String, _ end: FaultEnd, within seconds: Double = 2, needs: String? = nil,
    _ arrange: @escaping @Sendable () async throws -> FaultScene
  ) {
    self.name = name
    self.end = end
    self.seconds = seconds
    self.needs = needs
    self.arrange = arrange
  }

  var testDescription: String { name }

  /// Runs the program into the fault; nil where this system cannot do it.
  func meet() async throws -> FaultResult? {
    if let needs, (try? await Shell.output("{ \(needs); } 2> /dev/null")) == nil { return nil }
    let scene = try await arrange()
    let outcome = try await Program.run(
      scene.arguments, environment: scene.environment, home: scene.home.folder, shell: scene.shell, limit: 60)
    var complaints = ending(outcome, scene) + limits(outcome, scene) + (try scene.objections())
    if let control = (outcome.output + outcome.error).unicodeScalars.first(where: Self.isUnprintable) {
      complaints.append("it printed U+\(String(control.value, radix: 16))")
    }
    // The servers live until here.
    return withExtendedLifetime(scene) {
      FaultResult(fault: self, outcome: outcome, scene: scene, complaints: complaints)
    }
  }

  /// What is wrong with the status and the texts.
  private func ending(_ outcome: Program.Outcome, _ scene: FaultScene) -> [String] {
    var complaints: [String] = []
    if outcome.status != end.status { complaints.append("status \(outcome.status) and not \(end.status)") }
    var lines = outcome.error.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.popLast() != "" { complaints.append("standard error does not end with a line") }
    switch end {
    case .error(_, let words):
      if !outcome.output.isEmpty { complaints.append("standard output is \(outcome.output.prefix(200))") }
      // Lines that help are indented below the sentence.
      if lines.first?.hasPrefix("weatherterm: error: ") != true || !lines.dropFirst().allSatisfy({ $0.hasPrefix("  ") })
        || outcome.error.utf8.count > 4000
      {
        complaints.append("it is not one sentence")
      }
      complaints += words.filter { !outcome.error.contains($0) }.map { "it does not say '\($0)'" }
    case .forecast(let note):
      if outcome.output != scene.forecast || scene.forecast.isEmpty {
        complaints.append("the forecast is \(outcome.output.prefix(500))")
      }
      if let note {
        if lines.count != 1 || !outcome.error.hasPrefix("weatherterm: note: ") || !outcome.error.contains(note) {
          complaints.append("it is not one note that says '\(note)'")
        }
      } else if !lines.isEmpty {
        complaints.append("standard error is not empty")
      }
    case .silence:
      if !outcome.output.isEmpty || !lines.isEmpty { complaints.append("it is not silent") }
    }
    return complaints
  }

  /// What is wrong with time and memory, which count for release builds; others may take longer.
  private func limits(_ outcome: Program.Outcome, _ scene: FaultScene) -> [String] {
    var complaints: [String] = []
    let limit = Program.isReleaseBuild ? seconds : seconds * 3 + 5
    if outcome.seconds > limit { complaints.append("it took \(outcome.seconds) s and not \(limit)") }
    if Program.isReleaseBuild, scene.isMeasured, let peak = outcome.peakMegabytes, peak > Self.megabytes {
      complaints.append("it took \(peak) MB")
    }
    return complaints
  }

  /// Whether a terminal would obey it, or show text in another order.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
