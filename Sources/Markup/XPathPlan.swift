/// How an XPath expression is evaluated in parts, so that the work grows with the page and not with its square.
///
/// libxml2 finds the nodes of `//a//b` for each `a` by itself and compares every one with all that it has found: the square
/// of their number, as for the two sides of `a | b`. Here `.//b` is looked for within each `a` that does not stand within
/// another one, which finds each node once and in order; of what finds the first only, no more than that is evaluated.
indirect enum XPathPlan {
  /// The whole expression, as libxml2 evaluates it.
  case whole(String)
  /// The parts of a path between its `//`, each as seen from what the one before finds.
  case path([String])
  /// What a plan in brackets finds, or the one at a position (from 1 on) of it, and a path from there.
  case group(XPathPlan, position: Int?, then: [String])
  /// What any of several finds.
  case union([XPathPlan])

  /// The plan of an expression; `whole` where it is of none of these forms.
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

  /// `(…)`, `(…)[2]`, `(…)[2][…]`, `(…)[1]//…`, `(…)/…`.
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
    // `(…)[1][…]`: more conditions on the one node.
    let path = Substring((rest.first == "[" ? "self::node()" : ".") + rest)
    guard rest.first == "/" || rest.first == "[", isPath(path), let parts = parts(path) else { return nil }
    // What several nodes have in common, such as their following siblings, would be found more than once.
    return position == nil ? nil : .group(inner, position: position, then: parts)
  }

  /// A path between its `//`, less the one that it may begin with.
  private static func parts(_ path: Substring) -> [String]? {
    let head = path.hasPrefix("//") ? 2 : path.hasPrefix(".//") ? 3 : 0
    guard let parts = split(path.dropFirst(head), at: "//"), !parts.contains(where: { $0.isEmpty }) else { return nil }
    return [String(path.prefix(head) + parts[0])] + parts.dropFirst().map { ".//\($0)" }
  }

  /// What has been read of a step: nothing or what leads to its name (`/`, `@`, an axis, a prefix), a part of its name, or all
  /// but its predicates.
  private enum Step { case beginning, name(String), complete }

  /// Whether there is nothing at the top of an expression but steps: no operator, no number, no function.
  ///
  /// A `*` or `-` tells by what it stands behind whether it is a step, a part of a name or an operator (XPath 1.0, section
  /// 3.7): `@*` and `a-1` are steps, `@v*2` and `text()-1` are arithmetic.
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
    // An axis that leaves the subtree would find what others find, too.
    return !["ancestor", "preceding::", "following::", "parent::", ".."].contains { steps.contains($0) }
  }

  /// The pieces of an expression between a separator, where it stands in no bracket and no quotation marks; nil where those
  /// do not match.
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

  /// Where the bracket is closed that stands at an index.
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
