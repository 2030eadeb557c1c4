internal import Markup
internal import Scraping
import Weather

/// Finds where pages say what their bare temperatures are in: the old places where they still do, else new ones.
struct UnitPaths {
  /// The looks, each with the degree that was found by the values.
  let looks: [(look: Look, unit: MeasurementUnit)]

  /// At most two paths at which every page says the degree that its values are in; none where there is no such place.
  func paths(old: [String], near: [String]) -> [String] {
    let kept = old.filter { !["C", "F"].contains($0) && !$0.hasPrefix("$") && isRight($0) }
    if !kept.isEmpty { return Array(kept.prefix(2)) }
    var found: [String] = []
    for path in near + candidates where !found.contains(path) && isRight(path) {
      found.append(path)
      if found.count == 2 { break }
    }
    return found
  }

  private func isRight(_ path: String) -> Bool { looks.allSatisfy { look, unit in said(path, look) == unit } }

  private func said(_ path: String, _ look: Look) -> MeasurementUnit? {
    guard let xpath = try? XPath(path), let root = look.tree.document.root else { return nil }
    var unit: MeasurementUnit?
    var count = 0
    do {
      try root.visit(xpath) { text, _ in
        count += 1
        unit = MeasurementUnit.ofTemperature(saidIn: text)
        return unit == nil && count < 12
      }
    } catch { return nil }
    return unit
  }

  private var candidates: [String] {
    guard let (look, unit) = looks.first else { return [] }
    let tree = look.tree
    var found: [(price: Double, path: String)] = []
    func lasting(_ index: Int, besides name: String = "") -> [ElementMark] {
      tree.marks(index).filter { $0.price < ElementMark.utilityPrice && $0.attribute != name }
    }
    for index in tree.elements.indices where !tree.elements[index].isUnseen {
      let element = tree.elements[index]
      if element.hasOwnText, element.end - index <= 4 {
        let text = tree.text(index)
        if text.count <= 12, Self.bare.matches(text), text.hasSuffix(unit.rawValue) {
          for mark in lasting(index).prefix(3) { found.append((mark.price, "//*[\(mark.condition)]")) }
          if let parent = element.parent {
            for mark in lasting(parent).prefix(2) {
              found.append((mark.price + 1, "//*[\(mark.condition)]/\(element.tag)"))
            }
          }
        }
      }
      for name in ["aria-label", "title"] {
        guard let value = element.attribute(name), value.count < 200,
          MeasurementUnit.ofTemperature(saidIn: value) == unit
        else { continue }
        for mark in lasting(index, besides: name).prefix(2) {
          found.append((mark.price + 1.5, "//*[\(mark.condition)]/@\(name)"))
        }
      }
    }
    return found.sorted { $0 < $1 }.prefix(24).map(\.path)
  }

  private static let bare = Pattern.made("^[^A-Za-z0-9]*([0-9]+ ?)?(°|º)? ?[CF]$")
}
