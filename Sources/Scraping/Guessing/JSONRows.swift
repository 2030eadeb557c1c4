internal import Basics
internal import Markup

/// Finds rows in JSON: arrays of objects, objects of parallel arrays, and single objects that have a time.
struct JSONRows {
  private let root: JSON
  private let inside: String?
  private var found: [GuessedRows] = []
  private var visited = 0
  private var tables: [UnitTable] = []

  /// All that a document has, the outermost first.
  static func all(in root: JSON, inside: String? = nil) -> [GuessedRows] {
    var finder = JSONRows(root: root, inside: inside)
    finder.tables = UnitTable.all(in: root)
    finder.visit(root, at: "$", name: "", parent: nil)
    return finder.found
  }

  private init(root: JSON, inside: String?) { (self.root, self.inside) = (root, inside) }

  private static let deepest = 8
  private static let mostVisited = 3000

  private mutating func visit(_ value: JSON, at path: String, name: String, parent: JSON?) {
    visited += 1
    if visited > Self.mostVisited || path.utf8.count > 300 { return }
    if value.isArray {
      let rows = value.elements
      if rows.count > 1, rows.allSatisfy({ $0.count > 0 && !$0.isArray }) {
        note(rows, "\(path)[*]", "\(rows.count) objects")
      }
      if let first = rows.first { visit(first, at: "\(path)[*]", name: name, parent: nil) }
      return
    }
    let members = value.members
    let lists = members.filter {
      $0.value.isArray && $0.value.count > 1 && ($0.value[0].map { $0.count == 0 && !$0.isArray } ?? false)
    }
    if let count = lists.first?.value.count, lists.count > 1, lists.allSatisfy({ $0.value.count == count }) {
      columns(lists, count, path, name, parent)
    } else if !members.isEmpty {
      if !path.contains("[*]") { note([value], path, "one object") }
      // A list of lists of rows: `$.days[*].hours[*]`.
    }
    for (key, member) in members where member.count > 0 {
      visit(member, at: path + Self.step(key), name: key, parent: value)
    }
  }

  private mutating func columns(
    _ lists: [(key: String, value: JSON)], _ count: Int, _ path: String, _ name: String, _ parent: JSON?
  ) {
    let leaves = lists.map { key, list in
      GuessedRows.Leaf(
        path: Self.relative(key), name: key, samples: list.elements.prefix(GuessedRows.sampled).map(Self.text))
    }
    let units = parent?.members.first {
      $0.key.lowercased() == "\(name)_units".lowercased() || $0.key == "\(name)Units"
    }?.key
    let owner = path.dropLast(Self.step(name).count)
    found.append(
      GuessedRows(
        selector: path, isColumns: true, what: "parallel lists of \(count)", count: count, inside: inside,
        units: units.map { owner + Self.step($0) }, leaves: leaves))
  }

  private mutating func note(_ rows: [JSON], _ selector: String, _ what: String) {
    // All that the path finds, of every list that it leads through.
    let all = (try? JSONPath(selector).values(in: root, root: root)) ?? rows
    let sampled = Array(all.prefix(GuessedRows.sampled))
    var paths: [Place] = []
    for row in sampled.prefix(3) {
      for leaf in Self.leaves(of: row, "", isOne: rows.count == 1)
      where !paths.contains(where: { $0.path == leaf.path }) {
        paths.append(leaf)
      }
    }
    guard paths.count > 1 else { return }
    let leaves = paths.prefix(120).compactMap { path, name, unit -> GuessedRows.Leaf? in
      guard let expression = try? JSONPath(path) else { return nil }
      let samples = sampled.map { (try? expression.values(in: $0, root: root))?.first.flatMap(Self.text) }
      return GuessedRows.Leaf(path: path, name: name, samples: samples, unit: unit)
    }
    let names = leaves.compactMap { leaf in (try? JSONPath(leaf.path))?.lastName }
    let units = tables.first { table in names.count { table.units[$0] != nil } > 1 }
    found.append(
      GuessedRows(selector: selector, what: what, count: all.count, inside: inside, units: units?.path, leaves: leaves))
  }

  private typealias Place = (path: String, name: String, unit: String?)

  /// The scalars in an object, those of objects in it, and in rows of the first of lists in it, too.
  private static func leaves(of value: JSON, _ prefix: String, isOne: Bool, depth: Int = 0) -> [Place] {
    // An object within a single one that has a time of its own is another one.
    if depth > 4 || isOne && depth > 0 && value.members.contains(where: { isTime($0.value) }) { return [] }
    let members = value.members
    let unit = members.first {
      ["unit", "unitcode", "units", "unittext"].contains($0.key.lowercased()) && $0.value.string != nil
    }?.key
    return members.flatMap { key, member -> [Place] in
      let path = prefix.isEmpty ? relative(key) : prefix + step(key)
      if member.count == 0, !member.isArray {
        if text(member) == nil && !member.isNull { return [] }
        return key == unit ? [] : [(path, path, unit)]
      }
      if member.isArray {
        guard !isOne, member.count <= 3, let first = member[0] else { return [] }
        if first.count == 0 { return [("\(path)[0]", path, nil)] }
        return leaves(of: first, "\(path)[0]", isOne: isOne, depth: depth + 1)
      }
      return leaves(of: member, path, isOne: isOne, depth: depth + 1)
    }
  }

  private static func isTime(_ value: JSON) -> Bool {
    value.string.map { LocalTime($0) ?? LocalTime($0, offset: 0) } ?? nil != nil
  }

  private static func text(_ value: JSON) -> String? {
    Cell(value)?.writtenText ?? value.bool.map { $0 ? "true" : "false" }
  }

  /// A member's name as a step of a path.
  static func step(_ key: String) -> String { isName(key) ? ".\(key)" : "['\(escaped(key))']" }
  private static func relative(_ key: String) -> String { isName(key) ? key : "['\(escaped(key))']" }

  private static func isName(_ key: String) -> Bool {
    !key.isEmpty && !(key.first?.isNumber ?? true)
      && key.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" }
  }

  private static func escaped(_ key: String) -> String { key.replacing("\\", with: "\\\\").replacing("'", with: "\\'") }
}
