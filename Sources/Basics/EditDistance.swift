/// The edit distance (optimal string alignment) from one text to others: how many elements are inserted, deleted,
/// substituted, or swapped with their neighbour.
///
/// Made for texts in sorted order: rows are reused for the beginning that a text shares with the one before it, and
/// ``hopelessPrefix`` lets the caller skip texts.
public struct EditDistance<Element: Equatable> {
  @usableFromInline let limit: Int
  /// How many elements of the last text suffice to exceed the limit; nil where it is within the limit.
  public var hopelessPrefix: Int?
  @usableFromInline let target: [Element]
  /// A row for each prefix of the last text: its distances to the prefixes of ``target``.
  @usableFromInline var rows: [Int]
  /// How many elements of the last text have valid rows.
  @usableFromInline var known = 0

  /// Distances to a text, up to a limit.
  @inlinable public init(to target: [Element], limit: Int) {
    self.target = target
    self.limit = limit
    rows = Array(0...target.count)
  }

  /// The distance to a text; nil where it exceeds the limit.
  ///
  /// - Parameter shared: how many elements at least the text has in common with the one of the call before.
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

  /// Fills the row of a text's first `row` elements; false where every distance in it exceeds the limit.
  @inlinable mutating func fillRow(_ row: Int, of text: [Element]) -> Bool {
    let width = target.count + 1
    let element = text[row - 1]
    let start = row * width
    // Outside the band around the diagonal every distance exceeds the limit.
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
