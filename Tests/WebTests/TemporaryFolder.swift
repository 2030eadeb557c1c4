import Foundation

/// A folder that goes with the test that made it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/transfer-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file; gives its path.
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// Writes a HAR of these entries, each given as JSON; gives its path.
  func har(_ entries: String..., name: String = "session.har", creator: String = "a browser") throws -> String {
    let list = entries.joined(separator: ",\n")
    let text = #"{"log": {"version": "1.2", "creator": {"name": "\#(creator)"}, "entries": [\#(list)]}}"#
    return try write(name, text.utf8)
  }

  var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  func text(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }
}

/// An entry of a HAR, as JSON.
func entry(
  _ url: String, method: String = "GET", status: Int = 200, headers: String = "[]",
  content: String = #"{"text": "body"}"#,
  redirect: String = "", started: String = "2021-04-25T11:47:00+02:00"
) -> String {
  """
  {"startedDateTime": "\(started)", "request": {"method": "\(method)", "url": "\(url)"},
   "response": {"status": \(status), "headers": \(headers), "content": \(content), "redirectURL": "\(redirect)"}}
  """
}

/// An entry whose body is this text.
func entry(_ url: String, text: String, started: String = "2021-04-25T11:47:00+02:00") -> String {
  entry(url, content: #"{"text": "\#(text)"}"#, started: started)
}
