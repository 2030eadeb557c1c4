/// Why HTML, XML or JSON could not be parsed, or an expression not be evaluated.
///
/// Each description is a clause for "the answer of X cannot be read: <clause> (<url>)".
public enum MarkupError: Error, Hashable, Sendable {
  /// No bytes, only whitespace, or markup without an element.
  case empty
  case tooManyNodes(limit: Int)
  case tooDeep(limit: Int)
  /// Not well-formed XML; with libxml2's message and the line, from 1.
  case notWellFormed(line: Int, text: String)
  /// It declares entities, elements or attributes, or uses such entities, which could expand without limit or read
  /// other files.
  case needsDeclarations
  /// The text encoding is not supported; with its name or libxml2's message.
  case unsupportedEncoding(text: String)
  /// The bytes are invalid in the declared text encoding, such as `Shift_JIS`.
  case wrongEncoding(declared: String)
  /// The expression is malformed or has the wrong type; with libxml2's message.
  case badXPath(expression: String, text: String)
  case badJSONPath(path: String, text: String)
  case tooMuchWork
  /// Not JSON; the offset is in bytes.
  case notJSON(offset: Int, reason: String)
  case outOfMemory
}

extension MarkupError: CustomStringConvertible {
  /// A clause without initial capital or full stop.
  public var description: String {
    switch self {
    case .empty: "it is empty"
    case .tooManyNodes(let limit): "it holds more than the \(limit) nodes that one document may"
    case .tooDeep(let limit): "its parts stand in one another more than \(limit) levels deep"
    case .notWellFormed(let line, let text): "it is not well-formed XML (line \(line): \(text))"
    case .needsDeclarations: "it needs the declarations of a document type, which are not read"
    case .unsupportedEncoding(let text): "its text encoding is not supported (\(text))"
    case .wrongEncoding(let declared): "it says that its text is \(declared), and it is not"
    case .badXPath(let expression, let text): "the XPath expression \(expression) cannot be evaluated (\(text))"
    case .badJSONPath(let path, let text): "the JSONPath \(path) cannot be read (\(text))"
    case .tooMuchWork: "to find anything in it takes more work than one document may"
    case .notJSON(let offset, let reason): "it is not JSON (byte \(offset): \(reason))"
    case .outOfMemory: "there is no memory left for it"
    }
  }
}
