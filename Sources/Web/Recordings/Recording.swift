internal import Basics
internal import Foundation
internal import Markup

/// A recorded session: a HAR, or a single saved page.
public struct Recording: Sendable {
  /// What a recording consists of.
  enum Content: Sendable {
    /// The entries of a HAR that can answer, in recorded order.
    case entries([RecordedEntry])
    /// A saved page.
    case page(SavedPage)
  }

  /// An entry that cannot answer.
  struct UnusableEntry: Sendable {
    let address: Address
    let fault: EntryFault
  }

  /// A page that a browser saved.
  struct SavedPage: Sendable {
    /// Its bytes.
    var body: [UInt8]
    /// Where it lay; nil where the file does not say.
    var url: String?
    /// Its Content-Type; nil where the file does not say.
    var contentType: String?
  }

  /// The least that a HAR may have, in bytes, whatever the largest body is: it holds all that a browser loaded.
  private static let leastLimit = 128 << 20

  /// The file it was read from.
  let path: String
  let content: Content
  /// The addresses of the entries that cannot answer, and why.
  let unusable: [UnusableEntry]
  /// The clock of a saved page: when it was saved, as it says itself or the file's time.
  let modified: LocalTime
  /// The largest body, in bytes.
  let maxBody: Int

  /// Reads a `.har` file, a folder with a `session.har`, or a saved page, which is any file that does not begin with `{`.
  ///
  /// - Parameter maxBody: the largest body, in bytes, after unpacking. A HAR may have four times as much, and 128 MiB.
  /// - Throws: ``TransferError/cannotRead(path:_:)`` or ``TransferError/notARecording(path:_:)``.
  public init(path: String, maxBody: Int = 16 << 20) throws(TransferError) {
    let file = Files.isFolder(path) ? (path.hasSuffix("/") ? path : path + "/") + "session.har" : path
    let limit = max(Self.leastLimit, maxBody.multipliedReportingOverflow(by: 4).partialValue)
    let bytes: [UInt8]
    do throws(FileError) { bytes = try InputFile.read(file, limit: limit) } catch {
      throw .cannotRead(path: file, error)
    }
    self.path = file
    self.maxBody = maxBody
    guard let first = Self.firstCharacter(bytes) else { throw .notARecording(path: file, .empty) }
    if first == UInt8(ascii: "{") {
      (content, unusable) = try Self.entries(Self.utf8(bytes), of: file)
      modified = Files.modified(file)
      return
    }
    unusable = []
    let page: SavedPage
    var saved: LocalTime?
    if MHTMLPage.isOne(bytes) {
      guard let message = MHTMLPage(bytes) else {
        throw .notARecording(path: file, .noPage)
      }
      page = SavedPage(body: message.body, url: message.location, contentType: message.contentType)
      saved = message.saved
    } else {
      if Self.isBinary(bytes) { throw .notARecording(path: file, .binary) }
      page = SavedPage(body: bytes)
    }
    content = .page(page)
    modified = saved ?? Files.modified(file)
  }

  /// The first byte that is no blank; of UTF-16 the first character's.
  private static func firstCharacter(_ bytes: [UInt8]) -> UInt8? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : wideMark(bytes) == nil ? 0 : 2
    return bytes[start...].first { $0 > 0x20 }
  }

  /// Whether UTF-16 is little-endian; nil for bytes without its byte order mark.
  private static func wideMark(_ bytes: [UInt8]) -> Bool? {
    bytes.starts(with: [0xFF, 0xFE]) ? true : bytes.starts(with: [0xFE, 0xFF]) ? false : nil
  }

  /// The bytes in UTF-8 without a byte order mark.
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard let isLittle = wideMark(bytes) else {
      return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    }
    let units = (1..<max(1, bytes.count / 2)).lazy.map { index in
      let (first, second) = (UInt16(bytes[index * 2]), UInt16(bytes[index * 2 + 1]))
      return isLittle ? first | second << 8 : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The entries of a HAR that can answer, once their body files are seen to be there, and why the others cannot.
  private static func entries(
    _ bytes: [UInt8], of path: String
  ) throws(TransferError) -> (Content, unusable: [UnusableEntry]) {
    let json: JSON
    do throws(MarkupError) { json = try JSON(parsing: bytes) } catch {
      if case .tooManyNodes = error { throw .notARecording(path: path, .tooManyValues) }
      throw .notARecording(path: path, .brokenJSON)
    }
    guard let list = json.at("log", "entries"), list.isArray else { throw .notARecording(path: path, .notHAR) }
    var entries: [RecordedEntry] = []
    var unusable: [UnusableEntry] = []
    for entry in list.elements {
      switch RecordedEntry.reading(entry) {
      case .answer(let entry): entries.append(entry)
      case .unusable(let address, let fault): unusable.append(UnusableEntry(address: address, fault: fault))
      case nil: break
      }
    }
    for case .file(let name)? in entries.map(\.body) {
      guard isPlain(name) else { throw .notARecording(path: path, .unsafeBodyName(name)) }
      guard Files.isRegular(Self.path(of: name, beside: path)) else {
        throw .notARecording(path: path, .missingBody(name))
      }
    }
    return (.entries(entries), unusable)
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

  /// Whether a file is no text: pictures and archives have a zero byte near their beginning, pages only in UTF-16, which
  /// says so by its mark.
  private static func isBinary(_ bytes: [UInt8]) -> Bool { wideMark(bytes) == nil && bytes.prefix(1024).contains(0) }

  /// The file of a saved page; nil for a HAR, whose entries have addresses of their own.
  public var savedPage: String? {
    if case .page = content { path } else { nil }
  }
}
