import Foundation
import Testing

/// Whole outputs that stand in files beside the tests, in `Expected`.
enum ExpectedOutput {
  /// Compares an output with its file; where they differ, the output is left in `/tmp/weatherterm-expected`, from where it
  /// can be copied once it has been looked at.
  static func check(_ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Expected/\(name)")
    if let expected = try? String(contentsOf: file, encoding: .utf8), expected == actual { return }
    let folder = URL(filePath: "/tmp/weatherterm-expected")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let left = folder.appending(path: name)
    try actual.write(to: left, atomically: true, encoding: .utf8)
    Issue.record(
      "\(name) differs: look at \(left.path()), and where it is right: cp \(left.path()) \(file.path())",
      sourceLocation: sourceLocation)
  }
}
