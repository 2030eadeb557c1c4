/// Looks up names in all spellings, and finds similar names.
struct NameSearch {
  let table: GazetteerTable
  private var index: NameIndex { NameIndex(table: table) }

  /// The towns of a reading, each once with its strongest name; codes are excluded.
  func entries(of reading: PlaceReading) -> [NameIndex.Entry] {
    entries(named: reading.name).filter { entry in
      entry.kind != .code && reading.qualifiers.allSatisfy { table.town(entry.town, liesIn: $0) }
    }
  }

  /// The towns with this code, or this short name.
  func towns(ofCode text: String) -> [NameIndex.Entry] {
    sorted(entries(named: Array(text.lowercased().utf8)).filter { $0.kind != .other })
  }

  func sorted(_ entries: [NameIndex.Entry]) -> [NameIndex.Entry] {
    entries.sorted { (table.population($0.town), $0.kind, $1.town) > (table.population($1.town), $1.kind, $0.town) }
  }

  /// The towns with the most similar names: prefix matches and those one letter off, else two letters off; largest
  /// first. All have the same first letter; those within the qualifiers are preferred.
  func similar(to name: [UInt8], in qualifiers: [[UInt8]] = [], count: Int) -> [NameIndex.Entry] {
    var seen: Set<Int> = []
    // There are too many villages with foreign-language names to suggest them.
    let found = ShortForms.spellings(of: name).flatMap { index.entries(near: $0) }.filter {
      $0.entry.kind.isName && ($0.entry.kind != .own || table.population($0.entry.town) >= TownChoice.small)
    }
    // Two letters off is a guess, used only if there is nothing closer.
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
