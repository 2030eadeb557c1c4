internal import CLibXML2

/// Evaluates XPath expressions on one tree: each is compiled once, and all share one context and one limit on their work.
@safe
final class XPathEvaluator {
  private let tree: Tree
  private let context: xmlXPathContextPtr
  private var compiled: [String: xmlXPathCompExprPtr] = unsafe [:]
  private var plans: [String: XPathPlan] = [:]
  private var isOrdered = false
  /// Whether an expression was given up because the document's limit was reached.
  private(set) var isExhausted = false

  /// An evaluator that knows the namespaces declared on the root by their prefixes; `limit` is how many steps from node to node
  /// all expressions together may take.
  init(_ tree: Tree, limit: Int) throws(MarkupError) {
    guard let context = unsafe xmlXPathNewContext(tree.document) else { throw .outOfMemory }
    self.tree = tree
    unsafe self.context = context
    unsafe context.pointee.opLimit = UInt(limit)
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

  /// The nodes that an expression finds as seen from a node, in the order of the document; at most so many.
  func nodes(_ expression: String, at node: xmlNodePtr, limit: Int = .max) throws(MarkupError) -> [xmlNodePtr] {
    var found: [xmlNodePtr] = unsafe []
    try unsafe visit(plan(expression), at: node) { next in
      unsafe found.append(next)
      return unsafe found.count < limit
    }
    return unsafe found
  }

  /// The string that an expression yields, with its blanks collapsed; the text of the first node where it yields nodes; nil
  /// where there is none.
  func string(_ expression: String, at node: xmlNodePtr) throws(MarkupError) -> String? {
    guard case .whole(let expression) = plan(expression) else {
      return try unsafe nodes(expression, at: node, limit: 1).first.map { unsafe NodeText(spaced: false).collect($0) }
    }
    return try unsafe evaluate(expression, at: node) { result throws(MarkupError) -> String? in
      if unsafe result.type == XPATH_NODESET {
        return unsafe Self.nodes(of: result).first.map { unsafe NodeText(spaced: false).collect($0) }
      }
      var result = unsafe result
      guard let string = unsafe xmlXPathCastToString(&result) else { throw .outOfMemory }
      defer { unsafe clibxml2_free(string) }
      return unsafe NodeText.collapsed(string)
    }
  }

  /// Hands the texts that an expression yields and that are not empty to a closure, until that has enough.
  func visitTexts(
    _ expression: String, at node: xmlNodePtr, _ take: (String, xmlNodePtr?) -> Bool
  ) throws(MarkupError) {
    func goesOn(_ next: xmlNodePtr) -> Bool {
      let text = unsafe NodeText(spaced: true).collect(next)
      return unsafe text.isEmpty || take(text, next)
    }
    guard case .whole(let expression) = plan(expression) else {
      try unsafe visit(plan(expression), at: node) { next in unsafe goesOn(next) }
      return
    }
    try unsafe evaluate(expression, at: node) { result throws(MarkupError) in
      if unsafe result.type == XPATH_NODESET {
        let nodes = unsafe Self.nodes(of: result)
        _ = unsafe nodes.indices.first { unsafe !goesOn(nodes[$0]) }
        return
      }
      var result = unsafe result
      guard let string = unsafe xmlXPathCastToString(&result) else { throw .outOfMemory }
      defer { unsafe clibxml2_free(string) }
      let text = unsafe NodeText.collapsed(string)
      if !text.isEmpty { _ = take(text, nil) }
    }
  }

  /// Gives a variable its text.
  func setVariable(_ name: String, to text: String) {
    guard let value = unsafe xmlXPathNewCString(text) else { return }
    unsafe xmlXPathRegisterVariable(context, name, value)
  }

  /// Whether an expression is true, a found node being true, as seen from a node.
  func test(_ expression: String, at node: xmlNodePtr) throws(MarkupError) -> Bool {
    switch plan(expression) {
    case .whole(let expression): return try unsafe truth(expression, at: node)
    case .path(let parts) where parts.count == 1: return try unsafe truth(parts[0], at: node)
    case .path, .group, .union: return try unsafe !nodes(expression, at: node, limit: 1).isEmpty
    }
  }

  // MARK: - Plans

  private func plan(_ expression: String) -> XPathPlan {
    if let known = plans[expression] { return known }
    let fresh = XPathPlan(expression)
    plans[expression] = fresh
    return fresh
  }

  /// Hands the nodes that a plan finds to a closure, in order, until that has enough; says whether it has not.
  @discardableResult private func visit(
    _ plan: XPathPlan, at node: xmlNodePtr, _ take: (xmlNodePtr) throws(MarkupError) -> Bool
  ) throws(MarkupError) -> Bool {
    switch plan {
    case .whole(let expression):
      let found = try unsafe all(expression, at: node)
      for index in unsafe found.indices where try unsafe !take(found[index]) { return false }
      return true
    case .path(let parts): return try unsafe visit(parts[...], at: node, take)
    case .group(let inner, let position, let then):
      var count = 0
      var goesOn = true
      try unsafe visit(inner, at: node) { next throws(MarkupError) in
        count += 1
        if let position, count < position { return true }
        goesOn = try unsafe then.isEmpty ? take(next) : visit(then[...], at: next, take)
        return goesOn && position == nil
      }
      return goesOn
    case .union(let plans):
      let found = try unsafe union(of: plans, at: node)
      for index in unsafe found.indices where try unsafe !take(found[index]) { return false }
      return true
    }
  }

  /// The same for the parts of a path.
  private func visit(
    _ parts: ArraySlice<String>, at node: xmlNodePtr, _ take: (xmlNodePtr) throws(MarkupError) -> Bool
  ) throws(MarkupError) -> Bool {
    guard let part = parts.first else { return true }
    var outer: xmlNodePtr?
    let found = try unsafe all(part, at: node)
    for index in unsafe found.indices {
      let next = unsafe found[index]
      if parts.count == 1 {
        if try unsafe !take(next) { return false }
      } else if unsafe outer.map({ unsafe Self.isInside(next, $0) }) != true {
        unsafe outer = unsafe next
        if try unsafe !visit(parts.dropFirst(), at: next, take) { return false }
      }
    }
    return true
  }

  /// The nodes that any of several plans finds, each once, in the order of the document.
  private func union(of plans: [XPathPlan], at node: xmlNodePtr) throws(MarkupError) -> [xmlNodePtr] {
    // Numbers the elements, so that two need not be looked for to know which comes first.
    if !isOrdered { unsafe xmlXPathOrderDocElems(tree.document) }
    isOrdered = true
    var merged: [xmlNodePtr] = unsafe []
    for plan in plans {
      var found: [xmlNodePtr] = unsafe []
      try unsafe visit(plan, at: node) { next in
        unsafe found.append(next)
        return true
      }
      unsafe merged = unsafe Self.merged(merged, found)
    }
    return unsafe merged
  }

  private static func merged(_ left: [xmlNodePtr], _ right: [xmlNodePtr]) -> [xmlNodePtr] {
    var merged: [xmlNodePtr] = unsafe []
    var (i, j) = (0, 0)
    while unsafe i < left.count, unsafe j < right.count {
      let order = unsafe left[i] == right[j] ? 0 : xmlXPathCmpNodes(left[i], right[j])
      if order >= 0 {
        unsafe merged.append(left[i])
        i += 1
        if order == 0 { j += 1 }
      } else {
        unsafe merged.append(right[j])
        j += 1
      }
    }
    return unsafe merged + left[i...] + right[j...]
  }

  /// Whether a node stands within another one.
  private static func isInside(_ node: xmlNodePtr, _ outer: xmlNodePtr) -> Bool {
    var next = unsafe node.pointee.parent
    while let each = unsafe next {
      if unsafe each == outer { return true }
      unsafe next = each.pointee.parent
    }
    return false
  }

  // MARK: - libxml2

  /// All nodes that an expression finds by itself.
  private func all(_ expression: String, at node: xmlNodePtr) throws(MarkupError) -> [xmlNodePtr] {
    try unsafe evaluate(expression, at: node) { result throws(MarkupError) in
      guard unsafe result.type == XPATH_NODESET else {
        throw .badXPath(expression: expression, text: "yields no nodes")
      }
      return unsafe Self.nodes(of: result)
    }
  }

  /// The nodes of a result; the namespace nodes among them are no part of the tree and left out.
  private static func nodes(of result: xmlXPathObject) -> [xmlNodePtr] {
    guard let set = unsafe result.nodesetval?.pointee else { return unsafe [] }
    return unsafe (0..<Int(set.nodeNr)).compactMap { index in
      guard let node = unsafe set.nodeTab[index], unsafe node.pointee.type != XML_NAMESPACE_DECL else { return nil }
      return unsafe node
    }
  }

  /// Hands the result of an expression, as seen from a node, to a closure, and frees it afterwards.
  private func evaluate<Value>(
    _ expression: String, at node: xmlNodePtr, _ read: (xmlXPathObject) throws(MarkupError) -> Value
  ) throws(MarkupError) -> Value {
    let compiled = try unsafe self.compiled(expression)
    var report = clibxml2_report()
    guard let result = unsafe clibxml2_evaluate(context, compiled, node, &report) else {
      throw failure(expression, report)
    }
    defer { unsafe xmlXPathFreeObject(result) }
    return try unsafe read(result.pointee)
  }

  private func truth(_ expression: String, at node: xmlNodePtr) throws(MarkupError) -> Bool {
    let compiled = try unsafe self.compiled(expression)
    var report = clibxml2_report()
    let result = unsafe clibxml2_test(context, compiled, node, &report)
    // Given up for its work, an expression is said to be false.
    guard result >= 0, unsafe context.pointee.opCount < context.pointee.opLimit else {
      throw failure(expression, report)
    }
    return result == 1
  }

  /// Why an expression was not evaluated.
  private func failure(_ expression: String, _ report: clibxml2_report) -> MarkupError {
    guard unsafe context.pointee.opCount >= context.pointee.opLimit else {
      return .badXPath(expression: expression, text: report.message)
    }
    isExhausted = true
    return .tooMuchWork
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
