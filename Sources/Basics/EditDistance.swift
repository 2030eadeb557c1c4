/// The edit distance (optimal string alignment) from one text to others: the number of insertions, deletions,
/// substitutions and swaps of neighbours.
///
/// Optimized for sorted texts: rows are reused for the prefix that a text shares with the previous one, and
/// ``hopelessPrefix`` lets the caller skip texts.
public struct EditDistance<Element: Equatable> {
  @usableFromInline let limit: Int
  /// The length of a prefix of the last text that already exceeds the limit; nil if there is none.
  public var hopelessPrefix: Int?
  @usableFromInline let target: [Element]
  /// One row for each prefix of the last text: its distances to the prefixes of ``target``.
  @usableFromInline var rows: [Int]
  /// The length of the last text's prefix that has valid rows.
  @usableFromInline var known = 0

  /// Prepares distances to a text, up to a limit.
  @inlinable public init(to target: [Element], limit: Int) {
    self.target = target
    self.limit = limit
    rows = Array(0...target.count)
  }

  /// The distance to a text; nil if it exceeds the limit.
  ///
  /// - Parameter shared: a lower bound of the length of the prefix shared with the text of the previous call.
  @inlinable public mutating func distance(to text: [Element], shared: Int = 0) -> Int? {
    known = min(known, shared)
    if target.isEmpty { return text.count <= limit ? text.count : nil }
    if let hopelessPrefix, hopelessPrefix <= shared { return nil }
    hopelessPrefix = nil
    let width = target.count + 1
    if rows.count < (text.count + 1) * width {
      rows += repeatElement(limit + 1, count: (text.count + 1) * width - rows.count)
    }
    while known < text.count {
      known += 1
      guard fillRow(known, of: text) else {
        hopelessPrefix = known
        return nil
      }
    }
    guard abs(text.count - target.count) <= limit else { return nil }
    let distance = rows[text.count * width + target.count]
    return distance <= limit ? distance : nil
  }

  /// Computes one row; false if all distances in it exceed the limit.
  @inlinable mutating func fillRow(_ row: Int, of text: [Element]) -> Bool {
    let width = target.count + 1
    let element = text[row - 1]
    let start = row * width
    // Outside this band around the diagonal all distances exceed the limit.
    let first = max(1, row - limit)
    let last = min(target.count, row + limit)
    guard first <= last else { return false }
    rows[start + first - 1] = first == 1 ? row : limit + 1
    var least = rows[start + first - 1]
    for column in first...last {
      let above = start - width + column
      var best = min(
        rows[above - 1] + (target[column - 1] == element ? 0 : 1),
        column < row + limit ? rows[above] + 1 : limit + 1, rows[start + column - 1] + 1)
      if row > 1, column > 1, element == target[column - 2], text[row - 2] == target[column - 1] {
        best = min(best, rows[above - width - 2] + 1)
      }
      rows[start + column] = best
      least = min(least, best)
    }
    return least <= limit
  }
}
