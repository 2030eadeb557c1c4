internal import Scraping
import Weather

/// Paths that give the same texts on every row.
final class Column {
  /// The text of each row; nil where there is none.
  let texts: [String?]
  /// The cheapest first, once all are tried.
  fileprivate(set) var paths: [SelectorPath] = []
  /// The elements of the first look's rows, by the cheapest path.
  fileprivate(set) var places: [Int?] = []
  /// What stands around the values in most rows, the nearer the smaller the depth.
  fileprivate(set) var context: [(depth: Int, words: String)] = []
  /// Its place in the row among all columns.
  fileprivate(set) var order = 0

  fileprivate init(_ texts: [String?]) { self.texts = texts }

  /// The lowest price of its paths.
  var price: Double { paths.first?.price ?? 99 }
  /// The longest text.
  lazy var longest = texts.compactMap { $0?.count }.max() ?? 0
}

/// Tries every path from a few boxes on all boxes of all looks; those that give the same texts are one column.
struct ColumnFinder {
  /// The boxes of each look, the first being the one that is learned from.
  let looks: [(look: Look, boxes: [Int])]
  /// Whether the boxes are labels, behind which the values stand.
  let isFlat: Bool

  private var tree: PageTree { looks[0].look.tree }
  private var boxes: [Int] { looks[0].boxes }

  /// The columns in the order of the page: of two that could be a field the first is the likelier.
  func columns() -> [Column] {
    var columns: [[String?]: Column] = [:]
    func add(_ texts: [String?], _ path: SelectorPath, _ places: [Int?]) {
      let column = columns[texts] ?? Column(texts)
      columns[texts] = column
      if path.price < column.paths.map(\.price).min() ?? 1000 { column.places = places }
      column.paths.append(path)
    }
    for path in candidates() {
      let found = looks.flatMap { look, boxes in boxes.map { box in look.tree.texts(path.text, from: box) } }
      let texts = found.map { $0.filter { !$0.text.isEmpty } }
      let firsts = texts.map(\.first?.text)
      guard Double(firsts.count { $0 != nil }) >= 0.5 * Double(firsts.count) else { continue }
      // Of attributes only values are read, no sentences.
      let longest = path.kind.hasPrefix("attribute") ? 40 : PageTree.sentence
      guard firsts.allSatisfy({ ($0?.count ?? 0) <= longest }) else { continue }
      let several = texts.count { Set($0.map(\.text)).count > 1 }
      // The first of several is right only as long as all are there.
      let isMany = Double(several) > 0.1 * Double(texts.count)
      let own = texts.prefix(boxes.count)
      let first =
        isMany
        ? SelectorPath(text: path.text, price: path.price + SelectorPath.first, kind: path.kind + "+first") : path
      add(firsts, first, own.map(\.first?.place))
      guard isMany, path.kind != "label" else { continue }
      for position in 2...4 {
        let these = texts.map { $0.count >= position ? $0[position - 1].text : nil }
        guard Double(these.count { $0 != nil }) >= 0.6 * Double(these.count) else { break }
        // An XPath counts what is empty, too.
        guard zip(texts, found).allSatisfy({ $0.0.count == $0.1.count }) else { continue }
        let nth = SelectorPath(
          text: "(\(path.text))[\(position)]", price: path.price + SelectorPath.index, kind: path.kind + "+nth")
        add(these, nth, own.map { $0.count >= position ? $0[position - 1].place : nil })
      }
    }
    let found = columns.values.map { column in
      column.paths.sort { ($0.price, $0.text.count, $0.text) < ($1.price, $1.text.count, $1.text) }
      column.context = context(column)
      return column
    }
    let sorted = found.sorted { (place($0), $0.price, $0.paths[0].text) < (place($1), $1.price, $1.paths[0].text) }
    for (order, column) in sorted.enumerated() { column.order = order }
    return sorted
  }

  /// Where a column stands within its box.
  private func place(_ column: Column) -> Int {
    for (place, box) in zip(column.places, boxes) { if let place { return place - box } }
    return .max
  }

  // MARK: - Candidates

  private func candidates() -> [SelectorPath] {
    var pool = SelectorPool()
    var maker = PathMaker(tree: tree)
    if isFlat {
      for index in samples { addFlat(index, maker, into: &pool) }
      return pool.sorted
    }
    maker.varying = PathMaker.varying(tree, boxes)
    maker.usual = PathMaker.usual(tree, boxes, varying: maker.varying)
    for index in samples {
      for atom in worth(boxes[index]) { maker.paths(to: atom, in: boxes[index], into: &pool) }
    }
    return pool.sorted + attributePaths(maker)
  }

  /// Paths to values that stand in attributes alone.
  private func attributePaths(_ maker: PathMaker) -> [SelectorPath] {
    var found: [SelectorPath] = []
    for name in PageTree.readAttributes {
      var pool = SelectorPool()
      for index in samples {
        for element in tree.within(boxes[index]) where element != boxes[index] {
          guard let value = tree.elements[element].attribute(name), value.count <= PageTree.short,
            value.contains(where: \.isNumber), tree.elements[element].end - element <= 12,
            !tree.text(element).contains(where: \.isNumber)
          else { continue }
          maker.paths(to: element, in: boxes[index], into: &pool)
        }
      }
      found += pool.sorted.prefix(80).map { path in
        SelectorPath(text: "\(path.text)/@\(name)", price: path.price + 1.5, kind: "attribute+\(path.kind)")
      }
    }
    return found
  }

