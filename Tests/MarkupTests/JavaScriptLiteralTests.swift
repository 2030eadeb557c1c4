import Markup
import Testing

/// String literals of JavaScript.
struct JavaScriptLiteralTests {
  private func decode(_ script: String) -> String? {
    JavaScriptLiteral.decodeString(in: Array(script.utf8), at: 0).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(arguments: [
    (#""""#, ""), (#"'it"s'"#, "it\"s"), (#""it's""#, "it's"), (#""\"a\\\"b\"""#, #""a\"b""#), (#"'\''"#, "'"),
    (#""\n\t\b\f\v\r\0""#, "\n\t\u{8}\u{C}\u{B}\r\0"), (#""\x41\xb0""#, "A°"), (#""\u00B0\ud83c\udf27""#, "°🌧"),
    (#""\ud83c""#, "\u{FFFD}"), (#""\u{1F327}\u{b0}""#, "🌧°"), ("\"a\\\nb\\\r\nc\\\rd\"", "abcd"),
    (#""\/\q\é""#, "/qé"),
    (#""°雨""#, "°雨"),
  ])
  func literalsAreDecoded(literal: String, text: String) {
    #expect(decode(literal) == text)
  }

  @Test(arguments: [
    "", "x", "\"", "\"a", "'a\"", "\"a\nb\"", "\"a\\\"", #""\x4""#, #""\x""#, #""\u12""#, #""\u{}""#, #""\u{110000}""#,
    #""\u{41""#, #""\u{zz}""#,
  ])
  func whatIsNoLiteralIsNil(script: String) {
    #expect(decode(script) == nil)
  }

  @Test func theEndIsAfterTheLiteral() throws {
    let script = Array(#"JSON.parse("{\"a\":1}");window.x="y""#.utf8)
    let found = try #require(JavaScriptLiteral.decodeString(in: script, at: 11))
    #expect(String(decoding: found.bytes, as: UTF8.self) == #"{"a":1}"#)
    #expect(String(decoding: script[found.end...].prefix(2), as: UTF8.self) == ");")
    #expect(JavaScriptLiteral.decodeString(in: script, at: 0) == nil)
    #expect(JavaScriptLiteral.decodeString(in: script, at: -1) == nil)
    #expect(JavaScriptLiteral.decodeString(in: script, at: script.count) == nil)
  }

  @Test func cutOffAnywhereIsNil() {
    let literal = Array(#""a\n\x41\u00b0\u{b0}\ud83c\udf27\\""#.utf8)
    for end in 0..<literal.count {
      #expect(JavaScriptLiteral.decodeString(in: Array(literal[..<end]), at: 0) == nil)
    }
  }
}
