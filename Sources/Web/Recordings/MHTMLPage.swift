internal import Basics
internal import Foundation

/// A page saved by a browser together with its resources in one MIME message (RFC 2557), Chrome's "Webpage, Single
/// File". Only the page itself is used.
struct MHTMLPage {
  /// The page in the encoding given by ``contentType``.
  var body: [UInt8]
  /// The page's own Content-Type.
  var contentType: String?
  /// The page's address; nil if not stated.
  var location: String?
  /// When it was saved; nil if not stated.
  var saved: LocalTime?

  /// Maximum nesting of multipart messages.
  private static let maxDepth = 4

  /// True if a file begins with a MIME header.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    // A page begins with markup, which no header line does.
    guard let first = bytes.first(where: { $0 > 0x20 }), first != UInt8(ascii: "<") else { return false }
    let head = headers(bytes.prefix(8192)).fields
    return head.value(of: "mime-version") != nil
      || head.value(of: "content-type")?.lowercased().hasPrefix("multipart/") == true
      || head.value(of: "snapshot-content-location") != nil
  }

  /// Parses a message; nil if it contains no page.
  init?(_ bytes: [UInt8]) {
    let (fields, _) = Self.headers(bytes[...])
    guard let page = Self.page(bytes[...], depth: 0) else { return nil }
    self = page
    location = [page.location, fields.value(of: "snapshot-content-location")].compactMap { $0 }
      .first { ["http", "https"].contains(Address($0)?.scheme) }.map { UserInfo.removed(from: $0) }
    saved = fields.value(of: "date").flatMap { Self.date($0) }
  }

  private init(_ fields: [HeaderField], _ content: ArraySlice<UInt8>) {
    switch fields.value(of: "content-transfer-encoding")?.lowercased() {
    case "quoted-printable": body = Self.unquoted(content)
    case "base64": body = Data(base64Encoded: Data(content), options: .ignoreUnknownCharacters).map { Array($0) } ?? []
    default: body = Array(content)
    }
    contentType = fields.value(of: "content-type")
    location = fields.value(of: "content-location")
  }

  /// The first page in a message: the message itself, or one of its parts.
  private static func page(_ bytes: ArraySlice<UInt8>, depth: Int) -> MHTMLPage? {
    let (fields, content) = headers(bytes)
    let type = fields.value(of: "content-type") ?? ""
    let name = type.prefix { $0 != ";" && $0 != " " }.lowercased()
    if name == "text/html" || name == "application/xhtml+xml" { return MHTMLPage(fields, content) }
    guard name.hasPrefix("multipart/"), depth < maxDepth, let boundary = boundary(of: type) else { return nil }
    return parts(content, boundary: boundary).lazy.compactMap { page($0, depth: depth + 1) }.first
  }

  /// Parses a message's header with folded lines joined, and returns the rest as content.
  private static func headers(_ bytes: ArraySlice<UInt8>) -> (fields: [HeaderField], content: ArraySlice<UInt8>) {
    var rest = bytes.drop { $0 == 0x0D || $0 == 0x0A }
    var lines: [String] = []
    while !rest.isEmpty, lines.count <= 1000 {
      var line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      if line.last == 0x0D { line.removeLast() }
      guard let first = line.first else { break }
      let text = String(decoding: line, as: UTF8.self)
      if first == 0x20 || first == 0x09, !lines.isEmpty { lines[lines.count - 1] += text } else { lines.append(text) }
    }
    return (lines.compactMap { HeaderField(line: $0) }, rest)
  }

  /// The boundary in a Content-Type such as `multipart/related; boundary="x"`.
  private static func boundary(of type: String) -> String? {
    for part in type.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard pair.count == 2, pair[0].lowercased() == "boundary" else { continue }
      return pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().prefix { $0 != "\"" }) : pair[1]
    }
    return nil
  }

  /// The parts of a multipart message; the closing boundary may be missing.
  private static func parts(_ content: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let mark = "--\(boundary)".utf8
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) where line.starts(with: mark) {
      if let start { parts.append(content[start..<line.startIndex]) }
      if line.dropFirst(mark.count).starts(with: "--".utf8) { return parts }
      start = min(line.endIndex + 1, content.endIndex)
    }
    if let start { parts.append(content[start...]) }
    return parts
  }

  /// Decodes quoted-printable (RFC 2045, section 6.7): `=C3` is a byte, `=` at the end of a line joins it with the
  /// next.
  private static func unquoted(_ content: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count)
    var rest = content
    while let mark = rest.firstIndex(of: UInt8(ascii: "=")) {
      bytes += rest[..<mark]
      let code = rest[(mark + 1)...].prefix(2)
      let digits = code.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
      rest = rest[(mark + 1)...]
      if digits.count == 2 {
        bytes.append(UInt8(digits[0] << 4 | digits[1]))
        rest = rest.dropFirst(2)
      } else if code.first == 0x0A || code.elementsEqual([0x0D, 0x0A]) {
        rest = rest.dropFirst(code.first == 0x0A ? 1 : 2)
      } else {
        bytes.append(UInt8(ascii: "="))
      }
    }
    return bytes + rest
  }

  /// A message date (RFC 5322) with its offset; `-0000` means that the offset is unknown.
  private static func date(_ text: String) -> LocalTime? {
    guard let seconds = LibCurl.date(text) else { return nil }
    let zone = text.split(separator: " ").last { ($0.hasPrefix("+") || $0.hasPrefix("-")) && $0.utf8.count == 5 }
    guard let zone, zone != "-0000", let hours = Int(zone.dropFirst().prefix(2)), let minutes = Int(zone.suffix(2)),
      hours < 24, minutes < 60
    else { return LocalTime(machine: seconds) }
    return LocalTime(
      secondsSince1970: seconds, offset: (zone.hasPrefix("-") ? -1 : 1) * (hours * 3600 + minutes * 60))
  }
}
