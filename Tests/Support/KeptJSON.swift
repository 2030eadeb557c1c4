import Foundation

/// Saves the JSON output of tests for `scripts/check-schema` in the folder named by `WEATHERTERM_KEEP_JSON`, if that is
/// set.
public enum KeptJSON {
  /// Saves a text if it follows the JSON schema: a document, or lines of ndjson.
  public static func keep(_ text: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["WEATHERTERM_KEEP_JSON"] else { return }
    let kind: String
    if text.hasPrefix("{\n  \"schema\": \"weatherterm/forecast/")
      || text.hasPrefix("{\n  \"schema\": \"weatherterm/doctor/")
    {
      kind = "json"
    } else if text.hasPrefix("{\"schema\": \"weatherterm/forecast/") {
      kind = "ndjson"
    } else {
      return
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(UUID().uuidString).\(kind)"))
  }
}
