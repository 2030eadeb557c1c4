import Markup
import Testing

struct NodeFamilyTests {
  private func node(_ html: String, _ path: String) throws -> Node {
    try #require(try Document(html: Array("<html><body>\(html)</body></html>".utf8)).first(path))
  }

  @Test func elementsAndAttributesComeInTheirOrder() throws {
    let list = try node("<ul id=\"a\" class=\"b\">x<li>1</li><!-- c --><li>2</li></ul>", "//ul")
    #expect(list.elements.map(\.text) == ["1", "2"])
    #expect(list.attributeNames == ["id", "class"])
    #expect(list.elements[0].attributeNames.isEmpty)
  }

  @Test(arguments: [("<p>5°</p>", true), ("<p> <b>5°</b> </p>", false), ("<p><b>5</b>°</p>", true), ("<p></p>", false)])
  func aTextIsAnElementsOwnOrThatOfOneInIt(html: String, isOwn: Bool) throws {
    #expect(try node(html, "//p").hasOwnText == isOwn)
  }

  @Test func aNodeIsFoundAgainInASet() throws {
    let document = try Document(html: Array("<p>1</p><p>2</p>".utf8))
    let all = Set(try document.nodes("//p"))
    #expect(all.count == 2)
    #expect(all.contains(try #require(try document.first("//p[2]"))))
  }
}
