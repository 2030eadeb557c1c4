internal import Basics

/// The names of the table in order, each pointing to its town.
struct NameIndex {
  /// A name's town, by its number.
  struct Entry {
    var town: Int
    var kind: NameKind
    /// Whether it was found in another spelling than was asked for (`Mount Vernon` for `Mt Vernon`).
    var isRespelt = false
  }

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
  /// They begin with the same letter: hardly anybody gets that wrong.
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
      // A beginning that is too far off already is not the whole name either.
      if let hopeless = spelling.hopelessPrefix, !reader.key.starts(with: name) { reader.skip(sharing: hopeless) }
    }
    return result
  }

  /// How many bytes another spelling of a folded name may differ in, and how many bytes a letter of it has: scripts other
  /// than ours have two or three. Nil for a name too short to say anything, or too long to be one.
  static func tolerance(of name: [UInt8]) -> (limit: Int, bytesPerLetter: Int)? {
    guard (3...60).contains(name.count) else { return nil }
    let letters = name.count { $0 & 0xC0 != 0x80 }
    let bytesPerLetter = name.count / letters
    // Two letters off, a word of seven is another word; one letter off, one of three is.
    return ((letters < 4 ? 0 : letters < 8 ? 1 : 2) * bytesPerLetter, bytesPerLetter)
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
    let offset = table.start(ofBlock: block)
    return table.bytes(offset + 2, count: Int(table.byte(offset + 1)))
  }
}

/// How a name belongs to a town, the weakest first; scripts/make-gazetteer decides it.
enum NameKind: Int, Comparable {
  /// A name that no language of the town's country uses, or none that is known to.
  case other
  /// A code of an airport or the like.
  case code
  /// A part of the main name (`Frankfurt` of Frankfurt am Main).
  case part
  /// A name in the languages of the town's country (`München`).
  case own
  /// The main name.
  case main
  /// The main name, which is also that of a region or a country elsewhere (`California`, in Maryland).
  case shared

  /// Whether a town may be taken for the name; others are only asked about.
  var isName: Bool { self >= .part }

  /// Whether it is the main name.
  var isMain: Bool { self >= .main }

  static func < (one: NameKind, other: NameKind) -> Bool { one.rawValue < other.rawValue }
}
