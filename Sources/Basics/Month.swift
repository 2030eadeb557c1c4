/// The English names of the months.
public enum Month {
  /// `Jan` to `Dec`.
  public static let abbreviations = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static let names =
    "january february march april may june july august september october november december".split(separator: " ")

  /// The number (1-12) of a month by its English name or a prefix of at least three letters (`Sept`, `FEB`).
  public static func number(_ name: some StringProtocol) -> Int? {
    let name = name.lowercased()
    guard name.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(name) }.map { $0 + 1 }
  }
}
