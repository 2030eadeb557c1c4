internal import CLibXML2

/// An XPath 1.0 expression that libxml2 takes: broken ones are found where it is made and not where it is used.
public struct XPath: Hashable, Sendable {
  /// The expression as it is written.
  public let text: String
  /// The names of the variables in it.
  public let variables: Set<String>

  /// Checks an expression.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)``, also for a function that there is not.
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

  /// What looks like a call in an expression: node tests, operators before brackets, and the functions of the standard.
  private static let functions: Set<String> = [
    "node", "text", "comment", "processing-instruction", "and", "or", "div", "mod", "last", "position", "count", "id",
    "local-name", "namespace-uri", "name", "string", "concat", "starts-with", "contains", "substring-before",
    "substring-after", "substring", "string-length", "normalize-space", "translate", "boolean", "not", "true", "false",
    "lang", "number", "sum", "floor", "ceiling", "round",
  ]

  /// The names of variables and the names before brackets, outside of strings.
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

  /// Whether a byte may stand in a name: a letter, a digit, `-`, `_`, `.`, or a part of a character beyond ASCII.
  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}

extension Node {
  /// Hands the texts that an expression finds as seen from this node to a closure, with a blank where elements meet, and the
  /// nodes that they stand in, until it has enough. Empty texts are passed over; a number or a truth is a text as well.
  ///
  /// - Throws: ``MarkupError/badXPath(expression:text:)`` for a variable or a prefix that is not known,
  ///   ``MarkupError/tooMuchWork``.
  public func visit(_ xpath: XPath, _ take: (String, Node?) -> Bool) throws(MarkupError) {
    try unsafe document.evaluator.visitTexts(xpath.text, at: pointer) { text, node in
      take(text, unsafe node.map { unsafe Node($0, of: document) })
    }
  }

  /// The first text that an expression finds, and the node that it stands in; see ``visit(_:_:)``.
  public func value(_ xpath: XPath) throws(MarkupError) -> (text: String, node: Node?)? {
    var found: (text: String, node: Node?)?
    try visit(xpath) { text, node in
      found = (text, node)
      return false
    }
    return found
  }

  /// The element that the node is, or the one that it is an attribute or a text of.
  public var element: Node {
    unsafe pointer.pointee.type == XML_ELEMENT_NODE ? self : parent ?? self
  }
}

extension clibxml2_report {
  /// libxml2's own text on one line.
  var message: String {
    let text = unsafe withUnsafeBytes(of: text) { buffer in
      unsafe String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
