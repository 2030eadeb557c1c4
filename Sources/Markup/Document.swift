internal import CLibXML2

/// A parsed HTML or XML document, which lives as long as any of its nodes.
///
/// It is not Sendable: evaluating XPath writes to the one context that all queries share, and a document is read where it
/// was parsed. Send the bytes, or what was read.
@safe
public final class Document {
  /// The nodes that a document may have unless told otherwise: ten times those of the largest known answer, and some 80 MB.
  /// An attribute counts as two, as its value is a node of its own.
  public static let defaultNodeBudget = 500_000
  /// The steps from node to node that all XPath expressions on a document may take unless told otherwise: a hundred and more
  /// through the largest document that there can be, which take a few seconds.
  public static let defaultWorkLimit = 100_000_000

  let tree: Tree
  let evaluator: XPathEvaluator

  /// Whether an XPath expression was given up since all of them together took too much work: what was read may lack values.
  public var isExhausted: Bool { evaluator.isExhausted }

  /// Reads an HTML page, mending what is broken in it as browsers do, however it is cut off.
  ///
  /// The bytes are UTF-8 whatever the page says of itself, or UTF-16 where they begin with its byte order mark; what is no
  /// UTF-8 becomes U+FFFD and takes nothing else with it.
  ///
  /// - Parameters:
  ///   - nodeBudget: how many nodes the page may have.
  ///   - workLimit: how many steps from node to node all expressions together may take.
  /// - Throws: ``MarkupError/empty``, ``MarkupError/tooManyNodes(limit:)``, ``MarkupError/tooDeep(limit:)``.
  public convenience init(
    html bytes: [UInt8], nodeBudget: Int = Document.defaultNodeBudget, workLimit: Int = Document.defaultWorkLimit
  ) throws(MarkupError) {
    try self.init(Tree.html(PageText.utf8(bytes), nodeBudget: nodeBudget), workLimit: workLimit)
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
  /// Prefixes declared on the root are known; a default namespace needs `*[local-name()='x']`. Paths such as `//a//b`, also in
  /// brackets, and unions take time in proportion to the document; within functions and operators they do not.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, ``MarkupError/tooMuchWork``.
  public func nodes(_ xpath: String) throws(MarkupError) -> [Node] {
    try top.nodes(xpath)
  }

  /// The first node that an XPath expression finds; throws ``MarkupError/badXPath(expression:text:)``.
  public func first(_ xpath: String) throws(MarkupError) -> Node? {
    try top.first(xpath)
  }

  /// The text of the first node that an XPath expression finds, or the string that it yields; see
  /// ``Node/string(_:)``.
  public func string(_ xpath: String) throws(MarkupError) -> String? {
    try top.string(xpath)
  }

  /// Whether an XPath expression finds a node or yields a truth; throws ``MarkupError/badXPath(expression:text:)``.
  public func exists(_ xpath: String) throws(MarkupError) -> Bool {
    try top.exists(xpath)
  }

  /// The node above the root, from which absolute and relative expressions start alike.
  private var top: Node {
    unsafe Node(UnsafeMutableRawPointer(tree.document).assumingMemoryBound(to: xmlNode.self), of: self)
  }
}

@available(*, unavailable)
extension Document: Sendable {}
