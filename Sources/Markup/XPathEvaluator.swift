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

  /// Hands the nodes that an expression finds as seen from a node to a closure, in the order of the document, until that has
  /// enough; what it yields in place of nodes, a string, a number or a truth, to another one.
  func visit(
    _ expression: String, at node: xmlNodePtr, scalar: (xmlXPathObjectPtr) throws(MarkupError) -> Void,
    _ take: (xmlNodePtr) throws(MarkupError) -> Bool
  ) throws(MarkupError) {
    let known = plans[expression]
    let plan = known ?? XPathPlan(expression)
    if known == nil { plans[expression] = plan }
    guard case .whole(let expression) = plan else {
      try unsafe visit(plan, at: node, take)
      return
    }
    let result = try unsafe evaluate(expression, at: node)
    defer { unsafe xmlXPathFreeObject(result) }
    guard unsafe result.pointee.type == XPATH_NODESET else { return try unsafe scalar(result) }
    let found = unsafe Self.nodes(of: result)
    for index in unsafe found.indices where try unsafe !take(found[index]) { return }
  }

  /// The nodes that an expression finds as seen from a node, in the order of the document; at most so many.
  func nodes(_ expression: String, at node: xmlNodePtr, limit: Int = .max) throws(MarkupError) -> [xmlNodePtr] {
    var found: [xmlNodePtr] = unsafe []
    try unsafe visit(expression, at: node) { _ throws(MarkupError) in
      throw .badXPath(expression: expression, text: "yields no nodes")
    } _: { next in
      unsafe found.append(next)
      return unsafe found.count < limit
    }
    return unsafe found
  }

  /// The text of the first node that an expression finds, or of what it yields in place of nodes, with its blanks collapsed;
  /// nil where there is none.
  func string(_ expression: String, at node: xmlNodePtr) throws(MarkupError) -> String? {
    var found: String?
    try unsafe visit(expression, at: node) { result throws(MarkupError) in
      found = try unsafe Self.text(of: result)
    } _: { next in
      found = unsafe NodeText(spaced: false).collect(next)
      return false
    }
    return found
  }

  /// Hands the texts that an expression yields and that are not empty to a closure, until that has enough.
  func visitTexts(
    _ expression: String, at node: xmlNodePtr, _ take: (String, xmlNodePtr?) -> Bool
  ) throws(MarkupError) {
    try unsafe visit(expression, at: node) { result throws(MarkupError) in
      let text = try unsafe Self.text(of: result)
      if !text.isEmpty { _ = unsafe take(text, nil) }
    } _: { next in
      let text = unsafe NodeText(spaced: true).collect(next)
      return unsafe text.isEmpty || take(text, next)
    }
  }

  /// Whether an expression is true, a found node being true, as seen from a node.
  func test(_ expression: String, at node: xmlNodePtr) throws(MarkupError) -> Bool {
    var isTrue = false
    try unsafe visit(expression, at: node) { result in
      isTrue = unsafe xmlXPathCastToBoolean(result) == 1
    } _: { _ in
      isTrue = true
      return false
    }
    return isTrue
  }

  /// Gives a variable its text.
  func setVariable(_ name: String, to text: String) {
    guard let value = unsafe xmlXPathNewCString(text) else { return }
    unsafe xmlXPathRegisterVariable(context, name, value)
  }

  // MARK: - Plans

  /// Hands the nodes that a plan finds to a closure, in order, until that has enough; says whether it has not.
  @discardableResult private func visit(
    _ plan: XPathPlan, at node: xmlNodePtr, _ take: (xmlNodePtr) throws(MarkupError) -> Bool
  ) throws(MarkupError) -> Bool {
    switch plan {
    case .whole(let expression): return try unsafe visit([expression], at: node, take)
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
    let result = try unsafe evaluate(part, at: node)
    defer { unsafe xmlXPathFreeObject(result) }
    guard unsafe result.pointee.type == XPATH_NODESET else {
      throw .badXPath(expression: part, text: "yields no nodes")
    }
    let found = unsafe Self.nodes(of: result)
    var outer: xmlNodePtr?
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

  /// The nodes of a result; the namespace nodes among them are no part of the tree and left out.
  private static func nodes(of result: xmlXPathObjectPtr) -> [xmlNodePtr] {
    guard let set = unsafe result.pointee.nodesetval?.pointee else { return unsafe [] }
    return unsafe (0..<Int(set.nodeNr)).compactMap { index in
      guard let node = unsafe set.nodeTab[index], unsafe node.pointee.type != XML_NAMESPACE_DECL else { return nil }
      return unsafe node
    }
  }

  /// The text of a string, a number or a truth.
  private static func text(of result: xmlXPathObjectPtr) throws(MarkupError) -> String {
    guard let string = unsafe xmlXPathCastToString(result) else { throw .outOfMemory }
    defer { unsafe clibxml2_free(string) }
    return unsafe NodeText.collapsed(string)
  }

  /// The result of an expression as seen from a node, to be freed.
  private func evaluate(_ text: String, at node: xmlNodePtr) throws(MarkupError) -> xmlXPathObjectPtr {
    var report = clibxml2_report()
    let known = unsafe compiled[text]
    if let expression = unsafe known ?? clibxml2_compile(context, text, &report) {
      if unsafe known == nil { unsafe compiled[text] = expression }
      if let result = unsafe clibxml2_evaluate(context, expression, node, &report) { return unsafe result }
    }
    guard unsafe context.pointee.opCount >= context.pointee.opLimit else {
      throw .badXPath(expression: text, text: report.message)
    }
    isExhausted = true
    throw .tooMuchWork
  }
}
