/// The names of the table in order, each pointing to its town.
struct NameIndex {
  /// A name's town.
  struct Entry {
    /// The town's number.
    var town: Int
    /// What the name is to it.
    var kind: NameKind
    /// Whether it was found in another spelling than was asked for (`Mount Vernon` for `Mt Vernon`).
    var isRespelt = false
  }

  /// The table.
  let table: GazetteerTable

  /// How many keys a run has.
  static let run = 16

  /// The towns of a folded name.
  func entries(named name: [UInt8]) -> [Entry] {
    guard !name.isEmpty else { return [] }
    var result: [Entry] = []
    var reader = reader(before: name)
    while reader.next(), !name.lexicographicallyPrecedes(reader.key) {
      if reader.key == name { result.append(reader.entry) }
    }
    return result
  }

  /// The entries whose names begin with a folded one, or differ from it in one letter (distance 1) or two (distance 2).
  ///
  /// They begin with the same letter: nobody gets that wrong, and what begins otherwise looks like nonsense.
  func entries(near name: [UInt8]) -> [(entry: Entry, distance: Int)] {
    guard var spelling = SpellingDistance(to: name) else { return [] }
    let letter = Array(name.prefix(1 + name.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count))
    var result: [(entry: Entry, distance: Int)] = []
    var reader = reader(before: letter)
    while reader.next() {
      guard reader.key.starts(with: letter) else {
        if letter.lexicographicallyPrecedes(reader.key) { break }
        continue
      }
      if let distance = spelling.distance(to: reader.key, shared: reader.shared) {
        result.append((reader.entry, distance))
      } else if reader.key.starts(with: name) {
        result.append((reader.entry, 1))
      }
      // A beginning that is too far off already is not the whole name either.
      if let hopeless = spelling.hopeless, !reader.key.starts(with: name) { reader.skip(sharing: hopeless) }
    }
    return result
  }

  /// A reader in front of the first name that is a folded one or comes behind it; some others may come before.
  private func reader(before name: [UInt8]) -> KeyReader {
    var (low, high) = (0, table.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if firstKey(ofBlock: middle).lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    // The name may begin inside the run before the first that begins with it or later.
    return KeyReader(table: table, from: max(0, low - 1))
  }

  private func firstKey(ofBlock block: Int) -> [UInt8] {
    let offset = table.keys.start + table.long(table.blocks.start + 4 * block)
    return (0..<Int(table.byte(offset + 1))).map { table.byte(offset + 2 + $0) }
  }
}
