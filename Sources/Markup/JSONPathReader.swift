/// A JSONPath parser.
struct JSONPathReader {
  private let text: String
  private let characters: [Character]
  private var position = 0
  private var depth = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  /// Parses the whole path.
  mutating func path() throws(MarkupError) -> (isAbsolute: Bool, segments: [JSONPath.Segment]) {
    guard characters.count <= 1000 else { throw failure("it is longer than 1000 characters") }
    let isAbsolute = take("$")
    var segments: [JSONPath.Segment] = []
    if !isAbsolute, !take("@"), peek != "[", !characters.isEmpty {
      segments.append(JSONPath.Segment(isDescendant: false, selectors: [try shorthand()]))
    }
    try readSegments(&segments)
    guard position == characters.count else {
      throw failure("'.' or '[' expected; a name of other characters than letters, digits and _ stands in ['…'],")
    }
    return (isAbsolute, segments)
  }

  private var peek: Character? { position < characters.count ? characters[position] : nil }

  private mutating func take(_ wanted: String) -> Bool {
    let end = position + wanted.count
    guard end <= characters.count, String(characters[position..<end]) == wanted else { return false }
    position = end
    return true
  }

  private mutating func skipBlanks() { while peek == " " { position += 1 } }

  private func failure(_ reason: String) -> MarkupError {
    .badJSONPath(path: text, text: "\(reason) at character \(position + 1)")
  }

  // MARK: - Segments

  private mutating func readSegments(_ segments: inout [JSONPath.Segment]) throws(MarkupError) {
    while peek == "." || peek == "[" {
      let isDescendant = take("..")
      let isBracket = peek == "["
      if !isDescendant, !isBracket { position += 1 }
      let selectors = isBracket ? try bracket() : [try shorthand()]
      segments.append(JSONPath.Segment(isDescendant: isDescendant, selectors: selectors))
    }
  }

  /// A bare name or `*`.
  private mutating func shorthand() throws(MarkupError) -> JSONPath.Selector {
    if take("*") { return .all }
    let start = position
    while let next = peek, next == "_" || next.isLetter || !next.isASCII || (next.isNumber && position > start) {
      position += 1
    }
    guard position > start else { throw failure("a name expected") }
    return .name(String(characters[start..<position]))
  }

  private mutating func bracket() throws(MarkupError) -> [JSONPath.Selector] {
    position += 1
    var selectors: [JSONPath.Selector] = []
    repeat {
      skipBlanks()
      selectors.append(try selector())
      skipBlanks()
    } while take(",")
    guard take("]") else { throw failure("',' or ']' expected") }
    return selectors
  }

  private mutating func selector() throws(MarkupError) -> JSONPath.Selector {
    if peek == "'" || peek == "\"" { return .name(try quoted()) }
    if take("*") { return .all }
    if take("?") { return .filter(try either()) }
    let start = try integer()
    skipBlanks()
    guard take(":") else {
      guard let start else { throw failure("a name in quotes, a number, '*' or '?' expected") }
      return .index(start)
    }
    skipBlanks()
    let end = try integer()
    skipBlanks()
    let step = take(":") ? try integer() : nil
    return .slice(start: start, end: end, step: step ?? 1)
  }

  private mutating func integer() throws(MarkupError) -> Int? {
    let start = position
    _ = take("-")
    while let next = peek, next.isASCII, next.isNumber { position += 1 }
    guard position > start else { return nil }
    guard let number = Int(String(characters[start..<position])), abs(number) < 1 << 53 else {
      throw failure("a number expected")
    }
    return number
  }

  private mutating func quoted() throws(MarkupError) -> String {
    let quote = characters[position]
    position += 1
    var value = ""
    while let next = peek, next != quote {
      position += 1
      guard next == "\\" else {
        value.append(next)
        continue
      }
      guard let escaped = peek else { break }
      position += 1
      value.append(["n": "\n", "t": "\t", "r": "\r"][escaped] ?? escaped)
    }
    guard take(String(quote)) else { throw failure("the text is not ended") }
    return value
  }

  // MARK: - Filters

  private mutating func either() throws(MarkupError) -> JSONFilter {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 32 else { throw failure("filters stand too deep in one another") }
    var tests = [try both()]
    while take("||") { tests.append(try both()) }
    return tests.count == 1 ? tests[0] : .any(tests)
  }

  private mutating func both() throws(MarkupError) -> JSONFilter {
    var tests = [try test()]
    while take("&&") { tests.append(try test()) }
    return tests.count == 1 ? tests[0] : .all(tests)
  }

  private mutating func test() throws(MarkupError) -> JSONFilter {
    skipBlanks()
    defer { skipBlanks() }
    var isNegated = false
    while peek == "!" {
      position += 1
      isNegated.toggle()
      skipBlanks()
    }
    let test = try plainTest()
    return isNegated ? .not(test) : test
  }

  private mutating func plainTest() throws(MarkupError) -> JSONFilter {
    if take("(") {
      let inner = try either()
      guard take(")") else { throw failure("')' expected") }
      return inner
    }
    let left = try operand()
    skipBlanks()
    for comparison in JSONFilter.Comparison.allCases where take(comparison.rawValue) {
      skipBlanks()
      return .compare(left, comparison, try operand())
    }
    guard case .path = left else { throw failure("a comparison expected") }
    return .exists(left)
  }

  private mutating func operand() throws(MarkupError) -> JSONFilter.Operand {
    if peek == "'" || peek == "\"" { return .value(JSON(text: try quoted())) }
    if peek == "@" || peek == "$" {
      let isAbsolute = take("$") || !take("@")
      var segments: [JSONPath.Segment] = []
      try readSegments(&segments)
      return .path(isAbsolute: isAbsolute, segments)
    }
    let start = position
    while let next = peek, next.isASCII, next.isLetter || next.isNumber || "+-.".contains(next) { position += 1 }
    guard let value = try? JSON(parsing: Array(String(characters[start..<position]).utf8)) else {
      position = start
      throw failure("'@', '$' or a value expected")
    }
    return .value(value)
  }
}
