/// Values that stand behind their names in one text: `Maximum Temperature: 9°C, Wind Direction: South Westerly`.
enum LabelledText {
  /// A leaf for each name that stands in most rows.
  static func parts(of leaf: GuessedRows.Leaf) -> [GuessedRows.Leaf] {
    var samples: [String: [String?]] = [:]
    var order: [String] = []
    for (row, text) in leaf.samples.enumerated() {
      for (label, value) in pairs(in: text ?? "") {
        if samples[label] == nil {
          samples[label] = Array(repeating: nil, count: leaf.samples.count)
          order.append(label)
        }
        samples[label]?[row] = value
      }
    }
    // One name alone is that of the value, which is read with it.
    if !leaf.known.contains(where: { $0.contains { ",;|\n".contains($0) } }) { return before(leaf) }
    return before(leaf)
      + order.compactMap { label in
        guard let values = samples[label], values.count(where: { $0 != nil }) * 2 >= values.count else { return nil }
        var part = leaf
        part.name = label
        part.samples = values
        part.match = "\(escaped(label)): *([^,;|]*[^,;| ])"
        return part
      }
  }

  /// What stands before the first colon of every text, and the words behind it: `Tonight: Light rain, …`.
  private static func before(_ leaf: GuessedRows.Leaf) -> [GuessedRows.Leaf] {
    let pieces = leaf.samples.map { $0?.split(separator: ":", maxSplits: 1) }
    guard leaf.known.count > 1,
      pieces.compactMap({ $0 }).allSatisfy({ $0.count == 2 && $0[0].count <= 24 && $0[1].first == " " }),
      Set(pieces.compactMap { $0?.first }).count > 1
    else { return [] }
    var (label, words) = (leaf, leaf)
    (label.name, label.match) = ("before the colon", "^([^:]{1,24}):")
    label.samples = pieces.map { $0.map { String($0[0]) } }
    (words.name, words.match) = ("behind the colon, a summary", "^[^:]{1,24}: ([^,;|]*[^,;| ])")
    words.samples = pieces.map { $0.map { String($0[1].prefix { !",;|".contains($0) }.drop { $0 == " " }) } }
    return [label, words]
  }

  private static func pairs(in text: String) -> [(label: String, value: String)] {
    text.prefix(1000).split { ",;|\n".contains($0) }.compactMap { piece in
      guard let colon = piece.firstIndex(of: ":"), piece.index(after: colon) < piece.endIndex else { return nil }
      let label = piece[..<colon].split(separator: " ").suffix(4).joined(separator: " ")
      let value = piece[piece.index(after: colon)...].drop(while: \.isWhitespace)
      guard (2...40).contains(label.count), label.allSatisfy({ $0.isLetter || $0 == " " }), !value.isEmpty else {
        return nil
      }
      return (label, String(value))
    }
  }

  /// The words that all texts have in common, as `High` of `High 5°` and `High 3°`.
  static func label(of texts: [String]) -> String {
    guard let first = texts.first, texts.count > 1 else { return "" }
    let words = first.split { !$0.isLetter }.filter { $0.count > 1 }.map(String.init)
    return words.filter { word in texts.allSatisfy { $0.contains(word) } }.prefix(4).joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, next in
      if "\\.*+?[](){}^$|".contains(next) { escaped.append("\\") }
      escaped.append(next)
    }
  }
}
