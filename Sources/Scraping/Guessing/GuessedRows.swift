/// Rows that stand on a page, before anyone has said what they mean.
struct GuessedRows {
  /// A place within each of the rows.
  struct Leaf {
    /// The selector, relative to the row.
    var path: String
    /// What names it, for people: a header cell, a member's name, a class.
    var name: String
    /// What stands there, row by row.
    var samples: [String?]
    /// A pattern that finds the value in the text, where the text says several.
    var match: String?
    /// The selector of the unit beside it.
    var unit: String?
    /// Labels that values of a list of their own belong to.
    var along: String?

    /// What stands there in the rows that have it.
    var known: [String] { samples.compactMap { $0 } }
  }

  /// The selector of the rows, or of the object of parallel lists.
  var selector: String
  /// Whether rows are positions in parallel lists.
  var isColumns = false
  /// What they are, for people.
  var what: String
  var count: Int
  /// Where JSON stands in the HTML page; nil for the page itself.
  var inside: String?
  /// The selector of a table of units by the names of the fields.
  var units: String?
  var leaves: [Leaf]

  /// How many rows are looked at.
  static let sampled = 60
}

/// How much there is to say for a guess.
enum Certainty: Int, Comparable {
  case unsure, likely, sure

  static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

/// A selector as it is going to be written.
struct GuessedSelector: Hashable {
  var at: String
  var steps: [String: String] = [:]

  /// The steps in the order in which they are taken.
  private static let order = ["along", "and", "missing", "match", "words", "unit", "format", "zone"]

  /// As YAML.
  var yaml: String {
    if steps.isEmpty { return YAMLText.scalar(at, inFlow: false) }
    let written = Self.order.compactMap { key in steps[key].map { "\(key): \(YAMLText.scalar($0, inFlow: true))" } }
    return "{at: \(YAMLText.scalar(at, inFlow: true)), \(written.joined(separator: ", "))}"
  }
}

/// Texts as YAML has them.
enum YAMLText {
  /// A text, in quotes where it needs them.
  static func scalar(_ text: String, inFlow: Bool) -> String {
    let signs: Set<Character> =
      inFlow
      ? ["_", ".", "/", "+", "°", "-", ":", "$", "("]
      : ["_", ".", "/", "+", "°", "-", ":", "$", "(", ")", "[", "]", "'", "=", "@", "*", ",", " ", ">"]
    let isPlain =
      (text.first.map { $0.isLetter || $0.isNumber || "/$.".contains($0) } ?? false)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || signs.contains($0) }
      && !text.contains(": ") && !text.hasSuffix(":") && !text.hasSuffix(" ")
      && !["null", "true", "false", "yes", "no", "~"].contains(text.lowercased())
    if isPlain { return text }
    if !text.contains(where: { $0 == "\"" || $0 == "\\" }) { return "\"\(text)\"" }
    return "'\(text.replacing("'", with: "''"))'"
  }
}
