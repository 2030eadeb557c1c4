import Markup
import Testing

struct JSONPathTests {
  private static let text = """
    {"a": {"b": [1, 2, {"c": "x"}], "d e": true}, "rows": [{"n": 3, "s": "p"}, {"n": 7}, {"n": 5, "s": "q", "z": null}],
    "c": "top", "ü": -1.5}
    """

  private func texts(_ path: String, from start: String? = nil) throws -> [String] {
    let root = try JSON(parsing: Array(Self.text.utf8))
    let value = try start.map { try #require(try JSONPath($0).values(in: root, root: root).first) } ?? root
    return try JSONPath(path).values(in: value, root: root).map { value in
      value.string ?? value.numberText ?? value.bool.map { "\($0)" } ?? (value.isNull ? "null" : "#\(value.count)")
    }
  }

  @Test(
    arguments: [
      ("$.a.b[0]", ["1"]), ("a.b[-1].c", ["x"]), ("$", ["#4"]), ("$.a['d e']", ["true"]), ("$.a[\"d e\"]", ["true"]),
      ("$['ü']", ["-1.5"]), ("$.ü", ["-1.5"]), ("$.a.b[0:2]", ["1", "2"]), ("$.a.b[::-1]", ["#1", "2", "1"]),
      ("$.a.b[1:]", ["2", "#1"]), ("$.a.b[0,1]", ["1", "2"]), ("$..c", ["top", "x"]), ("$.rows[*].n", ["3", "7", "5"]),
      ("$.a.*", ["#3", "true"]), ("$.none", []), ("$.c.d", []), ("$.rows[9]", []), ("$.a.b[5:1:-2]", ["#1"]),
      ("$.rows..n", ["3", "7", "5"]), ("$.a.b[0:9:0]", []), ("[0]", []),
    ])
  func paths(path: String, found: [String]) throws {
    #expect(try Set(texts(path)) == Set(found))
    #expect(try texts(path).count == found.count)
  }

  @Test(
    arguments: [
      ("@.n == 7", ["7"]), ("@.n != 7", ["3", "5"]), ("@.n < 5", ["3"]), ("@.n <= 5", ["3", "5"]), ("@.n > 5", ["7"]),
      ("@.n >= 5", ["7", "5"]), ("@.s", ["3", "5"]), ("!@.s", ["7"]), ("@.s == 'p' || @.n == 7", ["3", "7"]),
      ("@.s && @.n > 3", ["5"]), ("(@.n == 3 || @.n == 7) && !@.s", ["7"]), ("@.z == null", ["5"]),
      ("@.s == \"q\"", ["5"]), ("@.s > 'p'", ["5"]), ("@.n == $.a.b[0]", []), ("@.none == @.nothing", ["3", "7", "5"]),
      ("@.n > 'p'", []), ("@.n == 3.0e0", ["3"]),
    ])
  func filters(filter: String, found: [String]) throws {
    #expect(try texts("$.rows[?\(filter)].n") == found)
  }

  @Test func relativePathsBeginAtAValueAndAbsoluteOnesAtTheDocument() throws {
    #expect(try texts("b[0]", from: "$.a") == ["1"])
    #expect(try texts("$.c", from: "$.a") == ["top"])
    #expect(try texts("@.b[1]", from: "$.a") == ["2"])
  }

  @Test func theLastNameIsTheFieldsOwn() throws {
    #expect(try JSONPath("data.instant.details.air_temperature").lastName == "air_temperature")
    #expect(try JSONPath("$['a'][0]").lastName == "a")
    #expect(try JSONPath("$[0]").lastName == nil)
  }

  @Test(
    arguments: [
      "$.", "$..", "$[", "$[]", "$.a b", "$['a'", "$[?]", "$[?@.a ==]", "$[?@.a = 1]", "$.a[1", "$.1a", "$[?1]",
      "$x", "$.length()", "$[?count(@)>1]", String(repeating: "a", count: 1001),
      "$[?" + String(repeating: "(", count: 40) + "@",
    ])
  func brokenPathsAreRefused(path: String) {
    #expect(throws: MarkupError.self) { try JSONPath(path) }
  }

  @Test func muchWorkIsGivenUp() throws {
    let nested = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
    let root = try JSON(parsing: Array("[\(Array(repeating: nested, count: 100).joined(separator: ","))]".utf8))
    #expect(throws: MarkupError.tooMuchWork) { try JSONPath("$..*..*").values(in: root, root: root) }
  }
}
