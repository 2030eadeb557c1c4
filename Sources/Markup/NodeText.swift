internal import CLibXML2

/// Gathers the text of a node, each run of blanks as one.
struct NodeText {
  /// Whether the beginning and the end of an element are blanks.
  private let spaced: Bool
  private var bytes: [UInt8] = []
  private var owesBlank = false

  init(spaced: Bool) { self.spaced = spaced }

  /// The text of a node.
  consuming func collect(_ top: xmlNodePtr) -> String {
    var collector = self
    unsafe collector.walk(top)
    return String(decoding: collector.bytes, as: UTF8.self)
  }

  /// A string of libxml2 with its blanks collapsed.
  static func collapsed(_ text: UnsafePointer<xmlChar>) -> String {
    var collector = NodeText(spaced: false)
    unsafe collector.add(text)
    return String(decoding: collector.bytes, as: UTF8.self)
  }

  /// The texts of a list of siblings as they stand, which is the value of an attribute.
  static func verbatim(_ first: xmlNodePtr?) -> String {
    guard let only = unsafe first else { return "" }
    if unsafe only.pointee.next == nil, let content = unsafe only.pointee.content {
      return unsafe String(cString: content)
    }
    var value = ""
    var next = unsafe first
    while let each = unsafe next {
      if let content = unsafe each.pointee.content { unsafe value += String(cString: content) }
      unsafe next = each.pointee.next
    }
    return value
  }

  /// Visits a node and all in it without recursion.
  private mutating func walk(_ top: xmlNodePtr) {
    let isHTML = unsafe top.pointee.doc?.pointee.type == XML_HTML_DOCUMENT_NODE
    var node = unsafe top
    while true {
      var descends = false
      switch unsafe node.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = unsafe node.pointee.content { unsafe add(content) }
      case XML_ELEMENT_NODE:
        if spaced { owesBlank = true }
        descends = unsafe node == top || !isHTML || !Self.isUnseen(node)
      case XML_ATTRIBUTE_NODE, XML_DOCUMENT_NODE, XML_HTML_DOCUMENT_NODE:
        descends = true
      default: break
      }
      if descends, let child = unsafe node.pointee.children {
        unsafe node = child
        continue
      }
      while unsafe node != top, unsafe node.pointee.next == nil, let parent = unsafe node.pointee.parent {
        unsafe node = parent
        if spaced { owesBlank = true }
      }
      guard unsafe node != top, let next = unsafe node.pointee.next else { return }
      unsafe node = next
    }
  }

  /// Whether a reader of the page does not see the text of an element as text.
  private static func isUnseen(_ element: xmlNodePtr) -> Bool {
    guard let name = unsafe element.pointee.name, unsafe name[0] == UInt8(ascii: "s") else { return false }
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

  /// How many bytes the blank takes that stands here: Unicode's White_Space; 0 where none does.
  ///
  /// The text ends in a NUL: reading the byte after one that is not NUL is safe.
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
