import Markup
import Testing

/// XML, which is well-formed or nothing, and loads nothing.
struct XMLTests {
  private func document(_ text: String) throws(MarkupError) -> Document {
    try Document(xml: Array(text.utf8))
  }

  @Test func theDeclaredEncodingCounts() throws {
    let bytes = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a b=\"".utf8) + [0xE9] + Array("\">20".utf8)
    let root = try #require(try Document(xml: bytes + [0xB0] + Array("</a>".utf8)).root)
    #expect(root.text == "20°")
    #expect(root.attribute("b") == "é")
  }

  @Test func utf16AndAByteOrderMarkAreRead() throws {
    let utf16 = "\u{FEFF}<a>−5</a>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Document(xml: utf16).root?.text == "−5")
    #expect(try document("\u{FEFF}<a>−5</a>").root?.text == "−5")
  }

  @Test func anUnknownEncodingIsNamed() throws {
    let error = #expect(throws: MarkupError.self) {
      try document("<?xml version=\"1.0\" encoding=\"KLINGON-1\"?><a/>")
    }
    guard case .unsupportedEncoding(let text) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text.contains("KLINGON-1"))
  }

  @Test(arguments: [
    ("<a>\n<b>x</b>\n<c", 3), ("<a>\n<b>x</c></a>", 2), ("<a/>\nx", 2), ("<a>&nbsp;</a>", 1), ("<a b=c/>", 1),
    ("no markup", 1), ("<!-- no element -->", 1),
  ])
  func whatIsNotWellFormedThrowsWithItsLine(text: String, line: Int) throws {
    let error = #expect(throws: MarkupError.self) { try document(text) }
    guard case .notWellFormed(let found, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(found == line)
    #expect(!reason.isEmpty && !reason.contains("\n"))
  }

  @Test func cutOffAnywhereThrows() {
    let whole = Array("<?xml version=\"1.0\"?><a><b c=\"d\">20°</b><!-- x --><![CDATA[y]]></a>".utf8)
    #expect(throws: Never.self) { try Document(xml: whole) }
    for end in 0..<whole.count {
      #expect(throws: MarkupError.self) { try Document(xml: Array(whole[..<end])) }
    }
  }

  @Test func badUTF8Throws() {
    let error = #expect(throws: MarkupError.self) { try Document(xml: Array("<a>".utf8) + [0xB0] + Array("</a>".utf8)) }
    #expect(error?.description.contains("UTF-8") == true)
  }

  @Test(arguments: [
    "<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">",
    "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<!ENTITY % p SYSTEM \"http://127.0.0.1:1/x.dtd\">%p;",
    "<!ENTITY x SYSTEM \"a.gif\" NDATA gif>", "<!NOTATION gif SYSTEM \"gif\">", "<!ELEMENT a (b|c)*>",
    "<!ATTLIST a b (x|y) \"x\" c CDATA \"z\">",
  ])
  func declarationsAreRefused(declaration: String) {
    #expect(throws: MarkupError.needsDeclarations) { try document("<!DOCTYPE a [\(declaration)]><a>t</a>") }
  }

  @Test func anEntityThatADocumentTypeWouldDeclareIsNotLeftOut() throws {
    let type = "<!DOCTYPE a PUBLIC \"-//X//EN\" \"http://127.0.0.1:1/x.dtd\">"
    #expect(throws: MarkupError.needsDeclarations) { try document("\(type)<a>&minus;5</a>") }
    #expect(throws: MarkupError.needsDeclarations) { try document("\(type)<a b='&minus;5'/>") }
    #expect(try document("\(type)<a>5 &lt; &#x36;</a>").root?.text == "5 < 6")
  }

  @Test func namespacesOfTheRootAreKnownByTheirPrefixes() throws {
    let feed = try document(
      "<feed xmlns='urn:f' xmlns:w='urn:w' xmlns:xsi='urn:i'><w:t xsi:nil='true' nil='no'>1</w:t><t>2</t></feed>")
    #expect(try feed.string("//w:t") == "1")
    #expect(try feed.nodes("/feed/t").map(\.text) == ["2"], "a default namespace needs no prefix")
    #expect(try feed.nodes("//*[local-name()='t']").map(\.text) == ["1", "2"])
    let first = try feed.root?.first("*")
    #expect(first?.name == "t")
    #expect(first?.attribute("xsi:nil") == "true")
    #expect(first?.attribute("nil") == "no")
  }

  @Test func scriptAndStyleAreOrdinaryElementsOfXML() throws {
    #expect(try document("<a><style>x</style> y</a>").root?.text == "x y")
  }
}
