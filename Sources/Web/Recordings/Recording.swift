internal import Basics
internal import Foundation
internal import Markup

/// A recorded session: a HAR, or a single saved page.
public struct Recording: Sendable {
  enum Content: Sendable {
    /// The usable entries of a HAR in recorded order.
    case entries([RecordedEntry])
    case page(SavedPage)
  }

  struct SavedPage: Sendable {
    var body: [UInt8]
    /// The page's address and Content-Type; nil if not stated.
    var url: String?
    var contentType: String?
  }

  /// Size limit in bytes for a HAR, at least: it contains everything that a browser loaded.
  private static let leastLimit = 128 << 20

  let path: String
  let content: Content
  /// The unusable entries, and why.
  let unusable: [(address: Address, fault: EntryFault)]
  /// When a saved page was saved, else the file's modification time.
  let modified: LocalTime
  let maxBody: Int

  /// Reads a `.har` file, a folder with a `session.har`, or a saved page, which is any file that does not begin with
  /// `{`.
  ///
  /// - Parameter maxBody: maximum body size in bytes, after content decoding. A HAR may have four times as much, and at
  ///   least 128 MiB.
  /// - Throws: ``TransferError/cannotRead(path:_:)`` or ``TransferError/notARecording(path:_:)``.
  public init(path: String, maxBody: Int = 16 << 20) throws(TransferError) {
    let file = Files.isFolder(path) ? (path.hasSuffix("/") ? path : path + "/") + "session.har" : path
    let limit = max(Self.leastLimit, maxBody.multipliedReportingOverflow(by: 4).partialValue)
    let bytes: [UInt8]
    do throws(FileError) { bytes = try InputFile.read(file, limit: limit) } catch {
      throw .cannotRead(path: file, error)
    }
    // Some programs write HAR files in UTF-16.
    let text = (try? DecodedText(bytes))?.bytes ?? bytes
    if !text.contains(where: { $0 > 0x20 }) { throw .notARecording(path: file, .empty) }
    self.path = file
    self.maxBody = maxBody
    if text.first(where: { (0x21...0x7E).contains($0) }) == UInt8(ascii: "{") {
      (content, unusable) = try Self.entries(text, of: file)
      modified = Files.modified(file)
      return
    }
    unusable = []
    if MHTMLPage.isOne(bytes) {
      guard let message = MHTMLPage(bytes) else { throw .notARecording(path: file, .noPage) }
      content = .page(SavedPage(body: message.body, url: message.location, contentType: message.contentType))
      modified = message.saved ?? Files.modified(file)
    } else {
      // Images and archives have a zero byte near the start.
      if text.prefix(1024).contains(0) { throw .notARecording(path: file, .binary) }
      content = .page(SavedPage(body: bytes))
      modified = Files.modified(file)
    }
  }

  /// Separates the usable entries of a HAR, after checking that their body files exist, from the others.
  private static func entries(
    _ bytes: [UInt8], of path: String
  ) throws(TransferError) -> (Content, unusable: [(address: Address, fault: EntryFault)]) {
    let json: JSON
    do throws(MarkupError) { json = try JSON(parsing: bytes) } catch {
      if case .tooManyNodes = error { throw .notARecording(path: path, .tooManyValues) }
      throw .notARecording(path: path, .brokenJSON)
    }
    guard let list = json.at("log", "entries"), list.isArray else { throw .notARecording(path: path, .notHAR) }
    var entries: [RecordedEntry] = []
    var unusable: [(address: Address, fault: EntryFault)] = []
    for entry in list.elements {
      switch RecordedEntry.reading(entry) {
      case .answer(let entry): entries.append(entry)
      case .unusable(let address, let fault): unusable.append((address, fault))
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

  /// True for a plain file name without path.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".")
      && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }
  }

  private static func path(of name: String, beside path: String) -> String {
    path.lastIndex(of: "/").map { path[...$0] + name } ?? name
  }

  /// The addresses of its answers, in recorded order; empty for a saved page without an address.
  public var addresses: [String] {
    switch content {
    case .entries(let entries): entries.map(\.url)
    case .page(let page): [page.url].compactMap { $0 }
    }
  }

  /// The path of a saved page; nil for a HAR, whose entries have their own addresses.
  public var savedPage: String? {
    if case .page = content { path } else { nil }
  }
}

extension Recording {
  /// The decoded body of an entry; empty for a redirect without one.
  func body(of entry: RecordedEntry) throws(TransferError) -> [UInt8] {
    switch entry.body {
    case nil: return []
    case .text(let text):
      try check(text.utf8.count, of: entry.url)
      return Array(text.utf8)
    case .file(let name):
      let file = Self.path(of: name, beside: path)
      let bytes: [UInt8]
      do throws(FileError) { bytes = try InputFile.read(file, limit: maxBody, plainly: true) } catch {
        if case .tooLarge(let limit) = error { throw .bodyTooLarge(url: entry.url, limit: limit) }
        throw .cannotRead(path: file, error)
      }
      return try unpacked(bytes, of: entry)
    case .base64(let text):
      try check(text.utf8.count / 4 * 3, of: entry.url)
      guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
        throw .notARecording(path: path, .notBase64(url: entry.url))
      }
      return try unpacked(Array(data), of: entry)
    }
  }

  func check(_ size: Int, of url: String) throws(TransferError) {
    if size > maxBody { throw .bodyTooLarge(url: url, limit: maxBody) }
  }

  /// Decodes a body recorded as bytes if it still has the content coding of its header.
  private func unpacked(_ bytes: [UInt8], of entry: RecordedEntry) throws(TransferError) -> [UInt8] {
    let codings = Unpacker.codings(entry.headers)
    guard let last = codings.last else { return bytes }
    let isPacked = Unpacker.isPacked(bytes, with: last)
    if isPacked == false { return bytes }
    switch Unpacker.unpack(bytes, codings: codings, limit: maxBody) {
    case .unpacked(let body):
      if Unpacker.isCutOff(bytes, codings: codings, unpacked: body.count) { throw .noBody(url: entry.url, .cutOff) }
      return body
    case .tooLarge: throw .bodyTooLarge(url: entry.url, limit: maxBody)
    case .failed(let text):
      if isPacked == nil, Unpacker.mayBeText(bytes) { return bytes }
      throw .notARecording(path: path, .encoded(url: entry.url, codings: codings, text: text))
    }
  }
}
