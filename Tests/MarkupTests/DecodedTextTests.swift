import Markup
import Testing

/// Text is read in the encoding that is declared, and in no other.
struct DecodedTextTests {
  /// `−5° é €` or as much of it as there is in an encoding, with what it is in there.
  private static let samples: [(label: String, bytes: [UInt8], text: String)] = [
    ("ISO-8859-1", [0xE9, 0x20, 0x35, 0xB0, 0x20, 0x96, 0x35], "é 5° –5"),
    ("latin1", [0xB0], "°"), ("us-ascii", [0xB0], "°"),
    ("windows-1252", [0x80, 0x35, 0xB0], "€5°"), ("ISO-8859-15", [0xA4, 0xB0], "€°"),
    ("windows-1251", [0xC4, 0xEE, 0xE6, 0xE4, 0xFC], "Дождь"), ("koi8-r", [0xE4, 0xCF, 0xD6, 0xC4, 0xD8], "Дождь"),
    ("ISO-8859-2", [0xB1, 0xE6], "ąć"), ("iso-8859-9", [0xFD, 0xB0], "ı°"), ("windows-1250", [0x9C, 0xB0], "ś°"),
    ("Shift_JIS", [0x90, 0xB0, 0x82, 0xEA], "晴れ"), ("EUC-JP", [0xC0, 0xB2, 0xA4, 0xEC], "晴れ"),
    ("gb2312", [0xC7, 0xE7], "晴"), ("Big5", [0xB4, 0xB8], "晴"), ("EUC-KR", [0xB8, 0xBC, 0xC0, 0xBD], "맑음"),
    ("ISO-2022-JP", [0x1B, 0x24, 0x42, 0x40, 0x32, 0x1B, 0x28, 0x42], "晴"),
  ]

