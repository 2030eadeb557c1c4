/// Spellings of names with abbreviated words: `Mt Vernon` and `Mount Vernon`.
///
/// Works both ways: either the typed name or the one in the table may be abbreviated. Full stops have already been
/// removed.
enum ShortForms {
  /// An abbreviation and the words that it stands for.
  private static let forms: [(short: String, long: [String])] = [
    ("st", ["saint", "sankt", "sint"]), ("ste", ["sainte"]), ("sta", ["santa"]), ("sto", ["santo"]),
    ("mt", ["mount", "mont"]), ("mte", ["monte"]), ("mtn", ["mountain"]), ("ft", ["fort"]),
    ("pt", ["point", "port"]), ("pte", ["pointe"]), ("pto", ["puerto"]), ("hts", ["heights"]),
    ("spgs", ["springs"]), ("jct", ["junction"]), ("n", ["north"]), ("s", ["south"]), ("e", ["east"]), ("w", ["west"]),
    ("b", ["bad"]),
  ]
  /// Alternatives for a word, without the word itself.
  private static let readings: [String: [String]] = {
    var result: [String: [String]] = [:]
    for (short, long) in forms {
      result[short, default: []] += long
      for word in long { result[word, default: []].append(short) }
    }
    // `Saint` and `Sankt` are often confused between languages.
    result["saint", default: []].append("sankt")
    result["sankt", default: []].append("saint")
    return result
  }()
  /// Maximum number of spellings; names with more are only looked up as typed.
  private static let limit = 24

  /// All spellings of a folded name, the given one first.
  static func spellings(of name: [UInt8]) -> [[UInt8]] {
    let words = String(decoding: name, as: UTF8.self).split(separator: " ").map(String.init)
    // A single word is a name, not an abbreviation: `Port`, `Bad`.
    guard (2...8).contains(words.count) else { return [name] }
    var spellings: [[String]] = [[]]
    for word in words {
      let choices = [word] + (readings[word] ?? [])
      guard spellings.count * choices.count <= limit else { return [name] }
      spellings = spellings.flatMap { beginning in choices.map { beginning + [$0] } }
    }
    return spellings.map { Array($0.joined(separator: " ").utf8) }
  }
}
