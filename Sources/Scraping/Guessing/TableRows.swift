internal import Markup

/// Finds rows in HTML tables: those below a header whose cells name the columns, and columns beside cells that name the rows.
struct TableRows {
  let document: Document

  private var locator: NodeLocator { NodeLocator(document: document, isHTML: true) }

  func all() throws(MarkupError) -> [GuessedRows] {
    var found: [GuessedRows] = []
    for table in try document.nodes("//table[not(.//table)]").prefix(40) {
      let lines = try table.nodes("tr | tbody/tr | thead/tr | tfoot/tr").prefix(400)
      let cells = try lines.map { line throws(MarkupError) in try line.nodes("td | th") }
      guard let width = cells.dropFirst().last(where: { $0.count > 1 })?.count, lines.count > 1,
        let expression = locator.expression(for: table)
      else { continue }
      if let rows = try downwards(Array(lines), cells, width, expression) { found.append(rows) }
      if let rows = try across(Array(lines), cells, width, expression) { found.append(rows) }
    }
    return found
  }

  /// A row a line.
  private func downwards(
    _ lines: [Node], _ cells: [[Node]], _ width: Int, _ table: String
  ) throws(MarkupError) -> GuessedRows? {
    let heads = cells.prefix { line in !line.contains { $0.name == "td" } }.count
    let header = heads > 0 ? Self.names(cells[..<heads], width) : Self.names(cells[...0], width)
    let first = max(heads, 1)
    let wanted = lines.indices.dropFirst(first).filter { cells[$0].count == width }
    guard !wanted.isEmpty else { return nil }
    let rows = wanted.map { lines[$0] }
    let hasHeads = rows.contains { (try? $0.exists("th")) ?? false }
    let candidates = [
      "\(table)//tr[td]", "\(table)//tr[count(td) > 1]", "\(table)//tr[count(*) = \(width)][td]",
      "\(table)//tr[count(*) = \(width)][position() > \(first)]", "\(table)//tr[position() > \(first)]",
    ]
    guard let selector = candidates.first(where: { (try? document.nodes($0)) == rows }) else { return nil }
    var leaves: [GuessedRows.Leaf] = []
    for column in 0..<width {
      let cell = hasHeads ? "*[\(column + 1)]" : "td[\(column + 1)]"
      for path in [cell, "\(cell)//@title", "\(cell)//@alt", "\(cell)//time/@datetime"] {
        let samples = try samples(XPath(path), rows)
        if !samples.contains(where: { $0 != nil }) || leaves.contains(where: { $0.samples == samples }) { continue }
        leaves.append(GuessedRows.Leaf(path: path, name: header[column], samples: samples))
      }
    }
    return GuessedRows(
      selector: selector, what: "a table of \(rows.count) rows", count: rows.count,
      leaves: leaves.flatMap { [$0] + LabelledText.parts(of: $0) })
  }

  /// A row a column: the first line tells the days, the first cell of each other line what stands behind it.
  private func across(
    _ lines: [Node], _ cells: [[Node]], _ width: Int, _ table: String
  ) throws(MarkupError) -> GuessedRows? {
    guard width > 2, cells[0].count == width, lines.count < 40 else { return nil }
    let labels = "\(table)//tr[1]/*[position() > 1]"
    guard try document.nodes(labels) == Array(cells[0].dropFirst()) else { return nil }
    let texts = cells[0].dropFirst().map { $0.text.isEmpty ? nil : $0.text }
    var leaves = [GuessedRows.Leaf(path: ".", name: cells[0][0].text, samples: Array(texts))]
    for line in cells.dropFirst() where line.count == width && line[0].text.contains(where: \.isLetter) {
      let name = line[0].text
      let path = "\(table)//tr[normalize-space(*[1])=\(NodeLocator.quoted(name))]/*[position() = $position + 1]"
      leaves.append(
        GuessedRows.Leaf(
          path: path, name: name, samples: line.dropFirst().map { $0.text.isEmpty ? nil : $0.text }, along: labels))
    }
    guard leaves.count > 2 else { return nil }
    return GuessedRows(selector: labels, what: "a table of \(width - 1) columns", count: width - 1, leaves: leaves)
  }

  private func samples(_ path: XPath, _ rows: [Node]) throws(MarkupError) -> [String?] {
    try rows.prefix(GuessedRows.sampled).map { row throws(MarkupError) in
      let text = try row.value(path)?.text
      return text.flatMap { $0.isEmpty || $0.utf8.count > 1000 ? nil : $0 }
    }
  }

  /// The names of the columns: cells over several columns name each of them.
  private static func names(_ header: ArraySlice<[Node]>, _ width: Int) -> [String] {
    var names = Array(repeating: "", count: width)
    for line in header {
      var column = 0
      for cell in line {
        let span = cell.attribute("colspan").flatMap { Int($0) } ?? 1
        for index in column..<min(column + max(1, span), width) {
          names[index] += (names[index].isEmpty ? "" : " ") + cell.spacedText
        }
        column = min(column + max(1, span), width)
      }
    }
    return names
  }
}
