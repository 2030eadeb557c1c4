/// The ways to write a name whose words have short forms: `Mt Vernon` and `Mount Vernon`.
///
/// Both ways: the name typed and the one in the table may each be the short one. Points are gone already.
enum ShortForms {
  /// A short form with the words that it stands for.
  private static let forms: [(short: String, long: [String])] = [
    ("st", ["saint", "sankt", "sint"]), ("ste", ["sainte"]), ("sta", ["santa"]), ("sto", ["santo"]),
    ("mt", ["mount", "mont"]), ("mte", ["monte"]), ("mtn", ["mountain"]), ("ft", ["fort"]),
    ("pt", ["point", "port"]), ("pte", ["pointe"]), ("pto", ["puerto"]), ("hts", ["heights"]),
    ("spgs", ["springs"]), ("jct", ["junction"]), ("n", ["north"]), ("s", ["south"]), ("e", ["east"]), ("w", ["west"]),
    ("b", ["bad"]),
  ]
  /// The words that a word may stand for, itself left out.
  private static let readings: [String: [String]] = {
    var result: [String: [String]] = [:]
    for (short, long) in forms {
      result[short, default: []] += long
      for word in long { result[word, default: []].append(short) }
    }
    // Where a saint is Saint in one language and Sankt in the next, people mix them.
    result["saint", default: []].append("sankt")
    result["sankt", default: []].append("saint")
    return result
  }()
  /// Names of more words than this have so many readings that they would cost time.
  private static let limit = 24

  /// A folded name in all its spellings, its own first.
  static func spellings(of name: [UInt8]) -> [[UInt8]] {
    let words = String(decoding: name, as: UTF8.self).split(separator: " ").map(String.init)
    // A word alone is a name, not a short form: `Port`, `Bad`.
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
