/// The lines in which two texts differ, as `diff -u` shows them.
enum UnifiedDiff {
  private static let context = 3

  /// The difference; empty where there is none.
  static func lines(_ old: String, _ new: String, from oldName: String, to newName: String) -> [String] {
    let (a, b) = (split(old), split(new))
    if a == b { return [] }
    let difference = b.difference(from: a)
    var (removed, added) = (Set<Int>(), Set<Int>())
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var all: [(sign: Character, text: String, old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if i < a.count, removed.contains(i) {
        all.append(("-", a[i], i, j))
        i += 1
      } else if j < b.count, added.contains(j) {
        all.append(("+", b[j], i, j))
        j += 1
      } else {
        all.append((" ", a[i], i, j))
        (i, j) = (i + 1, j + 1)
      }
    }
    var shown = Set<Int>()
    for index in all.indices where all[index].sign != " " {
      shown.formUnion(max(0, index - context)...min(all.count - 1, index + context))
    }
    var lines = ["--- \(oldName)", "+++ \(newName)"]
    var start = 0
    while let first = (start..<all.count).first(where: shown.contains) {
      let end = (first..<all.count).first { !shown.contains($0) } ?? all.count
      let hunk = all[first..<end]
      func range(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start : start + 1),\(count)" }
      let (olds, news) = (hunk.count { $0.sign != "+" }, hunk.count { $0.sign != "-" })
      lines.append("@@ -\(range(all[first].old, olds)) +\(range(all[first].new, news)) @@")
      lines += hunk.map { "\($0.sign)\($0.text)" }
      start = end
    }
    return lines
  }

  private static func split(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
