internal import CLibXML2

/// A node of a document: an element, or an attribute or a text that an XPath expression found.
@safe
public struct Node {
  /// The document that the node is part of and keeps alive.
  public let document: Document

  let pointer: xmlNodePtr

  init(_ pointer: xmlNodePtr, of document: Document) {
    self.document = document
    unsafe self.pointer = pointer
  }

  /// The name without a namespace prefix; libxml2 names a text `text`.
  public var name: String { unsafe pointer.pointee.name.map { unsafe String(cString: $0) } ?? "" }

  /// The text in the node with each run of blanks (U+00A0 too) as one, and none at the ends; in HTML without what stands in an
  /// `svg`, `script` or `style` within the node.
  public var text: String { unsafe NodeText(spaced: false).collect(pointer) }

  /// ``text`` with a blank where an element begins or ends: the two cells 20° and 15° read "20° 15°", not "20°15°".
  public var spacedText: String { unsafe NodeText(spaced: true).collect(pointer) }

  /// The value of an attribute as it stands, by its name with or without a prefix; nil where there is none.
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

  /// The element that the node stands in; nil for the root.
  public var parent: Node? {
    guard let parent = unsafe pointer.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else { return nil }
    return unsafe Node(parent, of: document)
  }
}

extension Node {
  /// The nodes that an XPath expression finds as seen from this one, in the order of the document.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, also where the expression yields no nodes but a string;
  ///   ``MarkupError/tooMuchWork``.
  public func nodes(_ xpath: String) throws(MarkupError) -> [Node] {
    try unsafe document.evaluator.nodes(xpath, at: pointer).map { unsafe Node($0, of: document) }
  }

  /// The first node that an XPath expression finds as seen from this one; throws as ``nodes(_:)``.
  public func first(_ xpath: String) throws(MarkupError) -> Node? {
    try unsafe document.evaluator.nodes(xpath, at: pointer, limit: 1).first.map { unsafe Node($0, of: document) }
  }

  /// The ``text`` of the first node that an XPath expression finds, or the string that it yields with its blanks collapsed;
  /// nil where that is empty or there is none.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, ``MarkupError/tooMuchWork``.
  public func string(_ xpath: String) throws(MarkupError) -> String? {
    let text = try unsafe document.evaluator.string(xpath, at: pointer)
    return text == "" ? nil : text
  }

  /// Whether an XPath expression finds a node or yields a truth; cheaper than looking for all of them.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, ``MarkupError/tooMuchWork``.
  public func exists(_ xpath: String) throws(MarkupError) -> Bool {
    try unsafe document.evaluator.test(xpath, at: pointer)
  }
}

extension Node: Equatable {
  /// Whether both are the same node of the same document.
  public static func == (left: Node, right: Node) -> Bool { unsafe left.pointer == right.pointer }
}
