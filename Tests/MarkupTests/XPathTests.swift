import Markup
import Testing

/// Evaluating XPath on documents and nodes.
struct XPathTests {
  private let document: Document

  init() throws {
    let rows = (1...3).map {
      "<details class='Row--r--\($0)x'><h2 data-testid='name'>Day \($0)</h2><b>\($0)0°</b></details>"
    }
    document = try Document(html: Array("<body>\(rows.joined())<p> two\n words </p></body>".utf8))
  }

  @Test func nodesComeInTheOrderOfTheDocument() throws {
    #expect(try document.nodes("//b").map(\.text) == ["10°", "20°", "30°"])
    #expect(try document.nodes("//b | //h2").map(\.name) == ["h2", "b", "h2", "b", "h2", "b"])
    #expect(try document.nodes("//b/preceding::b").map(\.text) == ["10°", "20°"])
    #expect(try document.nodes("//i").isEmpty)
  }

  @Test func expressionsAreRelativeToTheirNode() throws {
    let rows = try document.nodes("//details[.//*[@data-testid='name']]")
    #expect(try rows.map { try $0.string(".//b") } == ["10°", "20°", "30°"])
    #expect(try rows[1].first("h2")?.text == "Day 2")
    #expect(try rows[1].nodes("//b").count == 3)
    #expect(try rows[2].exists("preceding-sibling::details"))
    #expect(try !rows[0].exists("preceding-sibling::details"))
  }

  @Test func stringsAreCollapsedAndNilWhereThereIsNone() throws {
    #expect(try document.string("//p") == "two words")
    #expect(try document.string("string(//p)") == "two words")
    #expect(try document.string("concat(//b[1], '/', //p)") == "10°/ two words")
    #expect(try document.string("count(//b)") == "3")
    #expect(try document.string("//i") == nil)
    #expect(try document.string("string(//i)") == nil)
  }

  @Test func existenceIsATruth() throws {
    #expect(try document.exists("//b[.='20°']"))
    #expect(try document.exists("count(//b) = 3"))
    #expect(try !document.exists("//b[.='40°']"))
  }

  @Test(arguments: ["//[", "//p[", "nope(1)", "x:y", "$v", "string(1, 2)", "", "//p[@a='"])
  func aBrokenExpressionThrowsItselfAndTheReason(xpath: String) throws {
    for _ in 1...2 {
      let error = #expect(throws: MarkupError.self) { try document.nodes(xpath) }
      guard case .badXPath(let expression, let text) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(expression == xpath)
      #expect(!text.isEmpty)
      #expect(throws: MarkupError.self) { try document.exists(xpath) }
      #expect(throws: MarkupError.self) { try document.string(xpath) }
    }
    #expect(try document.nodes("//b").count == 3)
  }

  @Test func aNumberIsNoNodes() {
    #expect(throws: MarkupError.badXPath(expression: "1 + 1", text: "yields no nodes")) { try document.nodes("1 + 1") }
  }

  @Test func namespaceNodesAreLeftOut() throws {
    let xml = try Document(xml: Array("<a xmlns:p='urn:p'/>".utf8))
    #expect(try xml.nodes("//namespace::*").isEmpty)
  }

  @Test func nothingIsPrinted() async throws {
    let process = try await #require(processExitsWith: .success, observing: [\.standardErrorContent]) {
      let document = try Document(html: Array("<p></b><svg><x:y a a></p".utf8))
      for xpath in ["nope(1)", "//[", "x:y", "$v"] { _ = try? document.nodes(xpath) }
      for text in ["<a><b></a>", "<a>&x;</a>", "<?xml version='1.0' encoding='NONE'?><a/>", "<a x:y=''/>"] {
        _ = try? Document(xml: Array(text.utf8))
      }
    }
    #expect(String(decoding: process.standardErrorContent, as: UTF8.self) == "")
  }
}
