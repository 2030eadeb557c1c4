internal import CLibXML2

/// A valid XPath 1.0 expression: errors are found when it is created, not when it is used.
public struct XPath: Hashable, Sendable {
  /// The expression's source text.
  public let text: String
  /// The names of its variables.
  public let variables: Set<String>

  /// Checks an expression.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, also for an unknown function.
  public init(_ text: String) throws(MarkupError) {
    guard text.utf8.count <= 4000 else { throw .badXPath(expression: text, text: "longer than 4000 bytes") }
    var report = clibxml2_report()
    guard let compiled = unsafe clibxml2_compile(nil, text, &report) else {
      throw .badXPath(expression: text, text: report.message)
    }
    unsafe xmlXPathFreeCompExpr(compiled)
    let names = Self.names(in: text)
    if let function = names.functions.first(where: { !Self.functions.contains($0) }) {
      throw .badXPath(expression: text, text: "\(function)() is not a function")
    }
    self.text = text
    variables = names.variables
  }

  /// Everything that looks like a call in an expression: node tests, operators before parentheses, and the standard
  /// functions.
  private static let functions: Set<String> = [
    "node", "text", "comment", "processing-instruction", "and", "or", "div", "mod", "last", "position", "count", "id",
    "local-name", "namespace-uri", "name", "string", "concat", "starts-with", "contains", "substring-before",
    "substring-after", "substring", "string-length", "normalize-space", "translate", "boolean", "not", "true", "false",
    "lang", "number", "sum", "floor", "ceiling", "round",
  ]

  /// Variable names, and names before parentheses, outside of string literals.
  private static func names(in text: String) -> (variables: Set<String>, functions: [String]) {
    let bytes = Array(text.utf8)
    var variables: Set<String> = []
    var functions: [String] = []
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      index += 1
      if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
        while index < bytes.count, bytes[index] != first { index += 1 }
        index += 1
      } else if first == UInt8(ascii: "$") || isNamePart(first) {
        let isVariable = first == UInt8(ascii: "$")
        let start = isVariable ? index : index - 1
        while index < bytes.count, isNamePart(bytes[index]) { index += 1 }
        var next = index
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
        let isCall = next < bytes.count && bytes[next] == UInt8(ascii: "(")
        if isVariable {
          variables.insert(String(decoding: bytes[start..<index], as: UTF8.self))
        } else if isCall, first > 0x39 {
          functions.append(String(decoding: bytes[start..<index], as: UTF8.self))
        }
      }
    }
    return (variables, functions)
  }

  /// True for bytes that may be part of a name: letters, digits, `-`, `_`, `.`, and non-ASCII bytes.
  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}

extension Node {
  /// Passes the texts that an expression matches relative to this node, with blanks between elements, to a closure
  /// together with their nodes, until it returns false. Empty texts are skipped; a number or boolean result is passed
  /// as text.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)`` for an unknown variable or prefix,
  ///   ``MarkupError/tooMuchWork``.
  public func visit(_ xpath: XPath, _ take: (String, Node?) -> Bool) throws(MarkupError) {
    try unsafe document.evaluator.visitTexts(xpath.text, at: pointer) { text, node in
      take(text, unsafe node.map { unsafe Node($0, of: document) })
    }
  }

  /// The first text that an expression matches, and its node; see ``visit(_:_:)``.
  public func value(_ xpath: XPath) throws(MarkupError) -> (text: String, node: Node?)? {
    var found: (text: String, node: Node?)?
    try visit(xpath) { text, node in
      found = (text, node)
      return false
    }
    return found
  }

  /// The node itself if it is an element, else the element that has this attribute or text.
  public var element: Node {
    unsafe pointer.pointee.type == XML_ELEMENT_NODE ? self : parent ?? self
  }
}

extension clibxml2_report {
  /// libxml2's message on one line.
  var message: String {
    let text = unsafe withUnsafeBytes(of: text) { buffer in
      unsafe String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
