/// The names that an unknown one may have been meant for.
public struct Suggestion: Sendable {
  /// The name that is near enough to be the one that was meant.
  public let nearest: String?
  /// All names, the nearest first.
  public let ordered: [String]

  /// Compares a text with all names; case does not count, nor do dashes at the beginning.
  public init(for text: String, among names: [String]) {
    let text = Self.bare(text)
    let ranked = names.enumerated().map { index, name in
      let bare = Self.bare(name)
      // Of two that are equally near, the one that begins so is meant: -5d for -5, and not -p.
      let begins = !text.isEmpty && bare.starts(with: text)
      return (name: name, distance: Self.distance(text, bare), rank: begins ? 0 : 1, index: index)
    }
    .sorted { ($0.distance, $0.rank, $0.index) < ($1.distance, $1.rank, $1.index) }
    ordered = ranked.map { $0.name }
    // A beginning, one slip in a short word, one in every three letters of a longer one.
    nearest = ranked.first.flatMap { best in
      let allowed = text.count < 2 ? 0 : max(1, text.count / 3)
      return best.rank == 0 || best.distance <= allowed ? best.name : nil
    }
  }

  /// The letters that are compared.
  private static func bare(_ name: String) -> [Character] { Array(name.lowercased().drop { $0 == "-" }) }

  /// The edit distance between two words; 1 at most where one is the beginning of the other.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var reckoner = EditDistance(to: b, limit: max(a.count, b.count))
    let distance = reckoner.distance(to: a) ?? max(a.count, b.count)
    let begins = b.starts(with: a) || (b.count > 1 && a.starts(with: b))
    return begins ? min(1, distance) : distance
  }
}
