internal import Basics
internal import Foundation

/// A page that a browser saved with all that belongs to it in one file: a MIME message (RFC 2557), which Chrome calls
/// "Webpage, Single File". Only the page itself is of use here.
struct MHTMLPage {
  /// The page's bytes, in the encoding that ``contentType`` says.
  var body: [UInt8]
  /// The page's own Content-Type.
  var contentType: String?
  /// Where the page lay; nil where the message does not say.
  var location: String?
  /// When it was saved; nil where the message does not say.
  var saved: LocalTime?

  /// How deep messages stand in one another at most.
  private static let maxDepth = 4

  /// Whether a file is such a message: its beginning is a MIME header.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    // A page begins with markup, which no header has at the beginning of a line.
    guard let first = bytes.first(where: { $0 > 0x20 }), first != UInt8(ascii: "<") else { return false }
    let head = headers(bytes.prefix(8192)).fields
    return head.value(of: "mime-version") != nil
      || head.value(of: "content-type")?.lowercased().hasPrefix("multipart/") == true
      || head.value(of: "snapshot-content-location") != nil
  }

  /// Reads a message; nil where there is no page in it.
  init?(_ bytes: [UInt8]) {
    let (fields, _) = Self.headers(bytes[...])
    guard let page = Self.page(bytes[...], depth: 0) else { return nil }
    self = page
    location = [page.location, fields.value(of: "snapshot-content-location")].compactMap { $0 }
      .first { Address($0).map { ["http", "https"].contains($0.scheme) } ?? false }
    location = location.map { UserInfo.removed(from: $0) }
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

  /// The first page of a message: itself, or one of its parts.
  private static func page(_ bytes: ArraySlice<UInt8>, depth: Int) -> MHTMLPage? {
    let (fields, content) = headers(bytes)
    let type = fields.value(of: "content-type") ?? ""
    let name = type.prefix { $0 != ";" && $0 != " " }.lowercased()
    if name == "text/html" || name == "application/xhtml+xml" { return MHTMLPage(fields, content) }
    guard name.hasPrefix("multipart/"), depth < maxDepth, let boundary = parameter("boundary", of: type) else {
      return nil
    }
    for part in parts(content, boundary: boundary) {
      if let page = page(part, depth: depth + 1) { return page }
    }
    return nil
  }

  /// The header at the beginning of a message, its folded lines joined, and what stands behind it.
  private static func headers(_ bytes: ArraySlice<UInt8>) -> (fields: [HeaderField], content: ArraySlice<UInt8>) {
    var rest = bytes
    var lines: [[UInt8]] = []
    while !rest.isEmpty {
      var line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if line.isEmpty, !lines.isEmpty { break }
      if line.isEmpty { continue }
      if let first = line.first, first == 0x20 || first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += line
      } else {
        lines.append(Array(line))
      }
      if lines.count > 1000 { break }
    }
    return (lines.compactMap { HeaderField(line: String(decoding: $0, as: UTF8.self)) }, rest)
  }

  /// A parameter of a header's value, as in `multipart/related; boundary="x"`.
  private static func parameter(_ name: String, of value: String) -> String? {
    for part in value.split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == name else { continue }
      let text = pair[1].trimmingPrefix(while: \.isWhitespace)
      if text.hasPrefix("\"") { return String(text.dropFirst().prefix { $0 != "\"" }) }
      return String(text.prefix { !$0.isWhitespace })
    }
    return nil
  }

  /// The parts between the boundaries of a message; the last may lack its end.
  private static func parts(_ content: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var index = content.startIndex
    while index < content.endIndex {
      let end = content[index...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? content.endIndex
      let line = content[index..<end]
      if line.starts(with: mark) {
        if let start { parts.append(content[start..<index]) }
        start = end
        if line.dropFirst(mark.count).starts(with: "--".utf8) { return parts }
      }
      index = end
    }
    if let start { parts.append(content[start...]) }
    return parts
  }

  /// Undoes quoted-printable (RFC 2045, section 6.7).
  private static func unquoted(_ content: ArraySlice<UInt8>) -> [UInt8] {
    func value(_ digit: UInt8?) -> UInt8? {
      digit.flatMap { Character(UnicodeScalar($0)).hexDigitValue }.map(UInt8.init)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count)
    var index = content.startIndex
    func byte(_ offset: Int) -> UInt8? { index + offset < content.endIndex ? content[index + offset] : nil }
    while index < content.endIndex {
      let this = content[index]
      guard this == UInt8(ascii: "=") else {
        bytes.append(this)
        index += 1
        continue
      }
      if let high = value(byte(1)), let low = value(byte(2)) {
        bytes.append(high << 4 | low)
        index += 3
      } else if byte(1) == UInt8(ascii: "\n") {
        index += 2
      } else if byte(1) == UInt8(ascii: "\r"), byte(2) == UInt8(ascii: "\n") {
        index += 3
      } else {
        bytes.append(this)
        index += 1
      }
    }
    return bytes
  }

  /// A date as messages write it (RFC 5322), in the offset that it has; `-0000` says that nobody knows where it was.
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
