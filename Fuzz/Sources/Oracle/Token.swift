/// A part of a body that values are read from: a JSON scalar, the text between two tags, or an attribute.
public struct Token: Equatable, Sendable {
  /// How the body writes it, which determines how to write a replacement.
  public enum Form: Equatable, Sendable {
    /// A JSON number, `true`, `false` or `null`.
    case jsonWord
    /// A JSON string without quotation marks.
    case jsonString
    /// The text between two tags.
    case text
    /// An attribute without quotation marks.
    case attribute
  }

  /// Its range in the body.
  public let range: Range<Int>
  /// Its form in the body.
  public let form: Form
  /// Its path without indices: `hourly.temperature_2m[]`, `tr/td.temp`. Rows of a list have the same shape.
  public let shape: String
  /// True in JSON inside a JavaScript literal, where quotation marks are escaped once more.
  public let isEscaped: Bool

  /// Creates a token.
  public init(range: Range<Int>, form: Form, shape: String, isEscaped: Bool = false) {
    self.range = range
    self.form = form
    self.shape = shape
    self.isEscaped = isEscaped
  }

  /// Encodes a text as a replacement for part of the token.
  ///
  /// Markup gets numeric character references, which are independent of the charset. A JSON number becomes a string if
  /// the text is not a number (`wholly`: the whole token is replaced).
  public func written(_ text: String, wholly: Bool) -> [UInt8] {
    switch form {
    case .jsonWord:
      guard wholly, !Self.isJSONWord(text) else { return Array(text.utf8) }
      let quote = isEscaped ? "\\\"" : "\""
      return Array((quote + text + quote).utf8)
    case .jsonString: return Array(text.replacing("\"", with: "").utf8)
    case .text, .attribute:
      return Array(
        text.unicodeScalars.map { scalar in
          scalar.isASCII && !"<>&\"'".unicodeScalars.contains(scalar) ? String(scalar) : "&#\(scalar.value);"
        }.joined().utf8)
    }
  }

  /// True if a text needs no quotation marks in JSON.
  private static func isJSONWord(_ text: String) -> Bool {
    if ["null", "true", "false"].contains(text) { return true }
    guard let first = text.utf8.first, first == 0x2D || (0x30...0x39).contains(first), text.utf8.last != 0x2E else {
      return false
    }
    return Double(text) != nil && !text.hasPrefix("+")
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
  }
}

/// A part of a body that can be removed as a whole: an element with its tags, a member of an object, an item of an
/// array.
public struct Block: Equatable, Sendable {
  /// Its range in the body; in JSON without adjacent commas.
  public let range: Range<Int>
  /// Its path, as in ``Token/shape``.
  public let shape: String
  /// The number of its parent; siblings have the same one.
  public let parent: Int
  /// True in JSON, where siblings are separated by commas.
  public let isJSON: Bool
}

/// The tokens and blocks of a body.
public struct TokenList: Sendable {
  /// The tokens in body order.
  public var tokens: [Token] = []
  /// The blocks; inner ones come before outer ones.
  public var blocks: [Block] = []
  /// Number of parents so far.
  var parents = 0

  /// The tokens of a JSON, XML or HTML body; empty for anything else.
  public init(_ body: [UInt8]) {
    let first = body.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      var scanner = JSONTokens(body, at: 0, isEscaped: false)
      scanner.value("", into: &self)
    } else if first == UInt8(ascii: "<") {
      MarkupTokens.scan(body, into: &self)
    }
  }

  /// A number for a new parent.
  mutating func newParent() -> Int {
    parents += 1
    return parents
  }
}
