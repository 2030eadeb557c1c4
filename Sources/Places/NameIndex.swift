/// The names of the table in order, each pointing to its town.
struct NameIndex {
  /// A name's town.
  struct Entry {
    /// The town's number.
    var town: Int
    /// Whether the name is the town's main one.
    var isMain: Bool
  }

  /// The table.
  let table: GazetteerTable

  /// How many keys a run has.
  static let run = 16

  /// The towns of a folded name.
  func entries(named name: [UInt8]) -> [Entry] {
    guard !name.isEmpty else { return [] }
    var (low, high) = (0, table.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if firstKey(ofBlock: middle).lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    var result: [Entry] = []
    // The name may begin inside the run before the first that begins with it or later.
    var reader = KeyReader(table: table, from: max(0, low - 1))
    while reader.next(), !name.lexicographicallyPrecedes(reader.key) {
      if reader.key == name { result.append(reader.entry) }
    }
    return result
  }

  /// The entries whose names differ from a folded one in no more letters than a slip of the pen would.
  func entries(near name: [UInt8]) -> [(entry: Entry, distance: Int)] {
    guard var spelling = SpellingDistance(to: name) else { return [] }
    var result: [(entry: Entry, distance: Int)] = []
    var reader = KeyReader(table: table, from: 0)
    while reader.next() {
      if let distance = spelling.distance(to: reader.key, shared: reader.shared) {
        result.append((reader.entry, distance))
      }
      if let hopeless = spelling.hopeless { reader.skip(sharing: hopeless) }
    }
    return result
  }

  private func firstKey(ofBlock block: Int) -> [UInt8] {
    let offset = table.keys.start + table.long(table.blocks.start + 4 * block)
    return (0..<Int(table.byte(offset + 1))).map { table.byte(offset + 2 + $0) }
  }
}
