import Foundation

/// The JSON that the program wrote in tests, kept for `scripts/check-schema` in the folder that `WEATHERTERM_KEEP_JSON`
/// names; nothing is kept without it.
public enum KeptJSON {
  /// Keeps a text in a file of its own if it is in the json contract: a document, or lines of ndjson.
  public static func keep(_ text: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["WEATHERTERM_KEEP_JSON"] else { return }
    let kind: String
    if text.hasPrefix("{\n  \"schema\": \"weatherterm/forecast/") {
      kind = "json"
    } else if text.hasPrefix("{\"schema\": \"weatherterm/forecast/") {
      kind = "ndjson"
    } else {
      return
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(UUID().uuidString).\(kind)"))
  }
}
