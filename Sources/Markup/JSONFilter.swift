/// The condition of a filter (`?@.code == 3 && @.name`).
indirect enum JSONFilter: Sendable {
  /// An operand of a comparison.
  enum Operand: Sendable {
    case path(isAbsolute: Bool, [JSONPath.Segment])
    case value(JSON)
  }

  /// Comparison operators.
  enum Comparison: String, CaseIterable, Sendable {
    case equal = "==", unequal = "!=", atMost = "<=", atLeast = ">=", less = "<", greater = ">"
  }

  case exists(Operand)
  case compare(Operand, Comparison, Operand)
  case not(JSONFilter)
  case all([JSONFilter])
  case any([JSONFilter])

  /// Evaluates the filter for a value.
  func holds(for node: JSON, root: JSON, _ work: inout JSONWork) throws(MarkupError) -> Bool {
    switch self {
    case .exists(let operand): return try Self.value(of: operand, node, root, &work) != nil
    case .not(let test): return try !test.holds(for: node, root: root, &work)
    case .all(let tests):
      for test in tests where try !test.holds(for: node, root: root, &work) { return false }
      return true
    case .any(let tests):
      for test in tests where try test.holds(for: node, root: root, &work) { return true }
      return false
    case .compare(let left, let comparison, let right):
      let left = try Self.value(of: left, node, root, &work)
      let right = try Self.value(of: right, node, root, &work)
      return try comparison.holds(left, right, &work)
    }
  }

  /// An operand's value: a literal, or the first match of a path.
  private static func value(
    of operand: Operand, _ node: JSON, _ root: JSON, _ work: inout JSONWork
  ) throws(MarkupError) -> JSON? {
    switch operand {
    case .value(let value): value
    case .path(let isAbsolute, let segments):
      try JSONPath.values(of: segments[...], from: [isAbsolute ? root : node], root: root, &work).first
    }
  }
}

extension JSONFilter.Comparison {
  /// A missing value equals only a missing value; only numbers and strings are ordered.
  fileprivate func holds(_ left: JSON?, _ right: JSON?, _ work: inout JSONWork) throws(MarkupError) -> Bool {
    try work.spend(1)
    let isEqual = try Self.isEqual(left, right, &work)
    switch self {
    case .equal: return isEqual
    case .unequal: return !isEqual
    case .less: return Self.isLess(left, right)
    case .greater: return Self.isLess(right, left)
    case .atMost: return isEqual || Self.isLess(left, right)
    case .atLeast: return isEqual || Self.isLess(right, left)
    }
  }

  private static func isLess(_ left: JSON?, _ right: JSON?) -> Bool {
    if let left = left?.number, let right = right?.number { return left < right }
    if let left = left?.string, let right = right?.string { return left < right }
    return false
  }

  private static func isEqual(_ left: JSON?, _ right: JSON?, _ work: inout JSONWork) throws(MarkupError) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    if let text = left.string { return text == right.string }
    if let number = left.number { return number == right.number }
    let (names, others) = (left.members, right.members)
    guard left.token.kind == right.token.kind, left.count == right.count, names.count == others.count else {
      return false
    }
    try work.spend(left.count)
    for (a, b) in zip(left.elements, right.elements) where try !isEqual(a, b, &work) { return false }
    for (name, value) in names {
      guard let other = right[name], try isEqual(value, other, &work) else { return false }
    }
    return true
  }
}
