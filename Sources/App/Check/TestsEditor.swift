import Output
import Scraping

/// Rewrites what tests of a site file expect. Every other line of the file stays as it is, comments included.
struct TestsEditor {
  /// What stands in the file where a test should begin is none of the forms that can be rewritten.
  struct Unknown: Error {}

  private var text: [Unicode.Scalar]
  private let lineEnd: String

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
    lineEnd = text.unicodeScalars.contains("\r") ? "\r\n" : "\n"
  }

  /// The text with new expectations for some of its tests.
  static func rewritten(_ text: String, _ results: [SiteTestResult]) throws -> String {
    var editor = TestsEditor(text)
    // From the end, so that positions stay right.
    for result in results.sorted(by: { ($0.test.position ?? .start) > ($1.test.position ?? .start) }) {
      try editor.rewrite(result)
    }
    return String(String.UnicodeScalarView(editor.text))
  }

  /// The test as it is to be: what it names as it was found; all, where it names nothing.
  static func updated(_ result: SiteTestResult) -> SiteDefinition.Test {
    var test = result.test
    guard let report = result.report else { return test }
    if test.expect.isEmpty {
      test.expect = TestExpectation(whole: report)
      test.rows = result.rows
    } else {
      test.expect = test.expect.updated(to: .object(report), tolerance: test.tolerance)
      if test.rows != nil { test.rows = result.rows }
    }
    return test
  }

  private mutating func rewrite(_ result: SiteTestResult) throws {
    guard let position = result.test.position, let report = result.report else { throw Unknown() }
    let (old, new) = (result.test, Self.updated(result))
    let start = try start(of: position)
    let writer = ExpectationWriter(report: .object(report), lineEnd: lineEnd)
    let isFlow = text[start] == "{"
    let indent = column(of: start)
    for key in ["rows", "expect"] {
      if key == "expect" ? old.expect == new.expect && !old.expect.isEmpty : old.rows == new.rows { continue }
      let flow =
        key == "rows"
        ? "\(new.rows ?? 0)" : writer.flow(new.expect, indent: isFlow ? self.indent(of: start) + 4 : indent + 2)
      if isFlow {
        try setFlow(key, flow, at: start)
      } else {
        let block = key == "rows" ? " \(flow)" : writer.block(new.expect, indent: indent + 2)
        try setBlock(key, block, flow: flow, at: start)
      }
    }
  }

  // MARK: - Flow style: {session: monday, area: "1,2", expect: {…}}

  private mutating func setFlow(_ key: String, _ value: String, at start: Int) throws {
    let end = try flowEnd(start)
    let entries = try entries(start..<end)
    if let entry = entries.first(where: { $0.name == key }) {
      let begin = try valueStart(entry.offset)
      // A value of its own text: a map, else all up to the next comma.
      let stop = text[begin] == "{" ? try flowEnd(begin) : scalarEnd(begin, flow: true)
      let blank = text[begin - 1] == ":" ? " " : ""
      text.replaceSubrange(begin..<stop, with: (blank + value).unicodeScalars)
    } else {
      var last = end - 1
      while text[last - 1] == " " { last -= 1 }
      let comma = text[last - 1] == "," ? " " : ", "
      text.replaceSubrange(last..<(end - 1), with: "\(comma)\(key): \(value)".unicodeScalars)
    }
  }

  /// Behind the bracket that closes a map: the first one that makes YAML of it. No test of a sane size has as many.
  private func flowEnd(_ start: Int) throws -> Int {
    let brackets = text.indices[start...].prefix(100_000).lazy.filter { text[$0] == "}" }
    for end in brackets.prefix(1000) {
      if (try? YAMLNode(string(start..<(end + 1)), file: ""))?.entries != nil { return end + 1 }
    }
    throw Unknown()
  }

  // MARK: - Block style: a key on each line

  private mutating func setBlock(_ key: String, _ value: String, flow: String, at start: Int) throws {
    let column = column(of: start)
    let end = blockEnd(start, deeperThan: column - 1)
    // The first key as deep as the others, so that the map can be read by itself.
    let shift = String(repeating: " ", count: column)
    let entries = try entries(start..<end, prefix: shift)
    guard let entry = entries.first(where: { $0.name == key }) else {
      text.insert(contentsOf: "\(lineEnd)\(shift)\(key):\(value)".unicodeScalars, at: end)
      return
    }
    let begin = try valueStart(entry.offset)
    if key == "rows" || text[begin] == "{" {
      let end = text[begin] == "{" ? try flowEnd(begin) : scalarEnd(begin, flow: false)
      text.replaceSubrange(begin..<end, with: flow.unicodeScalars)
    } else {
      let colon = (text[entry.offset...].firstIndex(of: ":") ?? begin) + 1
      text.replaceSubrange(colon..<blockEnd(entry.offset, deeperThan: column), with: value.unicodeScalars)
    }
  }

  /// Behind the last line that belongs to what begins at `start`: those that are deeper. Blank lines and comments below it
  /// belong to what follows.
  private func blockEnd(_ start: Int, deeperThan depth: Int) -> Int {
    var end = lineEnd(from: start)
    var next = end
    while next < text.count {
      let line = (next + 1)..<lineEnd(from: next + 1)
      let first = text[line].firstIndex { $0 != " " && $0 != "\r" }
      next = line.upperBound
      guard let first, text[first] != "#" else { continue }
      if first - line.lowerBound <= depth { break }
      end = line.upperBound
    }
    while end > start, text[end - 1] == "\r" || text[end - 1] == " " { end -= 1 }
    return end
  }

  // MARK: - Places in the text

  private func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(text[range])) }

  private func lineEnd(from start: Int) -> Int {
    start >= text.count ? text.count : text[start...].firstIndex(of: "\n") ?? text.count
  }

  private func lineStart(of offset: Int) -> Int { text[..<offset].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }

  /// How many characters stand before it on its line.
  private func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  private func indent(of offset: Int) -> Int { text[lineStart(of: offset)...].prefix { $0 == " " }.count }

  private func offset(_ position: SourcePosition) throws -> Int {
    var start = 0
    for _ in 1..<max(1, position.line) { start = lineEnd(from: start) + 1 }
    guard start + position.column - 1 < text.count else { throw Unknown() }
    return start + position.column - 1
  }

  /// Where a test begins: what is not in a list is pointed at by its key.
  private func start(of position: SourcePosition) throws -> Int {
    let offset = try offset(position)
    return text[offset...].starts(with: "tests:".unicodeScalars) ? try valueStart(offset) : offset
  }

  /// Where the value of a key begins.
  private func valueStart(_ key: Int) throws -> Int {
    guard var index = text[key...].firstIndex(of: ":") else { throw Unknown() }
    index += 1
    while index < text.count, [" ", "\n", "\r", "#"].contains(text[index]) {
      index = text[index] == "#" ? lineEnd(from: index) : index + 1
    }
    guard index < text.count else { throw Unknown() }
    return index
  }

  private func scalarEnd(_ start: Int, flow: Bool) -> Int {
    let ends: [Unicode.Scalar] = flow ? [",", "}", " ", "\n", "\r"] : [" ", "\n", "\r"]
    return text[start...].firstIndex { ends.contains($0) } ?? text.count
  }

  /// The keys of a map, and where each stands.
  private func entries(_ range: Range<Int>, prefix: String = "") throws -> [(name: String, offset: Int)] {
    let map = TestsEditor(prefix + string(range))
    guard let node = try YAMLNode(prefix + string(range), file: ""), let entries = node.entries else { throw Unknown() }
    return try entries.map { name, value in
      let offset = try map.offset(SourcePosition(line: value.line, column: value.column))
      return (name, range.lowerBound + offset - prefix.unicodeScalars.count)
    }
  }
}

extension SourcePosition { fileprivate static let start = SourcePosition(line: 1, column: 1) }

extension TestExpectation {
  /// Whether a test says nothing of the report.
  var isEmpty: Bool { self == .table([:]) }
}
