import Scraping
import Testing

struct YAMLNodeTests {
  @Test func valuesKnowTheirKeysAndWhereTheyStand() throws {
    let root = try #require(try YAMLNode("a: 1\nb:\n  c: [x, {d: ~}]\n", file: "f.yaml"))
    let entries = try #require(root.entries)
    #expect(entries.map(\.name) == ["a", "b"])
    #expect(entries.map(\.value.line) == [1, 2])
    #expect(entries[0].value.text == "1")
    #expect(root.text == nil)
    let list = try #require(entries[1].value.entries?.first?.value)
    #expect(list.key == "b.c")
    #expect([list.line, list.column] == [3, 3])
    let items = try #require(list.items)
    #expect(items.map(\.text) == ["x", nil])
    let deepest = try #require(items[1].entries?.first?.value)
    #expect(deepest.key == "b.c.d")
    #expect([deepest.line, deepest.column] == [3, 11])
    #expect(deepest.isNull)
    #expect(deepest.file == "f.yaml")
  }

  @Test func quotedTextIsNotNothing() throws {
    let entries = try #require(try YAMLNode("a: ''\nb: 'null'\nc:\nd: null", file: "f").flatMap(\.entries))
    #expect(entries.map(\.value.isNull) == [false, false, true, true])
  }

  @Test(arguments: ["", "# only a comment\n"])
  func aFileMaySayNothing(text: String) throws {
    let root = try YAMLNode(text, file: "f")
    #expect(root == nil)
  }

  @Test func brokenYAMLIsAnErrorWithItsPlace() {
    #expect(throws: YAMLError.malformed(line: 2, column: 2, reason: "did not find expected ',' or ']'")) {
      try YAMLNode("a: [1\nb: 2", file: "f")
    }
  }

  @Test func aKeyThatIsThereTwiceIsNamed() {
    #expect(throws: YAMLError.duplicateKey("b", line: 4, column: 3)) {
      try YAMLNode("a:\n  b: 1\n  c: 2\n  b: 3", file: "f")
    }
  }

  @Test func aliasesThatUnfoldTooFarAreRefused() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let error = #expect(throws: YAMLError.self) { try YAMLNode(text, file: "f") }
    #expect(
      error == .malformed(line: 3, column: 5, reason: "there are too many values here, at most 1000 behind an anchor"))
  }

  @Test func aFileHasALimit() {
    #expect(throws: YAMLError.malformed(line: nil, column: nil, reason: "it is larger than 1 MiB")) {
      try YAMLNode("a: " + String(repeating: "x", count: 1 << 20), file: "f")
    }
  }
}
