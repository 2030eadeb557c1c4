import Testing
import Weather

@testable import Places

/// The names of the table, by look-up and by likeness.
struct NameIndexTests {
  private let table = GazetteerTable()
  private var index: NameIndex { NameIndex(table: table) }

  @Test func isInOrderAndFindsEveryName() {
    var reader = KeyReader(table: table, from: 0)
    var (last, count): ([UInt8], Int) = ([], 0)
    while reader.next() {
      #expect(!reader.key.lexicographicallyPrecedes(last))
      if count % 97 == 0 {
        let town = reader.entry.town
        #expect(index.entries(named: reader.key).contains { $0.town == town })
      }
      (last, count) = (reader.key, count + 1)
    }
    #expect(count == table.keys.count)
  }

  @Test func knowsTheMainNameOfEveryTown() {
    let folding = NameFolding(table: table)
    for town in stride(from: 0, to: table.towns.count, by: 53) {
      let name = folding.folded(table.town(town).name)
      #expect(index.entries(named: name).contains { $0.town == town && $0.kind.isMain })
    }
  }

  /// Passing over hopeless names loses none. Those that begin with another letter are left out, and longer ones found.
  @Test(arguments: ["pari", "zuri", "lyno", "aachn", "lon", "stokholm", "san fran"])
  func findsAllNamesThatAreNear(text: String) throws {
    let name = Array(text.utf8)
    let limit = try #require(NameIndex.tolerance(of: name)).limit
    var expected: Set<[UInt8]> = []
    var reader = KeyReader(table: table, from: 0)
    while reader.next() {
      let isNear = abs(reader.key.count - name.count) <= limit && Self.distance(reader.key, name) <= limit
      if reader.key.first == name.first, isNear || reader.key.starts(with: name) { expected.insert(reader.key) }
    }
    var found: Set<[UInt8]> = []
    for (entry, distance) in index.entries(near: name) {
      #expect(distance <= max(1, limit))
      found.formUnion(expected.filter { key in index.entries(named: key).contains { $0.town == entry.town } })
    }
    #expect(!expected.isEmpty)
    #expect(found == expected)
  }

  /// The plain textbook form of optimal string alignment.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var rows = [Array(0...other.count)]
    for row in 1...one.count {
      var next = [row]
      for column in 1...other.count {
        var best = min(
          rows[row - 1][column] + 1, next[column - 1] + 1,
          rows[row - 1][column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1))
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
          best = min(best, rows[row - 2][column - 2] + 1)
        }
        next.append(best)
      }
      rows.append(next)
    }
    return rows[one.count][other.count]
  }
}
