/// Reads names sequentially, from the start of a block.
struct KeyReader {
  /// The current folded name.
  private(set) var key: [UInt8] = []
  /// The length of the prefix shared with the previous name.
  private(set) var shared = 0
  /// The current entry.
  private(set) var entry = NameIndex.Entry(town: 0, kind: .other)

  /// Bytes per entry besides the name.
  private static let frame = 5

  private let table: GazetteerTable
  private var offset: Int
  private var number: Int

  /// Creates a reader positioned before the first name of a block.
  init(table: GazetteerTable, from block: Int) {
    self.table = table
    offset = table.start(ofBlock: block)
    number = block * NameIndex.run
  }

  /// Reads the next name; false at the end.
  mutating func next() -> Bool {
    guard number < table.keys.count else { return false }
    let head = Int(table.byte(offset))
    let rest = Int(table.byte(offset + 1))
    shared = number % NameIndex.run == 0 ? sharedAtStart(of: rest) : head
    key.removeSubrange(head...)
    for place in 0..<rest { key.append(table.byte(offset + 2 + place)) }
    let town = table.medium(offset + 2 + rest)
    entry = NameIndex.Entry(town: town >> 3, kind: NameKind(rawValue: town & 7) ?? .other)
    offset += Self.frame + rest
    number += 1
    return true
  }

  /// Skips names that share a prefix of `count` bytes with the current one.
  mutating func skip(sharing count: Int) {
    // Names are sorted, so blocks whose first name has the prefix can be skipped up to the last such block.
    var block = (number + NameIndex.run - 1) / NameIndex.run
    while block < table.blocks.count, begins(block: block, with: count) {
      offset = table.start(ofBlock: block)
      number = block * NameIndex.run
      block += 1
    }
    while number < table.keys.count,
      number % NameIndex.run == 0
        ? begins(block: number / NameIndex.run, with: count) : Int(table.byte(offset)) >= count
    {
      offset += Self.frame + Int(table.byte(offset + 1))
      number += 1
    }
  }

  /// True if a block's first name shares a prefix of `count` bytes with the current name.
  private func begins(block: Int, with count: Int) -> Bool {
    let first = table.start(ofBlock: block)
    return Int(table.byte(first + 1)) >= count && (0..<count).allSatisfy { table.byte(first + 2 + $0) == key[$0] }
  }

  /// The first name of a block is stored in full, so the shared prefix has to be computed.
  private func sharedAtStart(of length: Int) -> Int {
    (0..<min(length, key.count)).first { table.byte(offset + 2 + $0) != key[$0] } ?? min(length, key.count)
  }
}
