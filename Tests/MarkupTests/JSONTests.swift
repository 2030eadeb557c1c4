import Markup
import Testing

/// JSON to the letter of RFC 8259.
struct JSONTests {
  private func json(_ text: String) throws(MarkupError) -> JSON {
    try JSON(parsing: Array(text.utf8))
  }

  @Test func valuesAreWhatTheyAre() throws {
    let value = try json(
      #" {"s": "x", "n": -1.50, "t": true, "f": false, "z": null, "a": [1, [2], {"b": 3}], "o": {}} "#)
    #expect(value["s"]?.string == "x")
    #expect(value["n"]?.number == -1.5)
    #expect(value["n"]?.numberText == "-1.50")
    #expect(value["n"]?.string == nil)
    #expect(value["s"]?.number == nil && value["s"]?.numberText == nil)
    #expect(value["t"]?.bool == true && value["f"]?.bool == false && value["z"]?.bool == nil)
    #expect(value["z"]?.isNull == true && value["s"]?.isNull == false)
    #expect(value["none"] == nil)
    #expect(value["a"]?.count == 3 && value["o"]?.count == 0 && value["s"]?.count == 0)
    #expect(value["a"]?[1]?[0]?.number == 2)
    #expect(value["a"]?[2]?["b"]?.number == 3)
    #expect(value["a"]?[3] == nil && value["a"]?[-1] == nil && value["a"]?["0"] == nil && value[0] == nil)
    #expect(value["a"]?.elements.count == 3 && value["s"]?.elements.isEmpty == true)
    #expect(value.members.map(\.key) == ["s", "n", "t", "f", "z", "a", "o"])
    #expect(value["a"]?.members.isEmpty == true)
  }

  @Test func pathsGoThroughObjects() throws {
    let value = try json(#"{"a": {"x": [1], "b": {"c": 5}}}"#)
    #expect(value.at("a", "b", "c")?.number == 5)
    #expect(value.at("a", "x", "c") == nil)
    #expect(value.at()?.count == 1)
  }

  @Test func arraysOfScalarsAndOfArraysAreIndexedAlike() throws {
    let value = try json("[[10, 20, 30], [[1, 2], 3, []], 7]")
    #expect(value[0]?.elements.map(\.numberText) == ["10", "20", "30"])
    #expect(value[0]?[2]?.number == 30)
    #expect(value[1]?[1]?.number == 3)
    #expect(value[1]?[2]?.count == 0)
    #expect(value[2]?.number == 7)
  }

  @Test func ofRepeatedNamesTheLastWins() throws {
    let value = try json(#"{"a": 1, "b": 2, "\u0061": {"c": 3}}"#)
    #expect(value["a"]?["c"]?.number == 3)
    #expect(value.members.map(\.key) == ["a", "b"])
    #expect(value.members.first?.value.count == 1)
  }

  @Test func namesAreComparedAsWholeBytes() throws {
    let value = try json(#"{"ab": 1, "a": 2, "é": 3, "q\"": 4, "\u00e9\u0000": 5, "": 6}"#)
    #expect(value["a"]?.number == 2)
    #expect(value["é"]?.number == 3)
    #expect(value["q\""]?.number == 4)
    #expect(value["é\0"]?.number == 5)
    #expect(value[""]?.number == 6)
    #expect(value["e\u{301}"] == nil)
  }

  @Test(arguments: [
    (#""\" \\ \/ \b \f \n \r \t""#, "\" \\ / \u{8} \u{C} \n \r \t"), (#""\u00b0\u2212\ud83c\udf27""#, "°−🌧"),
    (#""\ud83c""#, "\u{FFFD}"), (#""\udf27x""#, "\u{FFFD}x"), (#""\ud83c\ud83c\udf27""#, "\u{FFFD}🌧"),
    (#""\ud83c\n""#, "\u{FFFD}\n"), (#""°🌧""#, "°🌧"), (#""""#, ""),
    (#""longer than the eight bytes looked at: é\u00e9""#, "longer than the eight bytes looked at: éé"),
  ])
  func stringsAreDecoded(source: String, text: String) throws {
    #expect(try json(source).string == text)
  }

  @Test(arguments: ["0", "-0", "10", "-1.0", "0.10", "1e5", "1E-05", "2.50e+1", "123456789012345678901234567890"])
  func numbersKeepTheirDigits(text: String) throws {
    #expect(try json(text).numberText == text)
    #expect(try json(text).number == Double(text))
  }

  @Test func aNumberThatIsTooLargeIsUnknown() throws {
    #expect(try json("1e999").number == nil)
    #expect(try json("-1e999").number == nil)
    #expect(try json("1e999").numberText == "1e999")
    #expect(try json("0." + String(repeating: "0", count: 100)).number == nil)
  }

  @Test(arguments: [
    "[1,]", "[,1]", "{,}", #"{"a":1,}"#, #"{"a"}"#, #"{"a" 1}"#, "{a:1}", "{'a':1}", "[1 2]", "[1}", #"{"a":1]"#, "01",
    "-",
    "+1", "1.", ".5", "1e", "1e+", "0x1", "NaN", "Infinity", "nul", "nulll", "True", "\"a", "\"\u{1}\"", "\"a\nb\"",
    #""\x41""#, #""\u12g4""#, #""\u123"#, #""\"#, "1 1", "{} x", "[1]]", "]", ":", "[1,", "[", "{", #"{"a":"#,
    #"{"a":1"#, "/**/1",
    "\u{A0}1", "[1,\u{0}2]",
  ])
  func whatIsNotJSONThrows(text: String) {
    let error = #expect(throws: MarkupError.self) { try json(text) }
    guard case .notJSON(let offset, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect((0...text.utf8.count).contains(offset))
    #expect(!reason.isEmpty)
  }

  @Test func theOffsetIsThatOfTheFault() {
    #expect(throws: MarkupError.notJSON(offset: 4, reason: "expected a value")) { try json("[1, x]") }
    #expect(throws: MarkupError.notJSON(offset: 3, reason: "cut off")) { try json("[1,") }
    #expect(throws: MarkupError.notJSON(offset: 3, reason: "something follows the value")) { try json("[] x") }
  }

  @Test(arguments: ["", "  ", "\u{FEFF}", "\u{FEFF}\n"]) func nothingIsEmpty(text: String) {
    #expect(throws: MarkupError.empty) { try json(text) }
  }

  @Test func aByteOrderMarkIsSkipped() throws {
    #expect(try json("\u{FEFF}{\"a\": 1}")["a"]?.number == 1)
  }

  @Test(arguments: [[0xB0], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]])
  func badUTF8Throws(bad: [UInt8]) {
    let bytes = Array("[\"°".utf8) + bad + Array("\"]".utf8)
    #expect(throws: MarkupError.notJSON(offset: 4, reason: "no UTF-8")) { try JSON(parsing: bytes) }
  }

  @Test func cutOffAnywhereThrows() throws {
    let whole = Array(#"{"a": [1.5, "x\u00b0", true, null], "b": {"c": -2e3}}"#.utf8)
    _ = try JSON(parsing: whole)
    for end in 0..<whole.count {
      #expect(throws: MarkupError.self) { try JSON(parsing: Array(whole[..<end])) }
    }
  }

  @Test func depthAndNumberHaveLimits() throws {
    let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try json(deepest).count == 1)
    #expect(throws: MarkupError.tooDeep(limit: 512)) { try json("[\(deepest)]") }
    #expect(throws: MarkupError.tooDeep(limit: 512)) { try json(String(repeating: "{\"a\":", count: 100_000)) }
    let many = "[" + String(repeating: "1,", count: 2_000_000) + "1]"
    #expect(throws: MarkupError.tooManyNodes(limit: 2_000_000)) { try json(many) }
  }

  @Test func aValueInsideAScriptIsReadToItsEnd() throws {
    let page = Array("é<script>window.state= {\"a\": \"};\", \"b\": [1]};next('{');</script>\u{1}".utf8) + [0xFF]
    let start = try #require(ByteSearch.firstRange(of: "state=", in: page)).upperBound
    let value = try JSON(parsingPrefixOf: page, from: start)
    #expect(value["a"]?.string == "};")
    #expect(value["b"]?[0]?.number == 1)
    #expect(throws: MarkupError.self) { try JSON(parsingPrefixOf: page, from: start - 1) }
    #expect(throws: MarkupError.empty) { try JSON(parsingPrefixOf: page, from: page.count) }
    #expect(throws: MarkupError.empty) { try JSON(parsingPrefixOf: page, from: -1) }
  }
}
