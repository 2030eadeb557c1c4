import Foundation

/// A folder that goes with the test that made it.
public final class TemporaryFolder: Sendable {
  /// Its path.
  public let path: String

  /// Makes it.
  public init() throws {
    path = FileManager.default.temporaryDirectory.path + "/weatherterm-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file; gives its path.
  public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// Writes a HAR of these entries, each given as JSON; gives its path.
  public func har(_ entries: String..., name: String = "session.har", creator: String = "a browser") throws -> String {
    let list = entries.joined(separator: ",\n")
    let text = #"{"log": {"version": "1.2", "creator": {"name": "\#(creator)"}, "entries": [\#(list)]}}"#
    return try write(name, text.utf8)
  }

  /// The names in it, sorted, those of hidden files included.
  public var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  /// The text of a file in it.
  public func text(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }
}

/// An entry of a HAR, as JSON.
public func entry(
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
public func entry(_ url: String, text: String, started: String = "2021-04-25T11:47:00+02:00") -> String {
  entry(url, content: #"{"text": "\#(text)"}"#, started: started)
}
