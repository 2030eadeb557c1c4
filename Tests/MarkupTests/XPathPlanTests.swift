import Testing

@testable import Markup

/// Expressions that are evaluated in parts find what libxml2 finds by itself.
struct XPathPlanTests {
  private static let expressions = [
    "//em", "//em//div", "//em//em", "//em//div//span", ".//em//div", "//em/div//span", "//em[.//div]//span",
    "//*[@x='1']//div[@x]", "//em//@x",
    "(//em//div)[1]", "(//em//div)[3]", "(//em)[2]//div", "(//em)[1]/following-sibling::*", "(.//em//div)",
    "//em//div[1]",
    "//em//div[@x='//']", "//em//text()", "//em | //div", "//div|//em", "//em//div | //em//span|//span",
    "//em//div/preceding-sibling::*[1]",
    "//em//span/following-sibling::div", "(//em//div[not(ancestor::span)])[2]", "/html//em//div",
    "//em//*[self::div or self::span]//em",
    "//div[contains(@x,'|')]", "//em/ancestor::div//span", "//em//div/..", "normalize-space(//em//div)",
    "(//div)[1]|(//em)[2]//div",
  ]

  @Test(arguments: expressions) func theSameNodesAreFound(_ expression: String) throws {
    var generator = Numbers(state: 7)
    for _ in 0..<40 {
      let document = try Document(xml: Array("<html>\(Self.markup(&generator, depth: 0))</html>".utf8))
      for node in try document.nodes("/*") + document.nodes("//div").prefix(2) {
        // What a function stands beside is left to libxml2.
        if expression.hasPrefix("normalize") {
          #expect(try node.string(expression) == (try node.string("concat(\(expression),'')")))
          continue
        }
        let whole = try node.nodes("id('none')|\(expression)")
        #expect(try node.nodes(expression) == whole, "\(expression)")
        #expect(try node.first(expression) == whole.first)
        #expect(try node.exists(expression) == !whole.isEmpty)
        #expect(try node.string(expression) == whole.first.flatMap { $0.text.isEmpty ? nil : $0.text })
      }
    }
  }

  @Test func whatIsNoPathIsLeftWhole() {
    for expression in ["count(//a//b)", "//a//b = 1", "//a[", "//a//b and //c", "$v//a", "1", "", "(//a//b)[last()]"] {
      guard case .whole(expression) = XPathPlan(expression) else {
        Issue.record("\(expression) is not left whole")
        continue
      }
    }
    guard case .path(["//a[@x='//|']", ".//b"]) = XPathPlan("//a[@x='//|']//b") else {
      Issue.record("a path is not parted")
      return
    }
  }

  @Test func workHasItsLimit() throws {
    let document = try Document(
      html: Array(String(repeating: "<a><b>x</b></a>", count: 1000).utf8), workLimit: 10_000)
    #expect(try document.nodes("//a").count == 1000)
    #expect(!document.isExhausted)
    #expect(throws: MarkupError.tooMuchWork) { for _ in 0..<20 { _ = try document.nodes("//a[.//b]") } }
    #expect(document.isExhausted)
    #expect(throws: MarkupError.tooMuchWork) { try document.exists("//a[.//c]") }
  }

  /// Elements within and beside each other, some with an attribute or a text.
  private static func markup(_ numbers: inout Numbers, depth: Int) -> String {
    (0..<Int.random(in: 0...(depth < 4 ? 4 : 0), using: &numbers)).map { _ in
      let mark = ["", " x='1'", " x='|'"].randomElement(using: &numbers) ?? ""
      let text = Bool.random(using: &numbers) ? "t" : ""
      let tag = ["em", "div", "span"].randomElement(using: &numbers) ?? "em"
      return "<\(tag)\(mark)>\(text)\(markup(&numbers, depth: depth + 1))</\(tag)>"
    }.joined()
  }

  /// The same numbers in every run (SplitMix64).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
