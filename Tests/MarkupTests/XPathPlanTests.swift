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
    "(//div)[1]|(//em)[2]//div", "(//em//div)[1][@x]", "(//em)[2][not(.//span)]", "(//em//@x)[1][.='1']",
    "(//em)[1][@x]//div",
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

  /// What yields a number without a blank in it, or looks as if it did and is a name.
  private static let arithmetic = [
    "@x*0.1", "@x*2", "@x*@x", "text()-1", "count(//em)-1", "count(//em)*2", ".*2", ".-1", "*-1", "**2", "@*-1", "@**2",
    "//em*2", "//em//div*2", "//em[1]*2", "//em[1]-1", "em[@x]*-1", "(//em)[1]*2", "(//em)[1]/@x*2", "(//em//div)*2",
    ".5", ".5*2", "-//em", "-.5", "-@x", "//em//@x*//div//@x", "@x*2|@x", "//text()*2", "*[1]div 2", ".div 2",
    "//div//@x+1", "//em//@x-1", "@x=1", "//em//@x!=1", "1.5*@x", "@x<2", "//em-1",
  ]

  @Test(arguments: arithmetic) func theSameNumbersAreFound(_ expression: String) throws {
    var generator = Numbers(state: 11)
    for _ in 0..<20 {
      let document = try Document(xml: Array("<html>\(Self.markup(&generator, depth: 0))</html>".utf8))
      for node in try document.nodes("/*") + document.nodes("//div[@x]").prefix(2) + document.nodes("//em").prefix(2) {
        let whole = Result { try node.string("concat(\(expression),'')") }
        let found = Result { try node.string(expression) }
        switch (found, whole) {
        case (.success(let text), .success(let expected)): #expect(text == expected, "\(expression)")
        case (.failure, .failure): break
        default: Issue.record("\(expression): \(found), and \(whole) by itself")
        }
      }
    }
  }

  @Test func whatIsNoPathIsLeftWhole() {
    let names = ["//em//@x-1", "//em-1"]
    let others = [
      "count(//a//b)", "//a//b = 1", "//a[", "//a//b and //c", "$v//a", "1", "", "(//a//b)[last()]", "count(a)-1",
      "//a/", "./", "//a(", "//a/text(", "text()div(2)", "//a]", "//a)", "//a/5",
    ]
    for expression in others + Self.arithmetic where !names.contains(expression) {
      guard case .whole(expression) = XPathPlan(expression) else {
        Issue.record("\(expression) is not left whole")
        continue
      }
    }
    for path in [
      "//a[@x='//|']//b", "//a-1//b", "//*//b", "//@*", "/", ".", "*", "@x", "a.b//c", "x:*//x:a", "child::a//b",
      "//a/*/b//text()", "//a/self::*[1][2]//b", "//attribute::*", "_a//node()", "//comment()/text()", "//a-1.5",
    ] {
      guard case .path(let parts) = XPathPlan(path) else {
        Issue.record("\(path) is not parted")
        continue
      }
      let text = parts.joined(separator: "\n").replacing("\n.//", with: "//")
      #expect(text == path)
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
