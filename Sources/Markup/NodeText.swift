internal import CLibXML2

/// Collects a node's text with whitespace collapsed.
struct NodeText {
  /// True to separate elements by blanks.
  private let spaced: Bool
  private var bytes: [UInt8] = []
  private var owesBlank = false

  init(spaced: Bool) { self.spaced = spaced }

  /// The text of a node.
  consuming func collect(_ top: xmlNodePtr) -> String {
    var collector = self
    unsafe collector.add(top, in: top)
    return String(decoding: collector.bytes, as: UTF8.self)
  }

  /// A libxml2 string with whitespace collapsed.
  static func collapsed(_ text: UnsafePointer<xmlChar>) -> String {
    var collector = NodeText(spaced: false)
    unsafe collector.add(text)
    return String(decoding: collector.bytes, as: UTF8.self)
  }

  /// Appends the text of a node inside another one. The recursion is bounded by the parser's depth limit.
  private mutating func add(_ node: xmlNodePtr, in top: xmlNodePtr) {
    switch unsafe node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = unsafe node.pointee.content { unsafe add(content) }
    case XML_ELEMENT_NODE, XML_ATTRIBUTE_NODE, XML_DOCUMENT_NODE, XML_HTML_DOCUMENT_NODE:
      if spaced { owesBlank = true }
      if unsafe node != top, unsafe Self.isUnseen(node) { return }
      var next = unsafe node.pointee.children
      while let child = unsafe next {
        unsafe add(child, in: top)
        unsafe next = child.pointee.next
      }
      if spaced { owesBlank = true }
    default: break
    }
  }

  /// True for HTML elements whose text browsers do not display.
  private static func isUnseen(_ element: xmlNodePtr) -> Bool {
    guard let name = unsafe element.pointee.name, unsafe name[0] == UInt8(ascii: "s"),
      unsafe element.pointee.doc?.pointee.type == XML_HTML_DOCUMENT_NODE
    else { return false }
    return unsafe xmlStrEqual(name, "svg") == 1 || xmlStrEqual(name, "script") == 1 || xmlStrEqual(name, "style") == 1
  }

  private mutating func add(_ text: UnsafePointer<xmlChar>) {
    var next = unsafe text
    while unsafe next.pointee != 0 {
      let blank = unsafe Self.blankWidth(next)
      if blank > 0 {
        owesBlank = true
        unsafe next += blank
      } else {
        if owesBlank, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        owesBlank = false
        unsafe bytes.append(next.pointee)
        unsafe next += 1
      }
    }
  }

  /// The length in bytes of the whitespace character (Unicode White_Space) at a position; 0 if there is none.
  ///
  /// The text is NUL-terminated, so reading the byte after a non-NUL byte is safe.
  private static func blankWidth(_ text: UnsafePointer<xmlChar>) -> Int {
    switch unsafe text[0] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2: return unsafe text[1] == 0xA0 || text[1] == 0x85 ? 2 : 0
    case 0xE1: return unsafe text[1] == 0x9A && text[2] == 0x80 ? 3 : 0
    case 0xE2 where unsafe text[1] == 0x80:
      return unsafe (0x80...0x8A).contains(text[2]) || [0xA8, 0xA9, 0xAF].contains(text[2]) ? 3 : 0
    case 0xE2: return unsafe text[1] == 0x81 && text[2] == 0x9F ? 3 : 0
    case 0xE3: return unsafe text[1] == 0x80 && text[2] == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
