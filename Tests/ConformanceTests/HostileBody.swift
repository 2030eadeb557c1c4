import Foundation
import Oracle
import Testing

/// A body that no site should send, and that one day some site will.
struct HostileBody: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]

  var testDescription: String { name }

  /// What has nothing to do with any site.
  ///
  /// - Parameter size: how many bytes the large ones have.
  static func foreign(size: Int) -> [HostileBody] {
    var noise = SeededGenerator(seed: 7)
    return [
      HostileBody("empty", ""),
      HostileBody("a blank", " \n"),
      HostileBody("a zero byte", "\0"),
      HostileBody("a byte order mark", [0xEF, 0xBB, 0xBF]),
      HostileBody("HTML", "<!DOCTYPE html><html><head><title>Hello</title></head><body><p>Sign in.</body></html>"),
      HostileBody("an empty JSON object", "{}"),
      HostileBody("an empty JSON array", "[]"),
      HostileBody("a JSON null", "null"),
      HostileBody("a JSON number", "1e999999999"),
      HostileBody("other JSON", #"{"status": "ok", "data": [{"id": 1, "time": "now", "properties": {"periods": 5}}]}"#),
      HostileBody("XML", #"<?xml version="1.0" encoding="UTF-8"?><note><to>You</to></note>"#),
      HostileBody("XML with entities", entities),
      HostileBody("plain text", "Service temporarily unavailable"),
      HostileBody("a table of commas", "Site,Name,Province\nx,y,z\n,,\n"),
      HostileBody("a PNG", png),
      HostileBody("noise", (0..<size).map { _ in UInt8.random(in: 0...255, using: &noise) }),
      HostileBody("paragraphs", repeating: "<p>x", size: size),
      HostileBody("nested elements", "<a>".repeated(100_000) + "</a>".repeated(100_000)),
      HostileBody("nested divisions", "<html><body>" + "<div class=x>".repeated(100_000)),
      HostileBody("opening brackets", repeating: "[", size: size),
      HostileBody("opening objects", repeating: #"{"a":"#, size: size),
      HostileBody("nested arrays", "[".repeated(100_000) + "]".repeated(100_000)),
      HostileBody("one long string", "\"" + "x".repeated(size)),
      HostileBody("attributes", "<a " + "b='c' ".repeated(size / 6) + "/>"),
    ]
  }

  /// What a site's own answer becomes on a bad day.
  static func spoiled(_ body: [UInt8]) -> [HostileBody] {
    let text = String(decoding: body, as: UTF8.self)
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return [10, 50, 90].map { HostileBody("cut off at \($0) %", Array(body.prefix(body.count * $0 / 100))) } + [
      HostileBody("UTF-16 with a mark", [0xFF, 0xFE] + wide),
      HostileBody("UTF-16 without a mark", wide),
      // As if every e had an accent, written as Latin-1.
      HostileBody("Latin-1", body.map { $0 == UInt8(ascii: "e") ? 0xE9 : $0 }),
      HostileBody("Latin-1 in its texts", latinTexts(body)),
      HostileBody("base64", Array(Data(body).base64EncodedString().utf8)),
    ]
  }

  private init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

  private init(_ name: String, repeating text: String, size: Int) {
    self.init(name, text.repeated(size / text.utf8.count))
  }

  private init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A byte that is no UTF-8 at the beginning of every text between tags or quotes.
  private static func latinTexts(_ body: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in body {
      let before = bytes.last
      if before == UInt8(ascii: ">") || before == UInt8(ascii: "\""), byte >= 0x41 { bytes.append(0xE9) }
      bytes.append(byte)
    }
    return bytes
  }

  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52]
    + [UInt8](repeating: 0x3C, count: 500)

  /// A billion laughs.
  private static let entities =
    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha\">"
    + (1...9).map { level in "<!ENTITY e\(level) \"" + "&e\(level - 1);".repeated(10) + "\">" }.joined()
    + "]><a>&e9;</a>"
}

extension String {
  /// The text so many times over.
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
