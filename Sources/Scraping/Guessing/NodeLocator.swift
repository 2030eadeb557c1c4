internal import Markup

/// Writes XPath expressions that find what was found by looking round, by what is likely to last: ids and what means something
/// before classes, classes before positions.
struct NodeLocator {
  let document: Document
  let isHTML: Bool

  /// The expression that finds exactly these siblings; nil where none of those that are tried does.
  func expression(for group: [Node], named name: String, token: String?) -> String? {
    guard let parent = group.first?.parent else { return nil }
    var steps: [String] = []
    if let first = group.first {
      for key in ["data-testid", "data-test", "itemprop", "role"] {
        if let value = first.attribute(key), group.allSatisfy({ $0.attribute(key) == value }) {
          steps.append("\(name)[@\(key)=\(Self.quoted(value))]")
        }
      }
    }
    if let token { steps.append("\(name)[\(Self.has(token))]") }
    steps.append(Self.step(name))
    let named =
      isHTML ? [] : ((try? parent.nodes("@*")) ?? []).map { "//\(parent.name)[@\($0.name)=\(Self.quoted($0.text))]/" }
    let anchors =
      ["/", anchor(parent).map { "\($0)/" }, parent.parent.flatMap(anchor).map { "\($0)//" }].compactMap { $0 } + named
    var candidates = anchors.flatMap { anchor in steps.map { anchor == "/" ? "//\($0)" : anchor + $0 } }
    if isHTML, let first = candidates.firstIndex(of: "//\(name)") { candidates.append(candidates.remove(at: first)) }
    candidates += steps.map { "//\(Self.step(parent.name))/\($0)" }
    candidates += steps.compactMap { step in position(of: parent).map { "\($0)/\(step)" } }
    return candidates.first { (try? document.nodes($0)) == group }
  }

  /// The expression of one element by itself: its id, its class, its place among those of its name.
  func expression(for node: Node) -> String? {
    let name = Self.step(node.name)
    let candidates =
      [anchor(node)] + Self.tokens(node).map { "//\(name)[\(Self.has($0))]" } + ["//\(name)", position(of: node)]
    return candidates.compactMap { $0 }.first { (try? document.nodes($0)) == [node] }
  }

  private func anchor(_ node: Node) -> String? {
    if let id = node.attribute("id"), !id.isEmpty, !Self.isGenerated(id) {
      return "//\(Self.step(node.name))[@id=\(Self.quoted(id))]"
    }
    if let id = node.attribute("data-testid"), !id.isEmpty {
      return "//\(Self.step(node.name))[@data-testid=\(Self.quoted(id))]"
    }
    if isHTML, let token = Self.tokens(node).first { return "//\(Self.step(node.name))[\(Self.has(token))]" }
    return isHTML ? nil : "//\(Self.step(node.name))"
  }

  private func position(of node: Node) -> String? {
    guard let all = try? document.nodes("//\(Self.step(node.name))"), let index = all.firstIndex(of: node) else {
      return nil
    }
    return "(//\(Self.step(node.name)))[\(index + 1)]"
  }

  /// The expression of what stands within a row, relative to it; nil where none of those that are tried finds it.
  func path(from row: Node, to node: Node) -> String? {
    let name = Self.step(node.name)
    var candidates: [String] = []
    for key in ["data-testid", "itemprop", "headers", "title", "name", "id"] where isHTML {
      if let value = node.attribute(key), value.utf8.count < 60, !Self.isGenerated(value) {
        candidates.append(".//\(name)[@\(key)=\(Self.quoted(value))]")
      }
    }
    if !isHTML {
      // `<element type="air_temperature_maximum">`, whose name says nothing.
      for key in ["type", "name", "parameter"] {
        if let value = node.attribute(key), (try? row.nodes(".//\(name)"))?.count ?? 0 > 1 {
          candidates.append("\(name)[@\(key)=\(Self.quoted(value))]")
        }
      }
      candidates.append(name)
      if let parent = node.parent, parent != row { candidates.append("\(Self.step(parent.name))/\(name)") }
    }
    candidates += Self.tokens(node).map { ".//\(name)[\(Self.has($0))]" }
    if let label = Self.label(before: node), label.utf8.count < 40 {
      candidates.append(".//*[normalize-space()=\(Self.quoted(label))]/following-sibling::\(name)[1]")
    }
    candidates += [name, ".//\(name)"]
    if let steps = steps(from: row, to: node) { candidates.append(steps) }
    return candidates.first { (try? row.first($0)) == node }
  }

  /// Children by their names and places.
  private func steps(from row: Node, to node: Node) -> String? {
    var steps: [String] = []
    var next = node
    while next != row {
      guard let parent = next.parent, steps.count < 8 else { return nil }
      let name = Self.step(next.name)
      let index = (try? parent.nodes(name))?.firstIndex(of: next) ?? 0
      steps.append("\(name)[\(index + 1)]")
      next = parent
    }
    return steps.reversed().joined(separator: "/")
  }

  /// What names a value in words before it: `<dt>Wind</dt><dd>7 m/s</dd>`.
  static func label(before node: Node) -> String? {
    guard let before = try? node.first("preceding-sibling::*[1]"), (2...40).contains(before.text.count),
      before.text.contains(where: \.isLetter), !before.text.contains(where: \.isNumber),
      ["dt", "th", "label"].contains(before.name) || before.name == "td" && (try? node.exists("../*[3]")) == false
        || before.text.hasSuffix(":")
        || tokens(before).contains(where: { token in
          ["label", "name", "title", "key"].contains { token.lowercased().contains($0) }
        })
    else { return nil }
    return before.text
  }

  // MARK: - Pieces of expressions

  /// A name as a step; one with a prefix, or of a default namespace that does not stand on the root, by its local part.
  static func step(_ name: String) -> String { name }

  /// The classes that mean something, as lasting beginnings: of `Card--high--3fK2a` that is `Card--high--`.
  static func tokens(_ node: Node) -> [String] {
    let tokens = node.attribute("class")?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    return tokens.prefix(6).compactMap { token in
      if let end = token.range(of: "--", backwards: true) ?? token.range(of: "__", backwards: true),
        isGenerated(String(token[end.upperBound...]))
      {
        return String(token[..<end.upperBound])
      }
      return isGenerated(token) || token.contains("'") ? nil : token
    }
  }

  /// Whether a name looks like a hash or a number: it will be another tomorrow.
  static func isGenerated(_ text: String) -> Bool {
    let isHash = text.split { "-_".contains($0) }.contains { piece in
      let digits = piece.count { $0.isNumber }
      return piece.count > 3 && digits > 0 && digits < piece.count
        && !(piece.prefix { $0.isLetter }.count + digits == piece.count)
        || digits > 3
    }
    return text.isEmpty || isHash || ["css-", "sc-", "jsx-"].contains(where: text.hasPrefix)
  }

  static func has(_ token: String) -> String {
    token.hasSuffix("--") || token.hasSuffix("__")
      ? "contains(@class, \(quoted(token)))"
      : "contains(concat(' ', normalize-space(@class), ' '), \(quoted(" \(token) ")))"
  }

  static func quoted(_ text: String) -> String {
    text.contains("'") ? "\"\(text.replacing("\"", with: ""))\"" : "'\(text)'"
  }
}

extension String {
  fileprivate func range(of mark: String, backwards: Bool) -> Range<String.Index>? {
    ranges(of: mark).last
  }
}
