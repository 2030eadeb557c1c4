internal import CLibXML2

/// Evaluates XPath expressions on one tree: each is compiled once, and all share one context.
@safe
final class XPathEvaluator {
  private let tree: Tree
  private let context: xmlXPathContextPtr
  private var compiled: [String: xmlXPathCompExprPtr] = unsafe [:]

  /// An evaluator that knows the namespaces declared on the root by their prefixes.
  init(_ tree: Tree) throws(MarkupError) {
    guard let context = unsafe xmlXPathNewContext(tree.document) else { throw .outOfMemory }
    self.tree = tree
    unsafe self.context = context
    var namespace = unsafe xmlDocGetRootElement(tree.document)?.pointee.nsDef
    while let each = unsafe namespace {
      if unsafe each.pointee.prefix != nil {
        _ = unsafe xmlXPathRegisterNs(context, each.pointee.prefix, each.pointee.href)
      }
      unsafe namespace = each.pointee.next
    }
  }

  deinit {
    while let (_, expression) = unsafe compiled.popFirst() { unsafe xmlXPathFreeCompExpr(expression) }
    unsafe xmlXPathFreeContext(context)
  }

  /// Hands the result of an expression, as seen from a node, to a closure, and frees it afterwards.
  func evaluate<Value>(
    _ expression: String, at node: xmlNodePtr, _ read: (xmlXPathObject) throws(MarkupError) -> Value
  ) throws(MarkupError) -> Value {
    let compiled = try unsafe self.compiled(expression)
    var report = clibxml2_report()
    guard let result = unsafe clibxml2_evaluate(context, compiled, node, &report) else {
      throw .badXPath(expression: expression, text: report.message)
    }
    defer { unsafe xmlXPathFreeObject(result) }
    return try unsafe read(result.pointee)
  }

  /// Whether an expression is true, a found node being true, as seen from a node.
  func test(_ expression: String, at node: xmlNodePtr) throws(MarkupError) -> Bool {
    let compiled = try unsafe self.compiled(expression)
    var report = clibxml2_report()
    let result = unsafe clibxml2_test(context, compiled, node, &report)
    guard result >= 0 else { throw .badXPath(expression: expression, text: report.message) }
    return result == 1
  }

  private func compiled(_ expression: String) throws(MarkupError) -> xmlXPathCompExprPtr {
    if let known = unsafe compiled[expression] { return unsafe known }
    var report = clibxml2_report()
    guard let fresh = unsafe clibxml2_compile(context, expression, &report) else {
      throw .badXPath(expression: expression, text: report.message)
    }
    unsafe compiled[expression] = fresh
    return unsafe fresh
  }
}
