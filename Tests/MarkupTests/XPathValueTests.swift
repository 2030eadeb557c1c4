import Markup
import Testing

/// Expressions that are checked where they are made, with variables, and the texts that they find.
struct XPathValueTests {
  private let document: Document

  init() throws {
    document = try Document(
      xml: Array("<a u='C'><b/><b v='7'>x<i>y</i></b><c n='ab'>1</c><c n='cd'>2</c></a>".utf8))
  }

  private func value(_ path: String) throws -> String? {
    try document.root?.value(try XPath(path))?.text
  }

  @Test func theFirstTextThatIsNotEmptyCounts() throws {
    #expect(try value("b") == "x y")
    #expect(try value("//c/@n") == "ab")
    #expect(try value("b[1]") == nil)
    #expect(try value("none") == nil)
  }

  @Test func numbersTruthsAndStringsAreTexts() throws {
    #expect(try value("count(c)") == "2")
    #expect(try value("c='1'") == "true")
    #expect(try value("concat(@u,'!')") == "C!")
  }

  @Test func variablesAreTexts() throws {
    document.setVariable("area", to: "cd")
    #expect(try value("//c[@n=$area]") == "2")
    document.setVariable("area", to: "ab'\"]")
    #expect(try value("//c[@n=$area]") == nil)
    #expect(try XPath("//c[@n=$area]").variables == ["area"])
    #expect(try XPath("//c[@n='$area']").variables.isEmpty)
    #expect(throws: MarkupError.self) { try value("//c[@n=$unknown]") }
  }

  @Test func theElementOfAnAttributeIsTheOneItStandsAt() throws {
    let found = try document.root?.value(try XPath("b/@v"))
    #expect(found?.node?.element.name == "b")
    #expect(try document.root?.value(try XPath("c"))?.node?.element.name == "c")
  }

  @Test(arguments: ["//a[", "a b", "//", "a[@b='c]", "string-join(a)", "ends-with(a,'b')", "$", ""])
  func brokenExpressionsAreRefused(path: String) {
    #expect(throws: MarkupError.self) { try XPath(path) }
  }
}
