/// Which plural form a number takes: the expression of a catalogue's header, in C's syntax as gettext has it
/// (GNU gettext manual, 12.6.2).
struct PluralRule: Sendable {
  private let tokens: [String]

  /// A rule; one that cannot be read chooses the first form.
  init(_ expression: String) {
    var (tokens, rest) = ([String](), expression[...])
    while let first = rest.first {
      let token =
        first.isNumber
        ? rest.prefix { $0.isNumber }
        : ["==", "!=", "<=", ">=", "&&", "||"].contains(rest.prefix(2)) ? rest.prefix(2) : rest.prefix(1)
      rest = rest.dropFirst(token.count)
      if token != " " { tokens.append(String(token)) }
    }
    self.tokens = tokens
  }

  /// The number of the form, from 0.
  func form(of count: Int) -> Int {
    var reader = Reader(tokens: tokens[...], count: count)
    return reader.choice()
  }

  /// Evaluates an expression from left to right, with C's precedence.
  private struct Reader {
    var tokens: ArraySlice<String>
    let count: Int

    private mutating func take(_ token: String) -> Bool {
      guard tokens.first == token else { return false }
      tokens.removeFirst()
      return true
    }

    mutating func choice() -> Int {
      let condition = binary(0)
      guard take("?") else { return condition }
      let first = choice()
      _ = take(":")
      let second = choice()
      return condition != 0 ? first : second
    }

    private static let levels = [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]]

    private mutating func binary(_ level: Int) -> Int {
      guard level < Self.levels.count else { return atom() }
      var left = binary(level + 1)
      while let sign = tokens.first, Self.levels[level].contains(sign) {
        tokens.removeFirst()
        left = Self.result(sign, left, binary(level + 1))
      }
      return left
    }

    private mutating func atom() -> Int {
      if take("(") {
        defer { _ = take(")") }
        return choice()
      }
      if take("!") { return atom() == 0 ? 1 : 0 }
      guard let token = tokens.popFirst() else { return 0 }
      return token == "n" ? count : Int(token) ?? 0
    }

    private static func result(_ sign: String, _ a: Int, _ b: Int) -> Int {
      switch sign {
      case "||": a != 0 || b != 0 ? 1 : 0
      case "&&": a != 0 && b != 0 ? 1 : 0
      case "==": a == b ? 1 : 0
      case "!=": a != b ? 1 : 0
      case "<": a < b ? 1 : 0
      case ">": a > b ? 1 : 0
      case "<=": a <= b ? 1 : 0
      case ">=": a >= b ? 1 : 0
      case "+": a &+ b
      case "-": a &- b
      case "*": a &* b
      case "/": b == 0 ? 0 : a / b
      default: b == 0 ? 0 : a % b
      }
    }
  }
}
