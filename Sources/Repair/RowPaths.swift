/// Makes paths from the document that find all of some boxes; what they find beside them is the caller's to judge.
struct RowPaths {
  let tree: PageTree
  let boxes: [Int]
  /// The paths of the rows' labels, as seen from their boxes.
  let labels: [SelectorPath]

  private var common: [ElementMark] {
    guard let first = boxes.first else { return [] }
    let others = boxes.dropFirst().map { Set(tree.marks($0)) }
    return tree.marks(first).filter { mark in others.allSatisfy { $0.contains(mark) } }
  }

  /// The cheapest first.
  func paths() -> [SelectorPath] {
    var pool = SelectorPool()
    let common = common
    let tags = Set(boxes.map { tree.elements[$0].tag })
    let tag = tags.count == 1 ? tags.first ?? "*" : "*"
    let has = labels.filter { $0.text.hasPrefix(".//") }.prefix(3)
    for mark in common {
      pool.add("//*[\(mark.condition)]", mark.price, mark.kind)
      pool.add("//\(tag)[\(mark.condition)]", mark.price + SelectorPath.tag, mark.kind)
    }
    addByParent(common, tag, Array(has), into: &pool)
    if tag != "*" {
      for label in has { pool.add("//\(tag)[\(label.text)]", SelectorPath.tag + label.price + 0.8, "tag+label") }
    }
    for mark in common.prefix(3) {
      for label in has {
        pool.add("//*[\(mark.condition)][\(label.text)]", mark.price + label.price * 0.4, "\(mark.kind)+label")
      }
    }
    addStructure(tag, Array(has), into: &pool)
    return pool.sorted
  }

  private func addByParent(_ common: [ElementMark], _ tag: String, _ has: [SelectorPath], into pool: inout SelectorPool)
  {
    let parents = Set(boxes.map { tree.elements[$0].parent })
    guard parents.count == 1, var node = parents.first ?? nil else { return }
    for up in 0..<5 {
      let toll = Double(up)
      var bases = tree.marks(node).prefix(3).map { ("//*[\($0.condition)]", $0.price + 0.5 * toll) }
      let name = tree.elements[node].tag
      if ["main", "table", "tbody", "ol", "ul", "article"].contains(name) {
        bases.append(("//\(name)", 4 + 0.5 * toll))
      }
      let middle = up == 0 ? "/" : up <= 3 ? "/" + String(repeating: "*/", count: up) : "//"
      for (base, price) in bases {
        pool.add("\(base)\(middle)\(tag)", price + (tag == "*" ? 0 : SelectorPath.tag) + 0.4 * toll, "parent")
        if tag != "*" { pool.add("\(base)//\(tag)", price + SelectorPath.tag + 0.6, "parent") }
        for label in has {
          pool.add("\(base)\(middle)\(tag)[\(label.text)]", price + label.price * 0.4 + 0.4 * toll, "parent+label")
        }
        for mark in common.prefix(2) {
          pool.add("\(base)//*[\(mark.condition)]", price + mark.price * 0.5, "parent+\(mark.kind)")
        }
      }
      guard let parent = tree.elements[node].parent else { break }
      node = parent
    }
  }

  /// By tags and positions, from the root on.
  private func addStructure(_ tag: String, _ has: [SelectorPath], into pool: inout SelectorPool) {
    guard let first = boxes.first else { return }
    let chain = tree.path(first)
    for length in 2...4 where chain.count >= length {
      let path = "//" + chain.suffix(length).joined(separator: "/")
      pool.add(path, 6 + SelectorPath.tag * Double(length), "structure")
      for label in has {
        pool.add(
          "\(path)[\(label.text)]", 5.5 + SelectorPath.tag * Double(length) + label.price * 0.4, "structure+label")
      }
    }
    let parents = Set(boxes.map { tree.elements[$0].parent })
    if parents.count == 1, let parent = parents.first ?? nil {
      let steps = tree.ancestry(parent).reversed().map { index in
        let element = tree.elements[index]
        return element.sameTag > 1 ? "\(element.tag)[\(element.position)]" : element.tag
      }
      // The body is a child of the root.
      pool.add("/html/" + steps.joined(separator: "/") + "/\(tag)", 14, "place")
    }
  }
}
