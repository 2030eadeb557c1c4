internal import Foundation

/// A recorded session: a HAR, or a single saved page.
public struct Recording: Sendable {
  /// What a recording consists of.
  enum Content: Sendable {
    /// The entries of a HAR that can answer, in recorded order.
    case entries([RecordedEntry])
    /// The bytes of a saved page.
    case page([UInt8])
  }

  /// The file it was read from.
  let path: String
  let content: Content
  /// When the file was last changed: the clock of a saved page.
  let modified: Timestamp

  /// Reads a `.har` file, a folder with a `session.har`, or a saved page, which is any file that does not begin with `{`.
  ///
  /// Throws ``TransferError/cannotRead(path:reason:)``, ``TransferError/notARecording(path:reason:)`` or
  /// ``TransferError/mhtml(path:)``.
  public init(path: String) throws(TransferError) {
    let file = WholeFile.isFolder(path) ? (path.hasSuffix("/") ? path : path + "/") + "session.har" : path
    var bytes = try WholeFile.read(file)
    self.path = file
    modified = WholeFile.modified(file)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    switch bytes[start...].first(where: { $0 > 0x20 }) {
    case nil: throw .notARecording(path: file, reason: "it is empty")
    case UInt8(ascii: "{"):
      if start > 0 { bytes.removeFirst(start) }
      content = .entries(try Self.entries(bytes, of: file))
    default:
      if Self.isMHTML(bytes[start...], path: file) { throw .mhtml(path: file) }
      if Self.isBinary(bytes) { throw .notARecording(path: file, reason: "it is neither a HAR nor a page") }
      content = .page(bytes)
    }
  }

  /// The entries of a HAR that can answer, once their body files are seen to be there.
  private static func entries(_ bytes: [UInt8], of path: String) throws(TransferError) -> [RecordedEntry] {
    let har: HARFile
    do { har = try JSONDecoder().decode(HARFile.self, from: Data(bytes)) } catch {
      throw .notARecording(path: path, reason: Self.complaint(error))
    }
    let entries = har.log.entries.compactMap(\.value).compactMap { RecordedEntry($0) }
    for case .file(let name)? in entries.map(\.body) {
      guard isPlain(name) else {
        throw .notARecording(path: path, reason: "it names the body file '\(name)', which is not a plain name")
      }
      guard WholeFile.isRegular(Self.path(of: name, beside: path)) else {
        throw .notARecording(path: path, reason: "the body file '\(name)' beside it is missing or not a regular file")
      }
    }
    return entries
  }

  /// What is wrong with a HAR, in a few words.
  private static func complaint(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound, .typeMismatch, .valueNotFound: "it is JSON, but no HAR, which has log.entries"
    default: "it begins like a HAR, but is not whole JSON"
    }
  }

  /// Whether a name stands for a file beside the HAR and nowhere else.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".")
      && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }
  }

  /// The path of a file beside another.
  static func path(of name: String, beside path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }

  /// Whether a page is a MIME message: browsers call that MHTML.
  private static func isMHTML(_ bytes: ArraySlice<UInt8>, path: String) -> Bool {
    let name = path.lowercased()
    if name.hasSuffix(".mhtml") || name.hasSuffix(".mht") { return true }
    let header = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    for line in header.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("mime-version:") || line.hasPrefix("from: <saved by") { return true }
      // A message begins with its header; markup ends the search.
      if line.hasPrefix("<") { return false }
    }
    return false
  }

  /// Whether a file is no text: pictures and archives have a zero byte near their beginning, pages only in UTF-16, which
  /// says so by its mark.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    !bytes.starts(with: [0xFF, 0xFE]) && !bytes.starts(with: [0xFE, 0xFF]) && bytes.prefix(1024).contains(0)
  }

  /// The file of a saved page; nil for a HAR, whose entries have addresses of their own.
  public var savedPage: String? {
    if case .page = content { path } else { nil }
  }

  /// The bytes of an entry's body; none for a redirect without one.
  func body(of entry: RecordedEntry) throws(TransferError) -> [UInt8] {
    switch entry.body {
    case nil: return []
    case .text(let text): return Array(text.utf8)
    case .file(let name): return try WholeFile.read(Self.path(of: name, beside: path), plainly: true)
    case .base64(let text):
      guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
        throw .notARecording(path: path, reason: "the body of \(entry.url) is not base64, as it says")
      }
      return Array(data)
    }
  }
}