  private var samples: [Int] {
    Set([0, 1, boxes.count / 2, boxes.count - 1]).filter(boxes.indices.contains).sorted()
  }

  private func addFlat(_ index: Int, _ maker: PathMaker, into pool: inout SelectorPool) {
    let label = boxes[index]
    guard let parent = tree.elements[label].parent else { return }
    let end = index + 1 < boxes.count ? boxes[index + 1] : tree.elements[parent].end
    var (next, hops) = (tree.elements[label].end, 1)
    while next < end, hops < 12 {
      for atom in worth(next) { maker.paths(from: label, to: atom, in: next, hops: hops, into: &pool) }
      (next, hops) = (tree.elements[next].end, hops + 1)
    }
  }

  /// Elements of a box whose text may hold a value: those with a text of their own, and those just around them.
  private func worth(_ box: Int) -> [Int] {
    var found: [Int] = []
    var known: Set<Int> = []
    for atom in tree.atoms(within: box, limit: PageTree.sentence) {
      if known.insert(atom).inserted { found.append(atom) }
      guard let parent = tree.elements[atom].parent, parent != box, tree.isWithin(parent, box),
        tree.elements[parent].end - parent <= 12, tree.text(parent).count <= PageTree.short,
        tree.text(parent) != tree.text(atom), known.insert(parent).inserted
      else { continue }
      found.append(parent)
    }
    return found
  }

  // MARK: - Context

  private static let speaking: Set<String> = [
    "class", "id", "data-testid", "headers", "name", "itemprop", "aria-label", "title", "data-field", "data-test",
    "data-qa", "data-label", "data-title", "data-type",
  ]

  /// What stands around a column's values in most rows. Words that differ from row to row are values and no labels.
  private func context(_ column: Column) -> [(depth: Int, words: String)] {
    struct Said: Hashable {
      let depth: Int
      let words: String
    }
    let rows = boxes.count <= 5 ? Array(boxes.indices) : (0..<5).map { $0 * (boxes.count - 1) / 4 }
    var counts: [Said: Int] = [:]
    var seen = 0
    for row in rows {
      guard row < column.places.count, let place = column.places[row] else { continue }
      seen += 1
      var here: Set<Said> = []
      var (next, depth) = (Optional(place), 0)
      while let node = next, depth < 5 {
        for (name, value) in tree.elements[node].attributes
        where (Self.speaking.contains(name) || name.hasPrefix("data-")) && value.utf8.count < 160 {
          here.insert(Said(depth: depth, words: value))
        }
        if depth <= 2, let previous = tree.elements[node].previous, tree.elements[previous].end - previous <= 6 {
          let label = tree.text(previous)
          if !label.isEmpty, label.count <= 30, !label.contains(where: \.isNumber) {
            here.insert(Said(depth: depth, words: label))
          }
        }
        if depth == 0, isUnderNight(node, in: boxes[row]) { here.insert(Said(depth: 3, words: "night")) }
        if let head = header(of: node) { here.insert(Said(depth: 1, words: head)) }
        let icon = tree.within(node).prefix(40).first { tree.elements[$0].tag == "svg" }
        if let name = icon.flatMap({ tree.elements[$0].attribute("name") }) {
          here.insert(Said(depth: depth, words: name))
        }
        (next, depth) = (node == boxes[row] ? nil : tree.elements[node].parent, depth + 1)
      }
      for said in here { counts[said, default: 0] += 1 }
    }
    return counts.filter { Double($0.value) >= 0.6 * Double(seen) && !$0.key.words.isEmpty }.keys
      .map { ($0.depth, $0.words) }.sorted { $0 < $1 }
  }

  /// Whether the last heading before an element that names a day or a night names a night.
  private func isUnderNight(_ index: Int, in box: Int) -> Bool {
    var next = index
    while next > box {
      next -= 1
      guard tree.elements[next].hasOwnText, !tree.isWithin(index, next) else { continue }
      let text = tree.text(next)
      if text.count > 30 { continue }
      if Lexicon.isOfNight(text) { return true }
      let label = RowLabel(text)
      guard label.weekday != nil || label.isToday else { continue }
      // `Mon 26` within `Mon 26 | Night`.
      let parent = tree.elements[next].parent.flatMap { tree.elements[$0].end - $0 <= 4 ? tree.text($0) : nil } ?? ""
      return parent.count <= 30 && Lexicon.isOfNight(parent)
    }
    return false
  }

  /// The head of the column of a table that a cell stands in.
  private func header(of cell: Int) -> String? {
    let element = tree.elements[cell]
    guard element.tag == "td" || element.tag == "th", let row = element.parent, tree.elements[row].tag == "tr",
      let table = tree.ancestry(row).first(where: { tree.elements[$0].tag == "table" }),
      let first = tree.within(table).first(where: { tree.elements[$0].tag == "tr" }), first != row
    else { return nil }
    func column(_ cell: Int) -> Int {
      var (count, previous) = (0, tree.elements[cell].previous)
      while let other = previous {
        count += Int(tree.elements[other].attribute("colspan") ?? "") ?? 1
        previous = tree.elements[other].previous
      }
      return count
    }
    let wanted = column(cell)
    let head = tree.within(first).first {
      tree.elements[$0].tag == "th" && tree.elements[$0].parent == first && column($0) == wanted
    }
    return head.map { tree.text($0) }.flatMap { $0.isEmpty || $0.count > 30 ? nil : $0 }
  }
}
