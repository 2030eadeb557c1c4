/// Reads the names of the table one after the other, from the start of a run.
struct KeyReader {
  /// The name just read, folded.
  private(set) var key: [UInt8] = []
  /// How many of its bytes are those of the name read before.
  private(set) var shared = 0
  /// Its town.
  private(set) var entry = NameIndex.Entry(town: 0, kind: .other)

  /// How many bytes an entry has beside those of its name.
  private static let frame = 5

  private let table: GazetteerTable
  private var offset: Int
  private var number: Int

  /// A reader before the first name of a run.
  init(table: GazetteerTable, from block: Int) {
    self.table = table
    offset = table.start(ofBlock: block)
    number = block * NameIndex.run
  }

  /// Reads the next name; false behind the last.
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

  /// Passes over the names that begin with the same bytes as the one just read, as many as given.
  mutating func skip(sharing count: Int) {
    // The names are in order: all before the first of a run that begins so begin so as well.
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

  /// Whether the first name of a run begins with the same bytes as the one just read.
  private func begins(block: Int, with count: Int) -> Bool {
    let first = table.start(ofBlock: block)
    return Int(table.byte(first + 1)) >= count && (0..<count).allSatisfy { table.byte(first + 2 + $0) == key[$0] }
  }

  /// The first name of a run stands by itself; what it shares has to be counted.
  private func sharedAtStart(of length: Int) -> Int {
    (0..<min(length, key.count)).first { table.byte(offset + 2 + $0) != key[$0] } ?? min(length, key.count)
  }
}
