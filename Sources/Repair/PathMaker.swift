/// Makes paths to an element, as seen from the row's box that it stands in. Nothing is believed of them: each is tried on
/// every row.
struct PathMaker {
  let tree: PageTree
  /// Names of attributes whose values differ from row to row: such a value is a row's and not a field's.
  var varying: Set<String> = []
  /// The conditions that most rows have; nil for any.
  var usual: Set<String>?

  func marks(_ index: Int) -> [ElementMark] {
    tree.marks(index).filter { mark in
      !varying.contains(mark.attribute) && usual?.contains(mark.condition) ?? true
    }
  }

  /// Paths from a box to an element in it.
  func paths(to index: Int, in box: Int, into pool: inout SelectorPool) {
    let own = marks(index)
    let tag = tree.elements[index].tag
    for mark in own {
      pool.add(".//*[\(mark.condition)]", mark.price, mark.kind)
      pool.add(".//\(tag)[\(mark.condition)]", mark.price + SelectorPath.tag, mark.kind)
    }
    var (node, distance) = (tree.elements[index].parent, 1)
    while let ancestor = node, ancestor != box, distance <= 6 {
      paths(to: index, own, by: ancestor, distance, into: &pool)
      (node, distance) = (tree.elements[ancestor].parent, distance + 1)
    }
    beside(index, in: box, into: &pool)
    if let down = down(to: index, from: box) {
      pool.add("./" + down, 5 + SelectorPath.tag * Self.count("/", down) + 2 * Self.count("[", down), "structure")
    }
  }

  /// Paths by what may be said of an element around it.
  private func paths(
    to index: Int, _ own: [ElementMark], by ancestor: Int, _ distance: Int, into pool: inout SelectorPool
  ) {
    let toll = 0.25 * Double(distance)
    let element = tree.elements[index]
    let icon = ElementMark.icons(in: ancestor, of: tree).prefix(1).map { ($0, $0.price + 0.4) }
    for (mark, price) in marks(ancestor).prefix(4).map({ ($0, $0.price) }) + icon {
      let base = ".//*[\(mark.condition)]"
      pool.add(base, price + 0.8 + toll, mark.kind)
      for inner in own.prefix(3) {
        pool.add("\(base)//*[\(inner.condition)]", price + inner.price * 0.6 + toll, "\(mark.kind)+\(inner.kind)")
      }
      pool.add("\(base)//\(element.tag)", price + SelectorPath.tag + toll, "\(mark.kind)+tag")
      let indexed = price + SelectorPath.tag + SelectorPath.index * 0.6 + toll
      pool.add("\(base)//\(element.tag)[\(element.position)]", indexed, "\(mark.kind)+index")
      if distance <= 3, let down = down(to: index, from: ancestor) {
        let steps = SelectorPath.tag * Self.count("/", down) + SelectorPath.index * 0.6 * Self.count("[", down)
        pool.add("\(base)/\(down)", price + steps + toll + 1, "\(mark.kind)+index")
      }
    }
  }

  /// `div[2]/span[1]`: where an element stands, by tags and positions.
  func down(to index: Int, from box: Int) -> String? {
    var parts: [String] = []
    var node = index
    while node != box {
      guard let parent = tree.elements[node].parent, parts.count < 9 else { return nil }
      let element = tree.elements[node]
      parts.append(element.sameTag > 1 ? "\(element.tag)[\(element.position)]" : element.tag)
      node = parent
    }
    return parts.reversed().joined(separator: "/")
  }

  /// Paths by the words that stand before a value: `Humidity` and then `53%`.
  private func beside(_ index: Int, in box: Int, into pool: inout SelectorPool) {
    var (node, distance) = (index, 0)
    while node != box, distance < 4 {
      var previous = tree.elements[node].previous
      var hops = 1
      while let label = previous, hops <= 2 {
        if let words = labelWords(label), let quoted = ElementMark.quoted(words) {
          let base = ".//*[normalize-space()=\(quoted)]/following-sibling::*[\(hops)]"
          let price = SelectorPath.label + Double(hops) * 0.4
          if node == index {
            pool.add(base, price, "label")
          } else {
            pool.add(base, price + 0.5 * Double(distance), "label")
            if let down = down(to: index, from: node) {
              pool.add("\(base)/\(down)", price + 0.8 * Double(distance), "label")
            }
            for mark in marks(index).prefix(2) {
              pool.add("\(base)//*[\(mark.condition)]", price + mark.price * 0.5, "label")
            }
          }
        }
        previous = tree.elements[label].previous
        hops += 1
      }
      guard let parent = tree.elements[node].parent else { return }
      (node, distance) = (parent, distance + 1)
    }
  }

  /// The text of an element that may be a label: a few letters without a digit.
  func labelWords(_ index: Int) -> String? {
    let element = tree.elements[index]
    // Text of a large box is none, and costs much to gather.
    guard element.end - index <= 8 else { return nil }
    let words = tree.text(index)
    guard (2...26).contains(words.count), !words.contains(where: \.isNumber), words.count(where: \.isLetter) >= 2 else {
      return nil
    }
    return words
  }

  /// Paths from a label to what stands behind it, where rows have no boxes: the siblings up to the next label.
  func paths(from label: Int, to index: Int, in sibling: Int, hops: Int, into pool: inout SelectorPool) {
    let down = index == sibling ? "" : self.down(to: index, from: sibling).map { "/\($0)" } ?? ""
    for mark in marks(sibling).prefix(2) {
      pool.add("following-sibling::*[\(mark.condition)][1]\(down)", mark.price + 1, mark.kind)
    }
    pool.add("following-sibling::*[\(hops)]\(down)", 5, "structure")
    guard index != sibling else { return }
    for mark in marks(index).prefix(2) {
      pool.add("following-sibling::*[\(hops)]//*[\(mark.condition)]", mark.price + 3, "structure+\(mark.kind)")
    }
  }

  static func count(_ character: Character, _ text: String) -> Double { Double(text.count { $0 == character }) }
}

/// What rows have in common.
extension PathMaker {
  /// Conditions that most boxes have somewhere within; of utility classes only those that a box has once or twice.
  static func usual(_ tree: PageTree, _ boxes: [Int], varying: Set<String>) -> Set<String> {
    var counts: [String: Int] = [:]
    var frequent: Set<String> = []
    for box in boxes {
      var here: [String: Int] = [:]
      for index in tree.within(box) {
        for mark in tree.marks(index) where !varying.contains(mark.attribute) {
          let count = here[mark.condition, default: 0] + 1
          here[mark.condition] = count
          if mark.price >= ElementMark.utilityPrice, count > 2 { frequent.insert(mark.condition) }
        }
      }
      for condition in here.keys { counts[condition, default: 0] += 1 }
    }
    let least = 0.6 * Double(boxes.count)
    return Set(counts.filter { Double($0.value) >= least && !frequent.contains($0.key) }.keys)
  }

  /// Names of attributes whose values differ from row to row.
  static func varying(_ tree: PageTree, _ boxes: [Int]) -> Set<String> {
    var seen: [String: [String: Set<Int>]] = [:]
    for box in boxes.prefix(6) {
      for index in tree.within(box) {
        for (name, value) in tree.elements[index].attributes
        where ["aria-label", "title", "datetime", "content"].contains(name) {
          seen[name, default: [:]][value, default: []].insert(box)
        }
      }
    }
    let most = 2 * min(6, boxes.count)
    return Set(seen.filter { $0.value.values.count { $0.count == 1 } > most }.keys)
  }
}
