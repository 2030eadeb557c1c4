public import Markup

/// The elements of a page in their order, with what is asked of them again and again: marks, texts, neighbours.
public final class PageTree {
  /// An element and its place among the others.
  struct Element {
    let node: Node
    let tag: String
    let attributes: [(name: String, value: String)]
    /// The index of the element that it stands in.
    let parent: Int?
    let depth: Int
    /// The index of the element before it in the same one.
    let previous: Int?
    /// From 1 on among those of its tag in the same element, and how many of them there are.
    var position: Int
    var sameTag: Int
    /// The first index behind all that stands in it.
    var end: Int
    let hasOwnText: Bool
    /// Whether nobody sees it.
    let isUnseen: Bool

    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// The longest text that may be a value.
  static let short = 60
  /// The longest text in which a value may be told among others.
  static let sentence = 420

  /// The page.
  public let document: Document
  private(set) var elements: [Element] = []
  private var indexes: [Node: Int] = [:]
  private var texts: [String?] = []
  private var knownMarks: [[ElementMark]?] = []

  /// Looks at all elements of a page's body once.
  public init(_ document: Document) {
    self.document = document
    guard let root = document.root else { return }
    let body = root.elements.first { $0.name == "body" } ?? root
    add(body, parent: nil, previous: nil, depth: 0, isUnseen: false)
    texts = Array(repeating: nil, count: elements.count)
    knownMarks = Array(repeating: nil, count: elements.count)
  }

  private static let unseen: Set<String> = ["script", "style", "svg", "noscript", "template", "head"]

  @discardableResult private func add(
    _ node: Node, parent: Int?, previous: Int?, depth: Int, isUnseen: Bool
  ) -> Int {
    let index = elements.count
    let tag = node.name
    let isUnseen = isUnseen || Self.unseen.contains(tag)
    let attributes = node.attributeNames.map { ($0, node.attribute($0) ?? "") }
    elements.append(
      Element(
        node: node, tag: tag, attributes: attributes, parent: parent, depth: depth, previous: previous, position: 1,
        sameTag: 1, end: index + 1, hasOwnText: !isUnseen && node.hasOwnText, isUnseen: isUnseen))
    indexes[node] = index
    var children: [Int] = []
    for child in node.elements {
      children.append(add(child, parent: index, previous: children.last, depth: depth + 1, isUnseen: isUnseen))
    }
    var counts: [String: Int] = [:]
    for child in children {
      counts[elements[child].tag, default: 0] += 1
      elements[child].position = counts[elements[child].tag] ?? 1
    }
    for child in children { elements[child].sameTag = counts[elements[child].tag] ?? 1 }
    elements[index].end = elements.count
    return index
  }

  /// The index of an element that an expression found; nil for one outside of the body, and for an attribute.
  func index(of node: Node) -> Int? { indexes[node] }

  /// The text as the engine reads it: with a blank where elements meet.
  func text(_ index: Int) -> String {
    if let known = texts[index] { return known }
    let text = elements[index].isUnseen ? "" : elements[index].node.spacedText
    texts[index] = text
    return text
  }

  /// What may be said of an element that is likely to last, the cheapest first.
  func marks(_ index: Int) -> [ElementMark] {
    if let known = knownMarks[index] { return known }
    let marks = ElementMark.of(elements[index])
    knownMarks[index] = marks
    return marks
  }

  /// The elements in an element, itself included.
  func within(_ index: Int) -> Range<Int> { index..<elements[index].end }

  /// Whether one element is another one or stands in it.
  func isWithin(_ inner: Int, _ outer: Int) -> Bool { within(outer).contains(inner) }

  /// The element and all that it stands in, from the inside out.
  func ancestry(_ index: Int) -> [Int] {
    var chain = [index]
    while let parent = elements[chain[chain.count - 1]].parent { chain.append(parent) }
    return chain
  }

  /// Elements within an element that hold a short text of their own.
  func atoms(within index: Int, limit: Int = PageTree.short) -> [Int] {
    within(index).filter { elements[$0].hasOwnText && !elements[$0].isUnseen && (1...limit).contains(text($0).count) }
  }

  /// The tags from the root to an element.
  func path(_ index: Int) -> [String] { ancestry(index).reversed().map { elements[$0].tag } }

  /// The texts that an expression finds as seen from an element, at most so many, each with the element that it stands in.
  func texts(_ path: String, from index: Int, limit: Int = 12) -> [(place: Int, text: String)] {
    guard let nodes = try? elements[index].node.nodes(path) else { return [] }
    return nodes.prefix(limit).compactMap { node in
      if let found = self.index(of: node) { return (found, text(found)) }
      return self.index(of: node.element).map { ($0, node.spacedText) }
    }
  }

  /// Attributes in which a value may stand.
  static let readAttributes = ["data-value", "content", "aria-label", "title", "data-temp", "data-text"]

  /// The elements that an expression finds as seen from one, at most so many.
  func find(_ path: String, from index: Int, limit: Int = 12) -> [Int] {
    guard let nodes = try? elements[index].node.nodes(path) else { return [] }
    return nodes.prefix(limit).compactMap { self.index(of: $0) }
  }
}
