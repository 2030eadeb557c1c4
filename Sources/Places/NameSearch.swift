/// Looks names up in all their spellings, and finds names like them.
struct NameSearch {
  let table: GazetteerTable
  private var index: NameIndex { NameIndex(table: table) }

  /// The towns of a reading, each once with the best of its names; codes are left out.
  func entries(of reading: PlaceReading) -> [NameIndex.Entry] {
    entries(named: reading.name).filter { entry in
      entry.kind != .code && reading.qualifiers.allSatisfy { table.town(entry.town, liesIn: $0) }
    }
  }

  /// The towns that a few capitals name: by their own name, or by the code.
  func towns(ofCode text: String) -> [NameIndex.Entry] {
    sorted(entries(named: Array(text.lowercased().utf8)).filter { $0.kind != .other })
  }

  func sorted(_ entries: [NameIndex.Entry]) -> [NameIndex.Entry] {
    entries.sorted { (table.population($0.town), $0.kind, $1.town) > (table.population($1.town), $1.kind, $0.town) }
  }

  /// The towns whose names are nearest to a folded name: one letter off or longer by some, else two letters off; the largest
  /// first. All begin with the same letter, and lie in the qualifiers where any do.
  func similar(to name: [UInt8], in qualifiers: [[UInt8]] = [], count: Int) -> [NameIndex.Entry] {
    var seen: Set<Int> = []
    // Names of villages in other languages are too many to be suggested.
    let found = ShortForms.spellings(of: name).flatMap { index.entries(near: $0) }.filter {
      $0.entry.kind.isName && ($0.entry.kind != .own || table.population($0.entry.town) >= TownChoice.small)
    }
    // Two letters off is a guess, for where there is nothing nearer.
    let least = found.map(\.distance).min() ?? 0
    let near = found.filter { $0.distance <= max(1, least) }
      .sorted {
        ($0.distance, -table.population($0.entry.town), $0.entry.town)
          < ($1.distance, -table.population($1.entry.town), $1.entry.town)
      }
      .map(\.entry).filter { seen.insert($0.town).inserted }
    let inside = near.filter { entry in qualifiers.allSatisfy { table.town(entry.town, liesIn: $0) } }
    return Array((inside.isEmpty ? near : inside).prefix(count))
  }

  private func entries(named name: [UInt8]) -> [NameIndex.Entry] {
    var result: [NameIndex.Entry] = []
    var places: [Int: Int] = [:]
    for spelling in ShortForms.spellings(of: name) {
      for var entry in index.entries(named: spelling) {
        entry.isRespelt = spelling != name
        if let place = places[entry.town] {
          if entry.kind > result[place].kind { result[place] = entry }
        } else {
          places[entry.town] = result.count
          result.append(entry)
        }
      }
    }
    return result
  }
}
