internal import Markup

/// An object that names units, by fields or by quantities: `"units": {"air_temperature": "celsius"}`.
struct UnitTable {
  var path: String
  var units: [String: String]

  /// All of a document outside of lists.
  static func all(in root: JSON) -> [UnitTable] {
    var found: [UnitTable] = []
    visit(root, "$", depth: 0, &found)
    return found
  }

  private static func visit(_ value: JSON, _ path: String, depth: Int, _ found: inout [UnitTable]) {
    if depth > 5 { return }
    for (key, member) in value.members where member.count > 0 && !member.isArray {
      let own = path + JSONRows.step(key)
      let texts = member.members.compactMap { name, unit in unit.string.map { (name, $0) } }
      if key.lowercased().contains("unit"), !texts.isEmpty {
        found.append(UnitTable(path: own, units: Dictionary(texts) { $1 }))
      } else {
        visit(member, own, depth: depth + 1, &found)
      }
    }
  }

  /// Where the only unit of a quantity stands.
  func place(of quantity: ValueKind.Quantity) -> (path: String, text: String)? {
    let fitting = units.filter {
      ValueUnit(word: $0.value.lowercased(), of: quantity) != nil || ValueUnit(word: $0.value, of: quantity) != nil
    }
    guard Set(fitting.values).count == 1, let first = fitting.min(by: { $0.key < $1.key }) else { return nil }
    return (path + JSONRows.step(first.key), first.value)
  }
}
