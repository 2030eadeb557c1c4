/// The test of a filter (`?@.code == 3 && @.name`).
indirect enum JSONFilter: Hashable, Sendable {
  /// A side of a comparison.
  enum Operand: Hashable, Sendable {
    case path(isAbsolute: Bool, [JSONPath.Segment])
    case text(String)
    case number(Double)
    case bool(Bool)
    case null
  }

  /// How two sides are compared.
  enum Comparison: String, CaseIterable, Sendable {
    case equal = "==", unequal = "!=", atMost = "<=", atLeast = ">=", less = "<", greater = ">"
  }

  case exists(Operand)
  case compare(Operand, Comparison, Operand)
  case not(JSONFilter)
  case all([JSONFilter])
  case any([JSONFilter])

  /// Whether it holds for a value.
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

  /// A side's value: one that stands in the filter, or the first that a path finds.
  private static func value(
    of operand: Operand, _ node: JSON, _ root: JSON, _ work: inout JSONWork
  ) throws(MarkupError) -> Value? {
    switch operand {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .bool(let bool): .bool(bool)
    case .null: .null
    case .path(let isAbsolute, let segments):
      try JSONPath.values(of: segments[...], from: [isAbsolute ? root : node], root: root, &work).first.map {
        Value($0)
      }
    }
  }

  /// A value that is compared.
  fileprivate enum Value {
    case text(String)
    case number(Double)
    case bool(Bool)
    case null
    case container(JSON)

    init(_ json: JSON) {
      self =
        if let text = json.string {
          .text(text)
        } else if let number = json.number {
          .number(number)
        } else if let bool = json.bool {
          .bool(bool)
        } else if json.isNull {
          .null
        } else {
          .container(json)
        }
    }
  }
}

extension JSONFilter.Comparison {
  /// What is not there equals what is not there; only numbers and texts come before one another.
  fileprivate func holds(
    _ left: JSONFilter.Value?, _ right: JSONFilter.Value?, _ work: inout JSONWork
  ) throws(MarkupError) -> Bool {
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

  private static func isLess(_ left: JSONFilter.Value?, _ right: JSONFilter.Value?) -> Bool {
    switch (left, right) {
    case (.number(let left)?, .number(let right)?): left < right
    case (.text(let left)?, .text(let right)?): left < right
    default: false
    }
  }

  private static func isEqual(
    _ left: JSONFilter.Value?, _ right: JSONFilter.Value?, _ work: inout JSONWork
  ) throws(MarkupError) -> Bool {
    switch (left, right) {
    case (nil, nil), (.null?, .null?): return true
    case (.text(let left)?, .text(let right)?): return left == right
    case (.number(let left)?, .number(let right)?): return left == right
    case (.bool(let left)?, .bool(let right)?): return left == right
    case (.container(let left)?, .container(let right)?):
      let (names, others) = (left.members, right.members)
      guard left.count == right.count, names.count == others.count else { return false }
      try work.spend(left.count)
      if names.isEmpty {
        for (a, b) in zip(left.elements, right.elements) where try !isEqual(.init(a), .init(b), &work) { return false }
      }
      for (name, value) in names {
        guard let other = right[name], try isEqual(.init(value), .init(other), &work) else { return false }
      }
      return true
    default: return false
    }
  }
}
