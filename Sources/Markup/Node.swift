internal import CLibXML2

/// A node of a document: an element, or an attribute or text that an XPath expression matched.
@safe
public struct Node {
  /// The document, kept alive by the node.
  public let document: Document

  let pointer: xmlNodePtr

  init(_ pointer: xmlNodePtr, of document: Document) {
    self.document = document
    unsafe self.pointer = pointer
  }

  /// The name without namespace prefix; `text` for a text node.
  public var name: String { unsafe pointer.pointee.name.map { unsafe String(cString: $0) } ?? "" }

  /// The node's text with whitespace (including U+00A0) collapsed and trimmed; in HTML without the contents of `svg`,
  /// `script` and `style` elements inside the node.
  public var text: String { unsafe NodeText(spaced: false).collect(pointer) }

  /// ``text`` with a blank between elements: the two cells 20° and 15° give "20° 15°", not "20°15°".
  public var spacedText: String { unsafe NodeText(spaced: true).collect(pointer) }

  /// An attribute's value as written, by its name with or without prefix; nil if there is none.
  public func attribute(_ name: String) -> String? {
    guard unsafe pointer.pointee.type == XML_ELEMENT_NODE else { return nil }
    var found: xmlAttrPtr? = nil
    var next = unsafe pointer.pointee.properties
    while let each = unsafe next {
      let namespace = unsafe each.pointee.ns
      if unsafe xmlStrQEqual(namespace?.pointee.prefix, each.pointee.name, name) == 1 {
        unsafe found = each
        break
      }
      if unsafe found == nil, unsafe xmlStrEqual(each.pointee.name, name) == 1 { unsafe found = each }
      unsafe next = each.pointee.next
    }
    guard let found = unsafe found else { return nil }
    guard let text = unsafe xmlNodeListGetString(found.pointee.doc, found.pointee.children, 1) else { return "" }
    defer { unsafe clibxml2_free(text) }
    return unsafe String(cString: text)
  }

  /// The parent element; nil for the root.
  public var parent: Node? {
    guard let parent = unsafe pointer.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else { return nil }
    return unsafe Node(parent, of: document)
  }
}

extension Node {
  /// The nodes that an XPath expression matches relative to this one, in document order.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, also if the result is not a node set;
  ///   ``MarkupError/tooMuchWork``.
  public func nodes(_ xpath: String) throws(MarkupError) -> [Node] {
    try unsafe document.evaluator.nodes(xpath, at: pointer).map { unsafe Node($0, of: document) }
  }

  /// The first node that an XPath expression matches; throws as ``nodes(_:)``.
  public func first(_ xpath: String) throws(MarkupError) -> Node? {
    try unsafe document.evaluator.nodes(xpath, at: pointer, limit: 1).first.map { unsafe Node($0, of: document) }
  }

  /// The ``text`` of the first node that an XPath expression matches, or its string value with whitespace collapsed;
  /// nil if there is none or it is empty.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, ``MarkupError/tooMuchWork``.
  public func string(_ xpath: String) throws(MarkupError) -> String? {
    let text = try unsafe document.evaluator.string(xpath, at: pointer)
    return text == "" ? nil : text
  }

  /// True if an XPath expression matches a node or is true; cheaper than evaluating all matches.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, ``MarkupError/tooMuchWork``.
  public func exists(_ xpath: String) throws(MarkupError) -> Bool {
    try unsafe document.evaluator.test(xpath, at: pointer)
  }
}

extension Node: Equatable {
  /// True for the same node of the same document.
  public static func == (left: Node, right: Node) -> Bool { unsafe left.pointer == right.pointer }
}
