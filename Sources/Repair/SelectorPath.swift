/// An XPath that may find something, with a price: the cheaper, the likelier it is to outlive the next redesign.
struct SelectorPath: Hashable {
  var text: String
  var price: Double
  /// By what it finds: `data-testid`, `class`, `label`, `structure`. What breaks one kind need not break the next.
  var kind: String

  /// A position among siblings, or among what a path finds.
  static let index = 4.0
  /// The name of a tag: redesigns change tags oftener than attributes.
  static let tag = 1.2
  /// The words beside a value: languages change them.
  static let label = 2.4
  /// The first of several.
  static let first = 4.0

  /// The cheapest, and the cheapest of other kinds.
  static func distinct(_ paths: [SelectorPath], _ count: Int) -> [SelectorPath] {
    var found: [SelectorPath] = []
    var kinds: Set<Substring> = []
    for path in paths where found.count < count {
      let kind = path.kind.prefix { $0 != "+" }
      if kinds.contains(kind) { continue }
      if let best = found.first, path.price > best.price + 5 || path.kind.hasSuffix("+first") { continue }
      kinds.insert(kind)
      found.append(path)
    }
    return found
  }

  /// A field's selectors: the cheapest, and up to two of other kinds. A position may be all that there is, but never stands in
  /// for what is missing: it would find a neighbour.
  static func ladder(_ paths: [SelectorPath]) -> [SelectorPath] {
    let found = distinct(paths, 3)
    return found.prefix(1) + found.dropFirst().filter { $0.kind == "label" || !$0.isPositional }
  }

  /// Whether it counts on where something stands.
  private var isPositional: Bool {
    let isCounted = text.split(separator: "[").dropFirst().contains { $0.first?.isNumber ?? false }
    return isCounted || kind.contains("tag") || (text.hasPrefix("./") && !text.hasPrefix(".//"))
  }
}

/// Paths by their text, each at its lowest price.
struct SelectorPool {
  private var paths: [String: SelectorPath] = [:]

  mutating func add(_ text: String, _ price: Double, _ kind: String) {
    if let known = paths[text], known.price <= price { return }
    paths[text] = SelectorPath(text: text, price: price, kind: kind)
  }

  /// The cheapest first.
  var sorted: [SelectorPath] {
    paths.values.sorted { ($0.price, $0.text.count, $0.text) < ($1.price, $1.text.count, $1.text) }
  }
}
