/// Suggestions for an unknown name.
public struct Suggestion: Sendable {
  /// The most similar name, if it is similar enough to suggest.
  public let nearest: String?
  /// All names, the most similar first.
  public let ordered: [String]

  /// Compares a text with names, ignoring case and leading dashes.
  public init(for text: String, among names: [String]) {
    let text = Self.bare(text)
    let ranked = names.enumerated().map { index, name in
      let bare = Self.bare(name)
      // Among equally similar names, a prefix match wins: -5 means -5d and not -p.
      let begins = !text.isEmpty && bare.starts(with: text)
      return (name: name, distance: Self.distance(text, bare), rank: begins ? 0 : 1, index: index)
    }
    .sorted { ($0.distance, $0.rank, $0.index) < ($1.distance, $1.rank, $1.index) }
    ordered = ranked.map { $0.name }
    // Accepts a prefix match, one typo in a short word, and one per three letters in a longer one.
    nearest = ranked.first.flatMap { best in
      let allowed = text.count < 2 ? 0 : max(1, text.count / 3)
      return best.rank == 0 || best.distance <= allowed ? best.name : nil
    }
  }

  /// The characters to compare.
  private static func bare(_ name: String) -> [Character] { Array(name.lowercased().drop { $0 == "-" }) }

  /// The edit distance between two words; at most 1 if one is a prefix of the other.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var reckoner = EditDistance(to: b, limit: max(a.count, b.count))
    let distance = reckoner.distance(to: a) ?? max(a.count, b.count)
    let begins = b.starts(with: a) || (b.count > 1 && a.starts(with: b))
    return begins ? min(1, distance) : distance
  }
}
