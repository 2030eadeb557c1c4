internal import CLibXML2

/// Evaluates XPath expressions on one tree: each is compiled once, and all share a context and a work limit.
@safe
final class XPathEvaluator {
  private let tree: Tree
  private let context: xmlXPathContextPtr
  private var compiled: [String: xmlXPathCompExprPtr] = unsafe [:]
  private var plans: [String: XPathPlan] = [:]
  private var isOrdered = false
  /// True if an expression was aborted at the document's work limit.
  private(set) var isExhausted = false

  /// Registers the namespace prefixes declared on the root; `limit` is the maximum number of node visits by all
  /// expressions.
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

  /// Passes the nodes that an expression matches, in document order, to a closure until it returns false; a string,
  /// number or boolean result is passed to `scalar`.
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

  /// The nodes that an expression matches, in document order, up to a limit.
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

  /// The text of the first matching node, or of a scalar result, with whitespace collapsed; nil if nothing matches.
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

  /// Passes the non-empty texts that an expression matches to a closure until it returns false.
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

  /// True if an expression matches a node or is true.
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

  /// Sets a variable.
  func setVariable(_ name: String, to text: String) {
    guard let value = unsafe xmlXPathNewCString(text) else { return }
    unsafe xmlXPathRegisterVariable(context, name, value)
  }

  // MARK: - Plans

  /// Passes the nodes of a plan, in order, to a closure until it returns false; returns false if it did.
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

  /// The nodes that any of several plans matches, without duplicates, in document order.
  private func union(of plans: [XPathPlan], at node: xmlNodePtr) throws(MarkupError) -> [xmlNodePtr] {
    // Numbers the elements, which makes comparing their order fast.
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

  /// True if a node is a descendant of another one.
  private static func isInside(_ node: xmlNodePtr, _ outer: xmlNodePtr) -> Bool {
    var next = unsafe node.pointee.parent
    while let each = unsafe next {
      if unsafe each == outer { return true }
      unsafe next = each.pointee.parent
    }
    return false
  }

  // MARK: - libxml2

  /// The nodes of a result, without namespace nodes, which are not part of the tree.
  private static func nodes(of result: xmlXPathObjectPtr) -> [xmlNodePtr] {
    guard let set = unsafe result.pointee.nodesetval?.pointee else { return unsafe [] }
    return unsafe (0..<Int(set.nodeNr)).compactMap { index in
      guard let node = unsafe set.nodeTab[index], unsafe node.pointee.type != XML_NAMESPACE_DECL else { return nil }
      return unsafe node
    }
  }

  /// The text of a string, number or boolean.
  private static func text(of result: xmlXPathObjectPtr) throws(MarkupError) -> String {
    guard let string = unsafe xmlXPathCastToString(result) else { throw .outOfMemory }
    defer { unsafe clibxml2_free(string) }
    return unsafe NodeText.collapsed(string)
  }

  /// Evaluates an expression; the caller frees the result.
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
