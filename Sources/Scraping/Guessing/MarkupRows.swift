internal import Markup

/// Finds rows in HTML and XML: siblings of one name and class, and boxes of the weather now.
struct MarkupRows {
  let document: Document
  let isHTML: Bool

  private var locator: NodeLocator { NodeLocator(document: document, isHTML: isHTML) }

  private static let passedOver: Set = [
    "head", "script", "style", "svg", "nav", "select", "option", "form", "footer", "br", "hr", "meta", "link", "tr",
    "td", "th",
    "tbody", "thead", "img", "path",
  ]
  private static let most = 40

  /// The groups of siblings that may be rows, the largest first.
  func siblings() throws(MarkupError) -> [GuessedRows] {
    var groups: [(nodes: [Node], name: String, token: String?)] = []
    for parent in try document.nodes("//*[count(*) > 1]").prefix(3000)
    where !isHTML || !Self.passedOver.contains(parent.name) {
      var byKind: [String: [Node]] = [:]
      for child in try parent.nodes("*") where !isHTML || !Self.passedOver.contains(child.name) {
        byKind["\(child.name) \(isHTML ? NodeLocator.tokens(child).first ?? "" : "")", default: []].append(child)
      }
      for nodes in byKind.values where nodes.count > 1 {
        groups.append((nodes, nodes[0].name, isHTML ? NodeLocator.tokens(nodes[0]).first : nil))
      }
    }
    var found: [GuessedRows] = []
    for group in groups.sorted(by: { $0.nodes.count > $1.nodes.count }).prefix(Self.most) {
      let leaves = try leaves(of: group.nodes)
      guard leaves.count > 1 else { continue }
      guard let selector = locator.expression(for: group.nodes, named: group.name, token: group.token) else { continue }
      found.append(
        GuessedRows(
          selector: selector, what: "\(group.nodes.count) elements \(group.name)", count: group.nodes.count,
          leaves: leaves))
    }
    return found
  }

  /// Elements that are called after the weather now.
  func boxes() throws(MarkupError) -> [GuessedRows] {
    let words = ["now", "current", "observation", "observed", "aktuell"]
    let named = try document.nodes(isHTML ? "//*[@id or @class or @data-testid]" : "//*[*]").filter {
      (node: Node) -> Bool in
      let texts = isHTML ? ["id", "class", "data-testid"].compactMap { node.attribute($0) } : [node.name]
      let names = texts.flatMap { FieldConcept.words(of: $0) }
      return names.contains { word in words.contains { word == $0 || word.hasPrefix($0) } }
    }
    var found: [GuessedRows] = []
    for node in named.prefix(12) {
      let leaves = try leaves(of: [node])
      guard leaves.count > 1, let selector = locator.expression(for: node) else { continue }
      found.append(GuessedRows(selector: selector, what: "an element for the weather now", count: 1, leaves: leaves))
    }
    return found
  }

  // MARK: - What stands in rows

  /// The texts and attributes within rows, as the fullest of the first ones has them.
  func leaves(of rows: [Node]) throws(MarkupError) -> [GuessedRows.Leaf] {
    var model: (node: Node, inner: [Node])?
    for row in rows.prefix(4) {
      let inner = try row.nodes(".//*")
      if inner.count > 400 { return [] }
      if inner.count > model?.inner.count ?? -1 { model = (row, inner) }
    }
    guard let model else { return [] }
    let sampled = Array(rows.prefix(GuessedRows.sampled))
    var leaves: [GuessedRows.Leaf] = []
    for node in [model.node] + model.inner where !["script", "style", "svg", "path", "option"].contains(node.name) {
      if leaves.count > 100 { break }
      let isRow = node == model.node
      guard let path = isRow ? "." : locator.path(from: model.node, to: node) else { continue }
      let attributes = try node.nodes("@*").map { ($0.name, $0.text) }
      let unit = attributes.first { ["unit", "units", "data-unit", "uom"].contains($0.0.lowercased()) }.map {
        "@\($0.0)"
      }
      let name = isHTML ? naming(node) : isRow ? node.name : path.replacing("/", with: " ").replacing("'", with: " ")
      if try !node.nodes("text()[normalize-space()]").isEmpty {
        try add(GuessedRows.Leaf(path: path, name: name, samples: [], unit: unit), sampled, &leaves)
      }
      for (key, text) in attributes where !text.isEmpty && isWanted(key) {
        let own = isRow ? "@\(key)" : "\(path)/@\(key)"
        let full = isHTML ? "\(name) \(key)" : isRow ? key : "\(name) \(key)"
        try add(GuessedRows.Leaf(path: own, name: full, samples: [], unit: unit), sampled, &leaves)
      }
    }
    return leaves.flatMap { [$0] + LabelledText.parts(of: $0) }
  }

  private func isWanted(_ attribute: String) -> Bool {
    if !isHTML { return !["unit", "units", "uom", "id", "type"].contains(attribute) }
    return attribute.hasPrefix("data-")
      || ["datetime", "title", "alt", "content", "value", "aria-label", "style"].contains(attribute)
  }

  /// What an element is called: its attributes that mean something, its classes, and a label before it.
  private func naming(_ node: Node) -> String {
    let attributes = ["data-testid", "itemprop", "headers", "title", "name", "id"].compactMap { node.attribute($0) }
    let classes = NodeLocator.tokens(node)
    return (attributes + classes + [NodeLocator.label(before: node)].compactMap { $0 }).filter { $0.utf8.count < 60 }
      .joined(separator: " ")
  }

  /// Adds a leaf with what it finds in the rows, unless it is empty or another says the same.
  private func add(_ leaf: GuessedRows.Leaf, _ rows: [Node], _ leaves: inout [GuessedRows.Leaf]) throws(MarkupError) {
    var leaf = leaf
    let path = try XPath(leaf.path)
    for row in rows {
      let text = try row.value(path)?.text
      leaf.samples.append(text.flatMap { $0.isEmpty || $0.utf8.count > 1000 ? nil : $0 })
    }
    if leaf.known.isEmpty { return }
    if isHTML {
      leaf.name = [leaf.name, LabelledText.label(of: leaf.known)].filter { !$0.isEmpty }.joined(separator: " ")
    }
    if let twin = leaves.firstIndex(where: { $0.samples == leaf.samples }) {
      if isHTML { leaves[twin].name += " \(leaf.name)" }
      return
    }
    leaves.append(leaf)
  }
}
