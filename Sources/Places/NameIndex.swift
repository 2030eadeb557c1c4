internal import Basics

/// The table's sorted names, with their towns.
struct NameIndex {
  /// A name's town (index) and kind.
  struct Entry {
    var town: Int
    var kind: NameKind
    /// True if it was found in another spelling than typed (`Mount Vernon` for `Mt Vernon`).
    var isRespelt = false
  }

  let table: GazetteerTable

  /// Keys per block.
  static let run = 16

  /// The entries with exactly this folded name.
  func entries(named name: [UInt8]) -> [Entry] {
    guard !name.isEmpty else { return [] }
    var result: [Entry] = []
    var reader = reader(before: name)
    while reader.next(), !name.lexicographicallyPrecedes(reader.key) {
      if reader.key == name { result.append(reader.entry) }
    }
    return result
  }

  /// The entries whose names begin with a folded name, or differ from it by one letter (distance 1) or two (distance
  /// 2).
  ///
  /// Only names with the same first letter, which is rarely mistyped.
  func entries(near name: [UInt8]) -> [(entry: Entry, distance: Int)] {
    guard let (limit, bytesPerLetter) = Self.tolerance(of: name) else { return [] }
    var spelling = EditDistance(to: name, limit: limit)
    let letter = Array(name.prefix(1 + name.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count))
    var result: [(entry: Entry, distance: Int)] = []
    var reader = reader(before: letter)
    while reader.next() {
      guard reader.key.starts(with: letter) else {
        if letter.lexicographicallyPrecedes(reader.key) { break }
        continue
      }
      if let distance = spelling.distance(to: reader.key, shared: reader.shared) {
        result.append((reader.entry, (distance + bytesPerLetter - 1) / bytesPerLetter))
      } else if reader.key.starts(with: name) {
        result.append((reader.entry, 1))
      }
      // If a prefix is already too different, skip all names that share it.
      if let hopeless = spelling.hopelessPrefix, !reader.key.starts(with: name) { reader.skip(sharing: hopeless) }
    }
    return result
  }

  /// The allowed edit distance in bytes, and the bytes per letter, which are two or three in non-Latin scripts. Nil if
  /// the name is too short or too long for a useful comparison.
  static func tolerance(of name: [UInt8]) -> (limit: Int, bytesPerLetter: Int)? {
    guard (3...60).contains(name.count) else { return nil }
    let letters = name.count { $0 & 0xC0 != 0x80 }
    let bytesPerLetter = name.count / letters
    // Limits of one or two typos would otherwise turn short words into others.
    return ((letters < 4 ? 0 : letters < 8 ? 1 : 2) * bytesPerLetter, bytesPerLetter)
  }

  /// A reader positioned at or before the first name that is not less than the given one.
  private func reader(before name: [UInt8]) -> KeyReader {
    var (low, high) = (0, table.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if firstKey(ofBlock: middle).lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
    }
    // The name may be in the block before the first one whose first key is not less.
    return KeyReader(table: table, from: max(0, low - 1))
  }

  private func firstKey(ofBlock block: Int) -> [UInt8] {
    let offset = table.start(ofBlock: block)
    return table.bytes(offset + 2, count: Int(table.byte(offset + 1)))
  }
}

/// How a name relates to its town, weakest first; decided by scripts/make-gazetteer.
enum NameKind: Int, Comparable {
  /// A name not known to be used in any language of the town's country.
  case other
  /// A code, for example of an airport.
  case code
  /// A part of the main name (`Frankfurt` of Frankfurt am Main).
  case part
  /// A name in a language of the town's country (`München`).
  case own
  /// The main name.
  case main
  /// A main name that is also that of a region or country elsewhere (`California` in Maryland).
  case shared

  /// True if the name may identify the town; others only lead to a question.
  var isName: Bool { self >= .part }

  /// Whether it is the main name.
  var isMain: Bool { self >= .main }

  static func < (one: NameKind, other: NameKind) -> Bool { one.rawValue < other.rawValue }
}
