import Foundation
import Support

/// A folder with a recorded session and the runs that are made of it.
struct Fixture: Sendable, CustomStringConvertible {
  let folder: URL

  /// The parser's and the case's name.
  var description: String { folder.pathComponents.suffix(2).joined(separator: "/") }

  /// Every folder below `Tests/Fixtures` that holds an `expected.json`.
  ///
  /// They are found through the path of this file, so that a new one needs no build. `WEATHERTERM_FIXTURES` limits them to a
  /// parser's (`OpenMeteo`) or to one (`OpenMeteo/clock-change`).
  static let all: [Fixture] = {
    let wanted = ProcessInfo.processInfo.environment["WEATHERTERM_FIXTURES"] ?? ""
    let root = Program.checkout.appendingPathComponent("Tests/Fixtures")
    guard let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) else { return [] }
    return walker.compactMap { $0 as? URL }.filter { $0.lastPathComponent == "expected.json" }
      .map { Fixture(folder: $0.deletingLastPathComponent()) }
      .filter { wanted.isEmpty || $0.description == wanted || $0.description.hasPrefix("\(wanted)/") }
      .sorted { $0.description < $1.description }
  }()

  /// The runs that `expected.json` lists.
  func runs() throws -> [Run] {
    let data = try Data(contentsOf: folder.appendingPathComponent("expected.json"))
    guard let list = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] else {
      throw Malformed(text: "\(folder.path)/expected.json is no list of objects")
    }
    return try list.map { try Run($0) }
  }

  /// An `expected.json` that cannot be understood.
  struct Malformed: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
  }

  /// One run of the program, and what it must do.
  struct Run {
    /// The words behind `--replay SESSION`.
    let arguments: [String]
    /// What is replayed, by its name in the folder.
    let replay: String
    /// The exit status.
    let status: Int32
    /// The name of a file with the whole of standard output.
    let output: String?
    /// A part of the json output.
    let expect: Any?
    /// The number of rows at a path of the json output.
    let counts: [String: Int]
    /// Hours by their time, whatever lies between them.
    let hoursAt: [String: Any]
    /// How far numbers may lie apart.
    let tolerance: Double
    /// What standard error must hold.
    let stderr: [String]
    /// The whole of standard output.
    let stdout: String?
    /// What standard output must hold.
    let contains: [String]
    /// What neither output may hold.
    let lacks: [String]

    private static let keys: Set<String> = [
      "arguments", "replay", "status", "output", "stdout", "contains", "lacks", "stderr", "expect", "counts", "hoursAt",
      "tolerance", "comment",
    ]

    init(_ json: [String: Any]) throws {
      if let unknown = json.keys.first(where: { !Self.keys.contains($0) }) {
        throw Malformed(text: "unknown key \(unknown) in expected.json")
      }
      guard let arguments = json["arguments"] as? [String] else { throw Malformed(text: "a run without arguments") }
      self.arguments = arguments
      replay = json["replay"] as? String ?? "session.har"
      status = (json["status"] as? NSNumber)?.int32Value ?? 0
      output = json["output"] as? String
      expect = json["expect"]
      counts = (json["counts"] as? [String: NSNumber] ?? [:]).mapValues { $0.intValue }
      hoursAt = json["hoursAt"] as? [String: Any] ?? [:]
      tolerance = (json["tolerance"] as? NSNumber)?.doubleValue ?? 0.001
      stderr = json["stderr"] as? [String] ?? []
      stdout = json["stdout"] as? String
      contains = json["contains"] as? [String] ?? []
      lacks = json["lacks"] as? [String] ?? []
      let texts = contains + lacks + stderr + [output, stdout].compactMap { $0 }
      if status == 0, expect == nil, counts.isEmpty, hoursAt.isEmpty, texts.isEmpty {
        throw Malformed(text: "a run that expects nothing: \(arguments)")
      }
    }
  }
}
