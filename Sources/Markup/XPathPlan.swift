/// Splits an XPath expression into parts, to keep evaluation linear in the size of the page.
///
/// For `//a//b`, libxml2 collects the matches within each `a` and compares each with all previous ones, which is
/// quadratic, and likewise for the two sides of `a | b`. Here `.//b` is evaluated only within outermost `a` elements,
/// which finds each node once and in order; evaluation stops early if only the first match is needed.
indirect enum XPathPlan {
  /// The whole expression, evaluated by libxml2.
  case whole(String)
  /// The parts of a path split at `//`, each relative to the matches of the previous one.
  case path([String])
  /// A plan in parentheses, optionally reduced to the match at a position (from 1), and a path from there.
  case group(XPathPlan, position: Int?, then: [String])
  /// A union of plans.
  case union([XPathPlan])

  /// Plans an expression; `whole` if it has none of the other forms.
  init(_ expression: String) {
    self = Self.plan(Substring(expression)) ?? .whole(expression)
  }

  private static func plan(_ expression: Substring) -> XPathPlan? {
    guard let sides = split(expression, at: "|") else { return nil }
    if sides.count > 1 {
      let plans = sides.compactMap { side in
        plan(Substring(side.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()))
      }
      return plans.count == sides.count ? .union(plans) : nil
    }
    if expression.first == "(" { return group(expression) }
    guard isPath(expression), let parts = parts(expression) else { return nil }
    return .path(parts)
  }

  /// Parses `(…)`, `(…)[2]`, `(…)[2][…]`, `(…)[1]//…`, `(…)/…`.
  private static func group(_ expression: Substring) -> XPathPlan? {
    guard let end = closing(expression, from: expression.startIndex),
      let inner = plan(expression[expression.index(after: expression.startIndex)..<end])
    else { return nil }
    var rest = expression[expression.index(after: end)...]
    var position: Int?
    if rest.first == "[" {
      guard let close = rest.firstIndex(of: "]"), let number = Int(rest[rest.index(after: rest.startIndex)..<close]),
        number > 0
      else { return nil }
      position = number
      rest = rest[rest.index(after: close)...]
    }
    if rest.isEmpty { return .group(inner, position: position, then: []) }
    // `(…)[1][…]`: further predicates on the single node.
    let path = Substring((rest.first == "[" ? "self::node()" : ".") + rest)
    guard rest.first == "/" || rest.first == "[", isPath(path), let parts = parts(path) else { return nil }
    // Nodes reachable from several starting nodes, such as following siblings, would be found more than once.
    return position == nil ? nil : .group(inner, position: position, then: parts)
  }

  /// A path's parts, split at `//` except at its start.
  private static func parts(_ path: Substring) -> [String]? {
    let head = path.hasPrefix("//") ? 2 : path.hasPrefix(".//") ? 3 : 0
    guard let parts = split(path.dropFirst(head), at: "//"), !parts.contains(where: { $0.isEmpty }) else { return nil }
    return [String(path.prefix(head) + parts[0])] + parts.dropFirst().map { ".//\($0)" }
  }

  /// The state of reading a step: before its name (after `/`, `@`, an axis or a prefix), inside the name, or before its
  /// predicates.
  private enum Step { case beginning, name(String), complete }

  /// True if the expression is only a path at its top level: no operators, numbers or functions.
  ///
  /// Whether `*` or `-` is a step, part of a name or an operator depends on what precedes it (XPath 1.0, section 3.7):
  /// `@*` and `a-1` are steps, `@v*2` and `text()-1` are arithmetic.
  private static func isPath(_ expression: Substring) -> Bool {
    var step = Step.beginning
    var steps = ""
    var index = expression.startIndex
    while index < expression.endIndex {
      let character = expression[index]
      switch (step, character) {
      case (.beginning, "*"), (.beginning, "."): step = .complete
      case (.beginning, "@"), (_, "/"), (.name, ":"): step = .beginning
      case (.beginning, ":") where expression[..<index].last == ":": break
      case (.beginning, _) where character.isLetter || character == "_": step = .name(String(character))
      case (.name(let name), _) where character.isLetter || character.isNumber || "-_.".contains(character):
        step = .name(name + String(character))
      case (.name("text"), "("), (.name("node"), "("), (.name("comment"), "("):
        guard expression[index...].hasPrefix("()") else { return false }
        index = expression.index(after: index)
        step = .complete
      case (.name, "["), (.complete, "["):
        guard let end = closing(expression, from: index) else { return false }
        index = end
        step = .complete
      default: return false
      }
      if character != "[" { steps.append(character) }
      index = expression.index(after: index)
    }
    if case .beginning = step, expression != "/" { return false }
    // Axes that leave the subtree could match the same nodes from several starting points.
    return !["ancestor", "preceding::", "following::", "parent::", ".."].contains { steps.contains($0) }
  }

  /// Splits an expression at a separator outside of brackets and quotation marks; nil if these are unbalanced.
  private static func split(_ expression: Substring, at separator: String) -> [Substring]? {
    var pieces: [Substring] = []
    var (start, index) = (expression.startIndex, expression.startIndex)
    while index < expression.endIndex {
      switch expression[index] {
      case "(", "[":
        guard let end = closing(expression, from: index) else { return nil }
        index = end
      case ")", "]": return nil
      case "'", "\"":
        guard let end = expression[expression.index(after: index)...].firstIndex(of: expression[index]) else {
          return nil
        }
        index = end
      default:
        if expression[index...].hasPrefix(separator) {
          pieces.append(expression[start..<index])
          index = expression.index(index, offsetBy: separator.count)
          start = index
          continue
        }
      }
      index = expression.index(after: index)
    }
    return pieces + [expression[start...]]
  }

  /// The index of the bracket that closes the one at `start`.
  private static func closing(_ expression: Substring, from start: Substring.Index) -> Substring.Index? {
    var depth = 0
    var quote: Character?
    for index in expression[start...].indices {
      let character = expression[index]
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "'", "\"": quote = character
      case "(", "[": depth += 1
      case ")", "]":
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }
}
