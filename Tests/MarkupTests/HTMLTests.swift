import Markup
import Testing

/// HTML as it comes: broken, cut off, in the wrong encoding.
struct HTMLTests {
  private func text(_ html: [UInt8]) throws -> String? {
    try Document(html: html).string("//p")
  }

  @Test func textIsUTF8WhateverThePageSays() throws {
    let page = "<html><head><meta charset='iso-8859-1'></head><body><p>92° − é 雨</p>"
    #expect(try text(Array(page.utf8)) == "92° − é 雨")
  }

  @Test func aByteOrderMarkIsNoText() throws {
    #expect(try text([0xEF, 0xBB, 0xBF] + Array("<p>20°</p>".utf8)) == "20°")
  }

  @Test(arguments: [true, false]) func utf16WithAByteOrderMarkIsRead(littleEndian: Bool) throws {
    let bytes = "\u{FEFF}<p>−5° 🌧</p>".utf16.flatMap { unit -> [UInt8] in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return littleEndian ? [low, high] : [high, low]
    }
    #expect(try text(DecodedText(bytes).bytes) == "−5° 🌧")
  }

  @Test func aBadByteTakesNothingElseWithIt() throws {
    let page = Array("<p>a".utf8) + [0xB0] + Array("b 20°</p><b>c</b>".utf8)
    let document = try Document(html: page)
    #expect(try document.string("//p") == "a\u{FFFD}b 20°")
    #expect(try document.string("//b") == "c")
  }

  @Test func aNULEndsNothing() throws {
    let document = try Document(html: Array("<p title='x\0y'>a\0b<i>c</i></p><script>\0d</script><u>e</u>".utf8))
    #expect(try document.first("//p")?.attribute("title") == "x\u{FFFD}y")
    #expect(try document.string("//p") == "a\u{FFFD}bc")
    #expect(try document.string("//u") == "e")
  }

  @Test func charactersAreWholeWhereverThePiecesEnd() throws {
    for padding in 0..<4 {
      let body = String(repeating: "x", count: padding) + String(repeating: "°雨🌧", count: 5_000)
      #expect(try text(Array("<p>\(body)</p>".utf8)) == body)
    }
  }

  @Test func aPageCutOffAnywhereIsStillRead() throws {
    let page = Array("<html><body><p>first</p><table><tr><td class='temp'>20°</td></tr></table><!-- x --><i>y".utf8)
    let start = try #require(ByteSearch.firstRange(of: "</p>", in: page)).upperBound
    for end in start..<page.count {
      #expect(try text(Array(page[..<end])) == "first")
    }
  }

  @Test(arguments: ["", " \n\t", "<!-- nothing -->"]) func nothingIsEmpty(page: String) {
    #expect(throws: MarkupError.empty) { try Document(html: Array(page.utf8)) }
  }

  @Test func plainTextIsAParagraph() throws {
    #expect(try text(Array("Service unavailable".utf8)) == "Service unavailable")
  }
}
