import Foundation
import Support

@testable import App

/// A fixture's recorded session with one run that is made of it.
struct RecordedSession: Sendable {
  /// The fixture's folder.
  let folder: URL
  /// What is replayed.
  let session: URL
  /// The words behind `--replay SESSION`.
  let arguments: [String]
  /// The exit status that the run must have.
  let status: Int

  /// The sessions of a parser, one a run that its fixtures list.
  static func all(of parser: String) -> [RecordedSession] {
    let root = Program.checkout.appendingPathComponent("Tests/Fixtures/\(parser)")
    let cases = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return cases.sorted().flatMap { name -> [RecordedSession] in
      let folder = root.appendingPathComponent(name)
      guard let data = try? Data(contentsOf: folder.appendingPathComponent("expected.json")),
        let runs = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
      else { return [] }
      return runs.compactMap { run in
        guard let arguments = run["arguments"] as? [String] else { return nil }
        let session = folder.appendingPathComponent(run["replay"] as? String ?? "session.har")
        return RecordedSession(
          folder: folder, session: session, arguments: arguments, status: (run["status"] as? NSNumber)?.intValue ?? 0)
      }
    }
  }

  /// The fixture's name.
  var name: String { folder.lastPathComponent }

  /// The area that the run asks for.
  var area: String? {
    arguments.firstIndex { $0 == "-a" || $0 == "--areacode" }
      .flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil }
  }

  /// The kind of forecast that the run asks for.
  var kind: ForecastKind? {
    ForecastKind.allCases.first { !$0.optionNames.filter(arguments.contains).isEmpty }
  }
}
