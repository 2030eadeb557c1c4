/// Why bytes could not be read as HTML, XML or JSON, or an XPath expression not be evaluated.
///
/// Each case describes itself as a clause for the middle of a sentence: "the answer of X cannot be read: <clause> (<url>)".
public enum MarkupError: Error, Hashable, Sendable {
  /// There is nothing in it: no bytes, blanks only, or markup without an element.
  case empty
  case tooManyNodes(limit: Int)
  case tooDeep(limit: Int)
  /// It is not well-formed XML; the text is libxml2's own, lines count from 1.
  case notWellFormed(line: Int, text: String)
  /// It declares entities, elements or attributes, or uses such entities, which could blow it up or read other files.
  case needsDeclarations
  /// Its text encoding cannot be read; its name, or libxml2's own text.
  case unsupportedEncoding(text: String)
  /// It declares a text encoding, such as `Shift_JIS`, in which its bytes are invalid.
  case wrongEncoding(declared: String)
  /// The expression is broken or of the wrong type; the text is libxml2's own.
  case badXPath(expression: String, text: String)
  case badJSONPath(path: String, text: String)
  case tooMuchWork
  /// The offset is in bytes.
  case notJSON(offset: Int, reason: String)
  case outOfMemory
}

extension MarkupError: CustomStringConvertible {
  /// The clause, without a capital or a full stop.
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
