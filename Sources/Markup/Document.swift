internal import CLibXML2

/// A parsed HTML or XML document, which lives as long as any of its nodes.
///
/// It is not Sendable: evaluating XPath writes to the one context that all queries share, and a document is read where it
/// was parsed. Send the bytes, or what was read.
@safe
public final class Document {
  /// The nodes that a document may have by default: ten times those of the largest known response, and some 80 MB. An attribute
  /// counts as two, as its value is a node of its own.
  public static let defaultNodeBudget = 500_000
  /// The steps from node to node that all XPath expressions on a document may take by default: a hundred times through the
  /// largest document, which takes a few seconds.
  public static let defaultWorkLimit = 100_000_000

  let tree: Tree
  let evaluator: XPathEvaluator

  /// Whether an XPath expression was given up since all of them together took too much work: what was read may lack values.
  public var isExhausted: Bool { evaluator.isExhausted }

  /// Reads an HTML page, mending what is broken in it as browsers do, however it is cut off.
  ///
  /// The bytes are UTF-8 (``DecodedText``) whatever the page says of itself; invalid ones become U+FFFD.
  ///
  /// - Parameters:
  ///   - nodeBudget: how many nodes the page may have.
  ///   - workLimit: how many steps from node to node all expressions together may take.
  /// - Throws: ``MarkupError/empty``, ``MarkupError/tooManyNodes(limit:)``, ``MarkupError/tooDeep(limit:)``.
  public convenience init(
    html bytes: [UInt8], nodeBudget: Int = Document.defaultNodeBudget, workLimit: Int = Document.defaultWorkLimit
  ) throws(MarkupError) {
    try self.init(Tree.html(Self.mended(bytes), nodeBudget: nodeBudget), workLimit: workLimit)
  }

  /// Reads XML in the encoding that it declares. Nothing outside the document is ever loaded.
  ///
  /// - Parameters:
  ///   - isUTF8: whether the bytes were converted to UTF-8 and their declaration does not count any more.
  ///   - nodeBudget: how many nodes the document may have.
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

  /// The outermost element.
  public var root: Node? {
    unsafe xmlDocGetRootElement(tree.document).map { unsafe Node($0, of: self) }
  }

  /// The nodes that an XPath expression finds, in the order of the document.
  ///
  /// Prefixes declared on the root are known; elements of a default namespace are found by their names alone. Paths such as
  /// `//a//b`, also in brackets, and unions take time in proportion to the document; within functions and operators they do not.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, ``MarkupError/tooMuchWork``.
  public func nodes(_ xpath: String) throws(MarkupError) -> [Node] { try top.nodes(xpath) }

  /// See ``Node/first(_:)``.
  public func first(_ xpath: String) throws(MarkupError) -> Node? { try top.first(xpath) }

  /// See ``Node/string(_:)``.
  public func string(_ xpath: String) throws(MarkupError) -> String? { try top.string(xpath) }

  /// See ``Node/exists(_:)``.
  public func exists(_ xpath: String) throws(MarkupError) -> Bool { try top.exists(xpath) }

  /// Gives a variable of the expressions (`$area`) its text.
  public func setVariable(_ name: String, to text: String) { evaluator.setVariable(name, to: text) }

  /// The node above the root, from which absolute and relative expressions start alike.
  private var top: Node {
    unsafe Node(UnsafeMutableRawPointer(tree.document).assumingMemoryBound(to: xmlNode.self), of: self)
  }

  /// A page in UTF-8 that libxml2 reads to the end: at the first byte that is no UTF-8 it may go on in Latin-1, and a NUL may
  /// end a text, an attribute or a script.
  private static func mended(_ bytes: [UInt8]) -> [UInt8] {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let isUTF8 = (try? UTF8Span(validating: body.span)) != nil
    if isUTF8, ByteSearch.firstRange(of: "\0", in: body) == nil { return body }
    return Array(String(decoding: body, as: UTF8.self).replacing("\0", with: "\u{FFFD}").utf8)
  }
}

@available(*, unavailable)
extension Document: Sendable {}
