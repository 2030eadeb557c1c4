/// A path into a JSON document: RFC 9535 without functions; without `$` it is relative to a value
/// (`data.air_temperature`).
public struct JSONPath: Sendable {
  /// The path's source text.
  public let text: String
  /// True if it starts at the document root.
  public let isAbsolute: Bool
  let segments: [Segment]

  /// A segment of the path.
  struct Segment: Sendable {
    /// True for a descendant segment (`..`).
    var isDescendant: Bool
    var selectors: [Selector]
  }

  /// Selects members or elements of a value.
  enum Selector: Sendable {
    case name(String)
    case index(Int)
    case all
    case slice(start: Int?, end: Int?, step: Int)
    case filter(JSONFilter)
  }

  /// Parses a path.
  ///
  /// - Throws: ``MarkupError/badJSONPath(path:text:)``.
  public init(_ text: String) throws(MarkupError) {
    var reader = JSONPathReader(text)
    (isAbsolute, segments) = try reader.path()
    self.text = text
  }

  /// The last member name in the path, used to look up units; nil if there is none.
  public var lastName: String? {
    for segment in segments.reversed() {
      if case .name(let name)? = segment.selectors.first { return name }
    }
    return nil
  }

  /// The values that the path matches.
  ///
  /// - Parameters:
  /// - value: the start of a relative path.
  ///   - root: the document.
  /// - Throws: ``MarkupError/tooMuchWork``.
  public func values(in value: JSON, root: JSON) throws(MarkupError) -> [JSON] {
    let start = isAbsolute ? root : value
    guard let only = simple(start) else {
      var work = JSONWork()
      return try Self.values(of: segments[...], from: [start], root: root, &work)
    }
    return only.map { [$0] } ?? []
  }

  /// Fast path for paths of member names only; returns nil for other paths, and `.some(nil)` if there is no match.
  private func simple(_ start: JSON) -> JSON?? {
    var value = start
    for segment in segments {
      guard !segment.isDescendant, segment.selectors.count == 1, case .name(let name) = segment.selectors[0] else {
        return nil
      }
      guard let member = value[name] else { return .some(nil) }
      value = member
    }
    return value
  }

  static func values(
    of segments: ArraySlice<Segment>, from start: [JSON], root: JSON, _ work: inout JSONWork
  ) throws(MarkupError) -> [JSON] {
    var nodes = start
    for segment in segments {
      var found: [JSON] = []
      for node in segment.isDescendant ? try descendants(of: nodes, &work) : nodes {
        for selector in segment.selectors { try select(selector, in: node, root: root, &found, &work) }
      }
      nodes = found
    }
    return nodes
  }

  /// The values and all their descendants in document order.
  private static func descendants(of nodes: [JSON], _ work: inout JSONWork) throws(MarkupError) -> [JSON] {
    var found: [JSON] = []
    var open = Array(nodes.reversed())
    while let next = open.popLast() {
      found.append(next)
      let children = next.children
      try work.spend(1 + children.count)
      open += children.reversed()
    }
    return found
  }

  private static func select(
    _ selector: Selector, in node: JSON, root: JSON, _ found: inout [JSON], _ work: inout JSONWork
  ) throws(MarkupError) {
    try work.spend(1)
    switch selector {
    case .name(let name): if let member = node[name] { found.append(member) }
    case .index(let index): if let element = node[index < 0 ? node.count + index : index] { found.append(element) }
    case .all:
      try work.spend(node.count)
      found += node.children
    case .slice(let start, let end, let step):
      let elements = node.elements
      try work.spend(elements.count)
      for index in indices(start, end, step, count: elements.count) { found.append(elements[index]) }
    case .filter(let filter):
      for child in node.children where try filter.holds(for: child, root: root, &work) { found.append(child) }
    }
  }

  /// The indices of a slice (RFC 9535, section 2.3.4.2.2).
  private static func indices(_ start: Int?, _ end: Int?, _ step: Int, count: Int) -> StrideTo<Int> {
    func from(_ index: Int) -> Int { index < 0 ? count + index : index }
    if step > 0 {
      let first = min(max(from(start ?? 0), 0), count)
      return stride(from: first, to: min(max(from(end ?? count), 0), count), by: step)
    }
    let first = min(max(from(start ?? count - 1), -1), count - 1)
    let last = end.map { min(max(from($0), -1), count - 1) } ?? -1
    return stride(from: first, to: step == 0 ? first : last, by: step == 0 ? 1 : step)
  }
}

extension JSONPath: Hashable {
  /// Compares the source texts.
  public static func == (one: Self, other: Self) -> Bool { one.text == other.text }
  /// Hashes the source text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Limits the number of values visited, against hostile paths and documents.
struct JSONWork {
  private var left = 2 * JSON.tokenBudget

  mutating func spend(_ count: Int) throws(MarkupError) {
    left -= count
    if left < 0 { throw .tooMuchWork }
  }
}

extension JSON {
  /// The elements of an array or the values of an object's members.
  var children: [JSON] {
    let elements = elements
    return elements.isEmpty ? members.map(\.value) : elements
  }
}
