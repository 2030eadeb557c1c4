/// How many letters names differ in from one name: letters added, left out, changed, or swapped with the next (optimal
/// string alignment).
///
/// Made for names in order: what a name shares with the one before is not reckoned again, and all that begin with letters
/// that are too far off already are passed over.
struct SpellingDistance {
  /// The largest distance that counts, in bytes.
  let limit: Int
  /// How many letters of the name at hand are enough to know that it is too far off; nil where it is not.
  private(set) var hopeless: Int?

  private let bytesPerLetter: Int
  private let name: [UInt8]
  private let width: Int
  /// A row for each length of the beginning of the name at hand: its distances to the beginnings of ``name``.
  private var rows: [UInt8]
  /// How many letters of the name at hand have rows.
  private var known = 0

  /// Distances to a folded name; nil for one too short to say anything, or too long to be a name.
  init?(to name: [UInt8]) {
    guard (3...60).contains(name.count) else { return nil }
    let letters = name.count { $0 & 0xC0 != 0x80 }
    // Two letters off, a word of seven is another word; one letter off, one of three is.
    // Distances are counted in bytes, of which other scripts than ours have two or three a letter.
    bytesPerLetter = name.count / letters
    limit = (letters < 4 ? 0 : letters < 8 ? 1 : 2) * bytesPerLetter
    self.name = name
    width = name.count + 1
    rows = [UInt8](repeating: 0xFF, count: width * 128)
    for column in 0..<width { rows[column] = UInt8(column) }
  }

  /// The distance to a name in letters; nil where it is over the limit.
  ///
  /// - Parameter shared: how many letters at least the name has in common with the one asked for before.
  mutating func distance(to key: [UInt8], shared: Int) -> Int? {
    known = min(known, shared)
    if let hopeless, hopeless <= shared { return nil }
    hopeless = nil
    guard key.count < 128 else { return nil }
    while known < key.count {
      known += 1
      if !reckonRow(known, of: key) {
        hopeless = known
        return nil
      }
    }
    let distance = Int(rows[key.count * width + name.count])
    guard abs(key.count - name.count) <= limit, distance <= limit else { return nil }
    return (distance + bytesPerLetter - 1) / bytesPerLetter
  }

  /// Fills the row of a name's first `row` letters; false where all of it is over the limit.
  private mutating func reckonRow(_ row: Int, of key: [UInt8]) -> Bool {
    let letter = key[row - 1]
    let start = row * width
    // Beyond the band round the diagonal every distance is over the limit.
    let first = max(1, row - limit)
    let last = min(name.count, row + limit)
    guard first <= last else { return false }
    rows[start + first - 1] = first == 1 ? UInt8(row) : 0x7F
    var least: UInt8 = 0x7F
    for column in first...last {
      let above = start - width + column
      let changed = rows[above - 1] + (name[column - 1] == letter ? 0 : 1)
      let added = column < row + limit ? rows[above] + 1 : 0x7F
      var best = min(changed, added, rows[start + column - 1] + 1)
      if row > 1, column > 1, letter == name[column - 2], key[row - 2] == name[column - 1] {
        best = min(best, rows[above - width - 2] + 1)
      }
      rows[start + column] = best
      least = min(least, best)
    }
    return least <= limit
  }
}