  private func text(_ bytes: [UInt8], _ type: String? = nil) throws(MarkupError) -> String {
    let text = try DecodedText(bytes, contentType: type)
    #expect(text.isUTF8)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return isLittleEndian ? [low, high] : [high, low]
    }
  }

  @Test(arguments: samples.indices) func theHeaderSays(index: Int) throws {
    let (label, bytes, expected) = Self.samples[index]
    for type in ["text/html; charset=\(label)", "application/json;CHARSET=\"\(label.lowercased())\" ; x=y"] {
      #expect(try text(bytes, type) == expected)
    }
  }

  @Test(
    arguments: [
      ("ISO-8859-1", [0x81, 0x8D, 0x8F, 0x90, 0x9D]), ("windows-1252", [0x81, 0x8D, 0x8F, 0x90, 0x9D]),
      ("x-cp1252", [0x9D]), ("windows-1250", [0x81, 0x83, 0x88, 0x90, 0x98]), ("windows-1251", [0x98]),
      ("windows-1253", [0x81, 0x88, 0x9F]), ("iso-8859-9", [0x81, 0x8E, 0x9E]), ("windows-1255", [0x8A, 0x9F]),
      ("windows-1257", [0x83, 0x9F]), ("windows-1258", [0x8A, 0x9E]), ("windows-874", [0x81, 0x9F]),
    ] as [(String, [UInt8])]) func bytesWithoutALetterAreControls(label: String, gaps: [UInt8]) throws
  {
    for gap in gaps {
      let page = Array("<p>A".utf8) + [gap, gap] + Array("b 5".utf8) + [0x96, gap]
      let control = String(Unicode.Scalar(gap))
      let expected = "<p>A\(control)\(control)b 5–\(control)"
      #expect(try text(page, "text/html; charset=\(label)") == expected, "\(label): \(gap)")
    }
    // At the end of a piece of the converter's.
    let long = [UInt8](repeating: 0x41, count: (64 << 10) - 1)
    let page = long + [gaps[0]] + long + [gaps[0], 0x96]
    let control = String(Unicode.Scalar(gaps[0]))
    let run = String(decoding: long, as: UTF8.self)
    #expect(try text(page, "text/html; charset=\(label)") == run + control + run + control + "–")
  }

  @Test(arguments: ["windows-1258", "windows-1255"]) func theLastLetterIsNotHeldBack(label: String) throws {
    #expect(try text([0xB0, 0x96, 0x41], "text/html; charset=\(label)") == "°–A")
  }

  @Test(arguments: samples.indices) func thePageSays(index: Int) throws {
    let (label, bytes, expected) = Self.samples[index]
    let far = String(repeating: "<link href='x'>", count: 2000)
    let heads = [
      "<meta charset=\(label)>", "<META CHARSET = '\(label)' />", "\(far)<meta name=x charset=\"\(label)\">",
      "<meta http-equiv='Content-Type' content='text/html; charset=\(label)'>",
      "<meta content=\"text/html;charset=\(label)\" http-equiv=content-type>",
      "<!-- <meta charset=utf-8> --><script>'<meta charset=utf-8>'</script><title><meta charset=x></title><meta charset=\(label)>",
    ]
    for head in heads {
      let page = Array("<html><head>\(head)</head><body><p>".utf8) + bytes + Array("</p></body></html>".utf8)
      #expect(try text(page).contains("<p>\(expected)</p>"), "\(head)")
    }
  }

  @Test(arguments: samples.indices) func anXMLDeclarationSays(index: Int) throws {
    let (label, bytes, expected) = Self.samples[index]
    let xml = Array("<?xml version=\"1.0\" encoding='\(label)'?>\n<a>".utf8) + bytes + Array("</a>".utf8)
    let decoded = try DecodedText(xml)
    let document = try Document(xml: decoded.bytes, isUTF8: decoded.isUTF8)
    #expect(document.root?.text == expected)
  }

  @Test(arguments: [true, false]) func utf16(isLittleEndian: Bool) throws {
    let json = "{\"a\": \"−5° 🌧\"}"
    #expect(try text(utf16("\u{FEFF}\(json)", isLittleEndian: isLittleEndian), "text/html; charset=utf-8") == json)
    #expect(try text(utf16(json, isLittleEndian: isLittleEndian)) == json, "without a mark")
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>−5°</a>"
    let decoded = try DecodedText(utf16("\u{FEFF}\(xml)", isLittleEndian: isLittleEndian))
    #expect(try Document(xml: decoded.bytes, isUTF8: decoded.isUTF8).root?.text == "−5°")
  }

  @Test func theFirstOfThemCounts() throws {
    let page = "<meta charset=koi8-r><p>°".utf8
    #expect(try text([0xEF, 0xBB, 0xBF] + page, "text/html; charset=windows-1251").hasSuffix("<p>°"))
    let bytes = Array("<meta charset=koi8-r><p>".utf8) + [0xC4]
    #expect(try text(bytes, "text/html; charset=windows-1251").hasSuffix("<p>Д"))
    #expect(try text(bytes, "text/html").hasSuffix("<p>д"))
    #expect(try text(bytes, "text/html; charset=").hasSuffix("<p>д"))
  }

  @Test(
    arguments: [
      ("text/html; charset=utf-8", [0x35, 0xB0]), ("text/html; charset=shift_jis", [0x82, 0x22]),
      ("text/html; charset=gbk", [0xFF, 0xFF]), ("text/html; charset=utf-16", [0x35, 0x36, 0x37, 0x38]),
      ("text/html; charset=windows-1253", [0x41, 0xD2]), ("text/html; charset=iso-8859-7", [0x41, 0xFF]),
      ("application/json; charset=UTF-8", [0x22, 0xE9, 0x22]), ("text/html; charset=utf-16le", [0x35, 0, 0x36]),
    ] as [(String, [UInt8])])
  func whatContradictsItselfIsRefused(type: String, bytes: [UInt8]) {
    let error = #expect(throws: MarkupError.self) { try DecodedText(bytes, contentType: type) }
    guard case .wrongEncoding = error else { Issue.record("\(String(describing: error))"); return }
  }

  @Test func aPageThatSaysUTF8AndIsNotIsRefused() {
    for head in ["<meta charset=utf-8>", "<?xml version='1.0' encoding='utf-8'?>"] {
      #expect(throws: MarkupError.wrongEncoding(declared: "utf-8")) { try DecodedText(Array(head.utf8) + [0xB0]) }
    }
    #expect(throws: MarkupError.self) { try DecodedText([0xEF, 0xBB, 0xBF, 0xB0]) }
  }

  @Test func whatNobodyDeclaresIsUTF8OrNothing() throws {
    #expect(try text(Array("<p>26°".utf8)) == "<p>26°")
    let bytes = Array("<p>26".utf8) + [0xB0]
    let decoded = try DecodedText(bytes)
    #expect(!decoded.isUTF8 && decoded.bytes == bytes)
  }

  @Test(arguments: ["no-such-charset", "utf-7", "x/y", "\u{1B}[31m", "UTF-8//TRANSLIT"]) func anUnknownCharset(
    label: String
  ) throws {
    #expect(try text(Array("26°".utf8), "text/html; charset=\(label)") == "26°")
    let error = #expect(throws: MarkupError.self) {
      try DecodedText([0x32, 0xB0], contentType: "text/html; charset=\(label)")
    }
    guard case .unsupportedEncoding = error else { Issue.record("\(String(describing: error))"); return }
  }

  @Test(arguments: ["iso-8859-1", "windows-1252", "windows-1251"]) func utf8IsNotTakenForAnEncodingOfOneByte(
    label: String
  ) throws {
    #expect(try text(Array("<p>26° 雨".utf8), "text/html; charset=\(label)") == "<p>26° 雨")
  }

  @Test func aMetaInTheBodyOrInJSONSaysNothing() throws {
    let body = "<html><body><meta charset=koi8-r>°"
    #expect(try text(Array(body.utf8)) == body)
    let json = "{\"html\": \"<meta charset=koi8-r>°\"}"
    #expect(try text(Array(json.utf8)) == json)
  }

  @Test(arguments: [
    "<", "<meta", "<meta charset", "<meta charset=", "<meta charset='", "<!--", "<script", "<script></", "<meta ===>",
    "<?xml encoding=", "<?xml encoding='", "<?xml", "<meta / / =x>",
  ]) func whatBreaksOffSaysNothing(text: String) throws {
    #expect(try self.text(Array(text.utf8)) == text)
  }
}
