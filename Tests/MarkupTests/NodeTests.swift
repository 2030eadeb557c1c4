import Markup
import Testing

/// What a node says of itself.
struct NodeTests {
  private func node(_ html: String, _ xpath: String = "//*[@id='x']") throws -> Node {
    try #require(try Document(html: Array(html.utf8)).first(xpath))
  }

  @Test func textLeavesOutWhatAReaderDoesNotSee() throws {
    let cell = try node(
      "<td id=x>Wind<svg name=wind><title>Wind Direction</title></svg> NNE<script>1</script><style>b{}</style> 20 km/h</td>",
      "//*[@id='x']")
    #expect(cell.text == "Wind NNE 20 km/h")
  }

  @Test func aTitleUnderAnSvgCanStillBeAskedFor() throws {
    let page = "<p id=x>a<svg><title>Wind</title></svg></p>"
    #expect(try node(page, "//svg").text == "Wind")
    #expect(try node(page, "//svg/title").text == "Wind")
  }

  @Test func commentsSplitNothing() throws {
    #expect(try node("<p id=x>1<!-- -->3<!-- -->°</p>").text == "13°")
    #expect(try node("<p id=x>1<!-- -->3<!-- -->°</p>").spacedText == "13°")
  }

  @Test func blanksCollapse() throws {
    let blanks = "\n\t a&nbsp;\u{A0} \u{202F}b\u{3000}\u{2009}c \u{85}&nbsp;"
    #expect(try node("<p id=x>\(blanks)</p>").text == "a b c")
    #expect(try node("<p id=x>&nbsp; <b> </b></p>").text == "")
  }

  @Test func charactersThatBeginLikeBlanksStay() throws {
    let text = "−5 … ‐ ² ¬ あ 。 ᚁ ‖"
    #expect(try node("<p id=x>\(text)</p>").text == text)
  }

  @Test func spacedTextPartsElements() throws {
    let row = "<td id=x><span>20°</span><span>15<sup>°</sup></span></td>"
    #expect(try node(row).text == "20°15°")
    #expect(try node(row).spacedText == "20° 15 °")
    #expect(try node("<p id=x>Partly<br>Sunny<svg><path/></svg>x</p>").spacedText == "Partly Sunny x")
  }

  @Test func textEndsWithTheNode() throws {
    #expect(try node("<div><p id=x>a<b>b</b></p>c<p>d</p></div>").text == "ab")
    #expect(try node("<div><br id=x>c</div>").text == "")
  }

  @Test func attributesStandAsTheyAre() throws {
    let link = try node("<a id=x href='/a?b=1&amp;c=2' title=' two  blanks ' hidden data-v='°'>x</a>")
    #expect(link.attribute("href") == "/a?b=1&c=2")
    #expect(link.attribute("title") == " two  blanks ")
    #expect(link.attribute("hidden") != nil)
    #expect(link.attribute("data-v") == "°")
    #expect(link.attribute("dat") == nil)
    #expect(link.attribute("") == nil)
  }

  @Test func relativesAreElements() throws {
    let list = try node("<ul id=x>a<li>1</li><!-- c --><li>2</li><p>3</p></ul>")
    let children = try list.nodes("*")
    #expect(children.map(\.name) == ["li", "li", "p"])
    #expect(children.first?.parent == list)
    #expect(list.parent?.name == "body")
    #expect(list.document.root?.parent == nil)
    #expect(children[0] != children[1])
  }

  @Test func aNodeKeepsItsDocument() throws {
    func detached() throws -> Node? {
      try Document(html: Array("<p>kept<b>alive</b></p>".utf8)).first("//p")
    }
    let node = try #require(try detached())
    #expect(node.text == "keptalive")
    #expect(try node.string("b") == "alive")
  }

  @Test func attributesAndTextsAreNodesToo() throws {
    let document = try Document(html: Array("<a href='/x  y'>one<b>two</b></a>".utf8))
    let href = try #require(try document.first("//@href"))
    #expect(href.name == "href")
    #expect(href.text == "/x y")
    #expect(href.parent?.name == "a")
    #expect(href.attribute("href") == nil)
    #expect(try document.nodes("//text()").map(\.text) == ["one", "two"])
  }
}
