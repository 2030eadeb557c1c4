/// A part of a body that a value can be read from: a JSON scalar, the text between two tags, or an attribute.
public struct Token: Equatable, Sendable {
  /// How the body writes it, and so how another text is to be written in its place.
  public enum Form: Equatable, Sendable {
    /// A JSON number, `true`, `false` or `null`.
    case jsonWord
    /// A JSON string, without its quotation marks.
    case jsonString
    /// The text between two tags.
    case text
    /// An attribute, without its quotation marks.
    case attribute
  }

  /// Its bytes in the body.
  public let range: Range<Int>
  /// How the body writes it.
  public let form: Form
  /// Where it stands, without positions: `hourly.temperature_2m[]`, `tr/td.temp`. Rows of one list have one shape.
  public let shape: String
  /// Whether it stands in JSON within a JavaScript literal, where quotation marks are escaped once more.
  public let isEscaped: Bool

  /// A token of a body.
  public init(range: Range<Int>, form: Form, shape: String, isEscaped: Bool = false) {
    self.range = range
    self.form = form
    self.shape = shape
    self.isEscaped = isEscaped
  }

  /// A text as it is written in place of a part of the token.
  ///
  /// Markup gets numeric entities, which mean the same in every charset. A JSON number becomes a string where the text is
  /// no number (`wholly` says that all of the token is replaced).
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

  /// Whether a text can stand in JSON without quotation marks.
  private static func isJSONWord(_ text: String) -> Bool {
    if ["null", "true", "false"].contains(text) { return true }
    guard let first = text.utf8.first, first == 0x2D || (0x30...0x39).contains(first), text.utf8.last != 0x2E else {
      return false
    }
    return Double(text) != nil && !text.hasPrefix("+")
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
  }
}

/// A part of a body that can be taken out as a whole: an element with its tags, a member of an object, an item of a list.
public struct Block: Equatable, Sendable {
  /// Its bytes in the body, in JSON without a comma beside it.
  public let range: Range<Int>
  /// Where it stands, as in ``Token/shape``.
  public let shape: String
  /// The number of the list, object or element that it stands in; siblings have the same one.
  public let parent: Int
  /// Whether it stands in JSON, where commas stand between siblings.
  public let isJSON: Bool
}

/// The tokens and blocks of a body.
public struct TokenList: Sendable {
  /// The tokens, in the order of the body.
  public var tokens: [Token] = []
  /// The blocks; those that hold others come after what they hold.
  public var blocks: [Block] = []
  /// The number of parents so far.
  var parents = 0

  /// The tokens of a body in JSON, XML or HTML; none for anything else.
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
