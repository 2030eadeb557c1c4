import Foundation

/// A temporary folder that is removed with the object.
public final class TemporaryFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Creates the folder.
  public init() throws {
    path = FileManager.default.temporaryDirectory.path + "/weatherterm-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file; returns its path.
  public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// Writes a HAR with these entries, given as JSON; returns its path.
  public func har(_ entries: String..., name: String = "session.har", creator: String = "a browser") throws -> String {
    let list = entries.joined(separator: ",\n")
    let text = #"{"log": {"version": "1.2", "creator": {"name": "\#(creator)"}, "entries": [\#(list)]}}"#
    return try write(name, text.utf8)
  }

  /// The file names in it, sorted, including hidden files.
  public var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  /// The text of a file.
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

/// An entry with this text as its body.
public func entry(_ url: String, text: String, started: String = "2021-04-25T11:47:00+02:00") -> String {
  entry(url, content: #"{"text": "\#(text)"}"#, started: started)
}
