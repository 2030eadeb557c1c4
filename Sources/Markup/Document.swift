internal import CLibXML2

/// A parsed HTML or XML document; it lives as long as any of its nodes.
///
/// Not Sendable, because all XPath queries write to one shared context. Send the bytes or the extracted values instead.
@safe
public final class Document {
  /// Default limit on nodes: ten times the largest known response, about 80 MB. An attribute counts as two, because its
  /// value is a node of its own.
  public static let defaultNodeBudget = 500_000
  /// Default limit on node visits by all XPath expressions on a document: a hundred passes over the largest document,
  /// which take a few seconds.
  public static let defaultWorkLimit = 100_000_000

  let tree: Tree
  let evaluator: XPathEvaluator

  /// True if an XPath expression was aborted because the document's work limit was reached: values may be missing.
  public var isExhausted: Bool { evaluator.isExhausted }

  /// Parses HTML leniently, as browsers do, including truncated pages.
  ///
  /// The bytes must be UTF-8 (``DecodedText``), whatever the page declares; invalid ones become U+FFFD.
  ///
  /// - Parameters:
  /// - nodeBudget: maximum number of nodes.
  /// - workLimit: maximum number of node visits by all expressions together.
  /// - Throws: ``MarkupError/empty``, ``MarkupError/tooManyNodes(limit:)``, ``MarkupError/tooDeep(limit:)``.
  public convenience init(
    html bytes: [UInt8], nodeBudget: Int = Document.defaultNodeBudget, workLimit: Int = Document.defaultWorkLimit
  ) throws(MarkupError) {
    try self.init(Tree.html(Self.mended(bytes), nodeBudget: nodeBudget), workLimit: workLimit)
  }

  /// Parses XML in its declared encoding. External entities are never loaded.
  ///
  /// - Parameters:
  /// - isUTF8: true if the bytes were converted to UTF-8, so that the declaration no longer applies.
  /// - nodeBudget: maximum number of nodes.
  /// - Throws: ``MarkupError/notWellFormed(line:text:)``, ``MarkupError/needsDeclarations``,
  ///   ``MarkupError/unsupportedEncoding(text:)`` and what ``init(html:nodeBudget:)`` throws.
  public convenience init(
    xml bytes: [UInt8], isUTF8: Bool = false, nodeBudget: Int = Document.defaultNodeBudget
  ) throws(MarkupError) {
    try self.init(Tree.xml(bytes, isUTF8: isUTF8, nodeBudget: nodeBudget), workLimit: Self.defaultWorkLimit)
  }

  private init(_ tree: Tree, workLimit: Int) throws(MarkupError) {
    self.tree = tree
    self.evaluator = try XPathEvaluator(tree, limit: workLimit)
  }

  /// The root element.
  public var root: Node? {
    unsafe xmlDocGetRootElement(tree.document).map { unsafe Node($0, of: self) }
  }

  /// The nodes that an XPath expression matches, in document order.
  ///
  /// Prefixes declared on the root can be used; elements in a default namespace match by name alone. Paths such as
  /// `//a//b`, also in parentheses, and unions take linear time; within functions and operators they do not.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, ``MarkupError/tooMuchWork``.
  public func nodes(_ xpath: String) throws(MarkupError) -> [Node] { try top.nodes(xpath) }

  /// See ``Node/first(_:)``.
  public func first(_ xpath: String) throws(MarkupError) -> Node? { try top.first(xpath) }

  /// See ``Node/string(_:)``.
  public func string(_ xpath: String) throws(MarkupError) -> String? { try top.string(xpath) }

  /// See ``Node/exists(_:)``.
  public func exists(_ xpath: String) throws(MarkupError) -> Bool { try top.exists(xpath) }

  /// Sets an XPath variable (`$area`).
  public func setVariable(_ name: String, to text: String) { evaluator.setVariable(name, to: text) }

  /// The document node, the start of both absolute and relative expressions.
  private var top: Node {
    unsafe Node(UnsafeMutableRawPointer(tree.document).assumingMemoryBound(to: xmlNode.self), of: self)
  }

  /// Makes a page safe for libxml2: at the first invalid UTF-8 byte it may switch to Latin-1, and a NUL may end a text,
  /// an attribute or a script.
  private static func mended(_ bytes: [UInt8]) -> [UInt8] {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let isUTF8 = (try? UTF8Span(validating: body.span)) != nil
    if isUTF8, ByteSearch.firstRange(of: "\0", in: body) == nil { return body }
    return Array(String(decoding: body, as: UTF8.self).replacing("\0", with: "\u{FFFD}").utf8)
  }
}

@available(*, unavailable)
extension Document: Sendable {}
