import Markup
import Testing

/// Markup that was made to fill the memory, the stack or the time.
@Suite(.timeLimit(.minutes(2)))
struct HostileMarkupTests {
  private func bytes(_ text: String, _ count: Int, before: String = "", after: String = "") -> [UInt8] {
    let part = Array(text.utf8)
    var bytes = Array(before.utf8)
    bytes.reserveCapacity(bytes.count + part.count * count + after.utf8.count)
    for _ in 0..<count { bytes += part }
    return bytes + Array(after.utf8)
  }

  private let tooMany = MarkupError.tooManyNodes(limit: Document.defaultNodeBudget)
  private let tooDeep = MarkupError.tooDeep(limit: 256)

  @Test func sixteenMegabytesOfParagraphsAreRefused() {
    #expect(throws: tooMany) { try Document(html: bytes("<p>x", 4 << 20)) }
    #expect(throws: tooMany) { try Document(xml: bytes("<p>x</p>", 2 << 20, before: "<a>", after: "</a>")) }
  }

  @Test(arguments: ["<!--x-->", "<?x?>", "<i/>", "x<i/>"]) func everyKindOfNodeCounts(part: String) {
    #expect(throws: tooMany) { try Document(xml: bytes(part, 1 << 20, before: "<a>", after: "</a>")) }
    #expect(throws: tooMany) { try Document(html: bytes(part, 1 << 20, before: "<p>")) }
  }

  @Test func theBudgetIsTheCallersToSet() throws {
    #expect(throws: MarkupError.tooManyNodes(limit: 10)) { try Document(html: bytes("<p>x", 10), nodeBudget: 10) }
    #expect(throws: MarkupError.tooManyNodes(limit: 10)) {
      try Document(xml: bytes("<b/>", 10, before: "<a>"), nodeBudget: 10)
    }
    #expect(try Document(html: bytes("<p>x", 4), nodeBudget: 10).nodes("//p").count == 4)
    #expect(
      try Document(xml: bytes("<b c='d'/>", 3, before: "<a>", after: "</a>"), nodeBudget: 10).nodes("//b").count == 3)
  }

  @Test func aLongTextIsOneNode() throws {
    let text = bytes("cloud ", 10_000)
    #expect(try Document(html: text, nodeBudget: 4).root?.text.utf8.count == 59_999)
  }

  @Test(arguments: ["<div>", "<b>", "<p><font>", "<table><tr><td>", "<ul><li>", "<svg>"])
  func deepNestingIsRefused(part: String) {
    #expect(throws: tooDeep) { try Document(html: bytes(part, 100_000)) }
    #expect(throws: tooDeep) { try Document(xml: bytes("<a>", 100_000)) }
  }

  @Test func depthWithinTheLimitIsRead() throws {
    let html = try Document(html: bytes("<div>", 250, after: "deep"))
    #expect(html.root?.text == "deep")
    #expect(try html.nodes("//div//div").count == 249)
  }

  @Test(arguments: ["</b>x", "&amp;", "<!", "<?", "</", "<a ", "&", "<!--", "<![CDATA["])
  func megabytesOfHalvesEnd(part: String) {
    // Any outcome is good, so long as there is one.
    _ = try? Document(html: bytes(part, 500_000)).root?.text
  }

  @Test func texts12MegabytesLongAreRead() throws {
    let count = 12 << 20
    let (before, after) = ("<a>", "</a>")
    #expect(try Document(html: bytes("x", count)).root?.text.utf8.count == count)
    #expect(try Document(xml: bytes("x", count, before: before, after: after)).root?.text.utf8.count == count)
    #expect(try Document(html: bytes("x", count, before: "<p title='", after: "'>y")).string("//p") == "y")
    #expect(try Document(html: bytes("x", count, before: "<script>", after: "</script><p>y")).string("//p") == "y")
    let value = try Document(xml: bytes("x", count, before: "<a b='", after: "'/>")).root?.attribute("b")
    #expect(value?.utf8.count == count)
  }

  @Test func attributesAndNamespacesWithoutEndAreRefused() {
    let attributes = (0..<400_000).map { " a\($0)=''" }.joined()
    #expect(throws: tooMany) { try Document(html: Array("<p\(attributes)>x".utf8)) }
    #expect(throws: tooMany) { try Document(xml: Array("<p\(attributes)/>".utf8)) }
    let namespaces = (0..<400_000).map { " xmlns:a\($0)='u'" }.joined()
    #expect(throws: tooMany) { try Document(xml: Array("<p\(namespaces)/>".utf8)) }
  }

  @Test func noiseEnds() {
    // Bad UTF-8 is mended one byte at a time, which the test library makes slow: a megabyte of it will do.
    let noise = noise(bytes: 1 << 20, mask: .max)
    let ascii = self.noise(bytes: 10 << 20, mask: 0x7F7F_7F7F_7F7F_7F7F)
    var markup = ascii
    for index in stride(from: 0, to: markup.count, by: 7) { markup[index] = UInt8(ascii: "<") }
    for bytes in [noise, ascii, markup] {
      _ = try? Document(html: bytes).root?.text
      #expect(throws: MarkupError.self) { try Document(xml: bytes) }
      #expect(throws: MarkupError.self) { try JSON(parsing: bytes) }
    }
  }

  /// The same noise in each run.
  private func noise(bytes count: Int, mask: UInt64) -> [UInt8] {
    var state: UInt64 = 20
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      let words = UnsafeMutableRawBufferPointer(buffer)
      for offset in stride(from: 0, to: count, by: 8) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        words.storeBytes(of: (state ^ state >> 31) & mask, toByteOffset: offset, as: UInt64.self)
      }
      initialized = count
    }
  }
}
