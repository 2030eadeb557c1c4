/// Reads a text as a number by the rules that the program must follow; an independent second implementation.
public struct Numeral {
  /// The possible values; empty if it is not a number.
  public let numbers: [Double]
  /// The unit after the number; empty if there is none, `?` for an unknown word.
  let unit: String

  private static let minus: Set<Character> = [
    "-", "\u{2212}", "\u{2013}", "\u{2011}", "\u{2010}", "\u{FF0D}", "\u{FE63}", "\u{2012}",
  ]
  private static let blanks: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\n", "\t"]

  /// All possible numbers in a text: -8.6 in `Low − 8,6 °C`; 1, 15 and 1015 in `1 015 hPa`.
  public static func all(in text: String) -> Set<Double> {
    let characters = Array(decoded(text).map { $0.wholeNumberValue.map { Character("\($0)") } ?? $0 })
    var numbers: Set<Double> = []
    var index = 0
    func isDigit(_ index: Int) -> Bool { characters.indices.contains(index) && characters[index].isNumber }
    while index < characters.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      var start = index
      // The digits alone, with separators, and with blanks between groups.
      for signs in ["", ".,'\u{2019}\u{66B}\u{66C}\u{B7}", ".,'\u{2019} \u{A0}\u{202F}\u{2009}"] {
        var end = index
        while isDigit(end) || characters.indices.contains(end) && signs.contains(characters[end]) && isDigit(end + 1) {
          end += 1
        }
        let run = String(characters[index..<end].map { blanks.contains($0) ? "'" : $0 })
        var before = index - 1
        while before >= 0, blanks.contains(characters[before]) { before -= 1 }
        let isNegative =
          before >= 0 && minus.contains(characters[before]) && !(before > 0 && isDigit(before - 1))
        for number in readings(run) { numbers.insert(isNegative ? -number : number) }
        start = max(start, signs.isEmpty ? end : start)
      }
      index = max(start, index + 1)
    }
    return numbers
  }

  /// Reads a text with one number: a sign, digits with separators, a unit.
  init(_ text: String) {
    var rest = Self.decoded(text)[...]
    func skipBlanks() { while let first = rest.first, Self.blanks.contains(first) { rest.removeFirst() } }
    skipBlanks()
    var sign = 1.0
    if let first = rest.first, Self.minus.contains(first) || first == "+" {
      sign = first == "+" ? 1 : -1
      rest.removeFirst()
      skipBlanks()
    }
    let run = rest.prefix { $0.isNumber || ".,'\u{2019}\u{66B}\u{66C}\u{B7}".contains($0) }
    rest = rest.dropFirst(run.count)
    let unsigned = Self.readings(String(run.map { $0.wholeNumberValue.map { Character("\($0)") } ?? $0 }))
    skipBlanks()
    while let first = rest.first, first == "°" || first == "º" || Self.blanks.contains(first) { rest.removeFirst() }
    let word = String(rest).trimmedOfBlanks
    unit = word.isEmpty ? "" : UnitWord.named(word) ?? "?"
    numbers = unit == "?" ? [] : unsigned.map { sign * $0 }
  }

  /// The possible values of digits with separators: a single separator is decimal, or groups thousands if three digits
  /// follow; of two kinds the last is decimal.
  private static func readings(_ run: String) -> [Double] {
    // `3.` is 3.
    var run = run
    while let last = run.last, !last.isNumber { run.removeLast() }
    let parts = run.split(omittingEmptySubsequences: false) { !$0.isNumber }.map(String.init)
    let signs = run.filter { !$0.isNumber }
    guard let first = parts.first, !first.isEmpty || parts.count == 2, !parts.dropFirst().contains("") else {
      return []
    }
    if signs.isEmpty { return Double(first).map { [$0] } ?? [] }
    let decimal = Double(parts.dropLast().joined() + "." + (parts.last ?? "")).map { [$0] } ?? []
    let isGrouped = parts.dropFirst().allSatisfy { $0.count == 3 }
    let grouped = isGrouped ? Double(parts.joined()).map { [$0] } ?? [] : []
    if signs.count == 1 { return decimal + grouped }
    let kinds = Set(signs)
    if kinds.count == 1 { return grouped }
    let last = signs.last
    let groupsHold =
      parts.dropFirst().dropLast().allSatisfy { $0.count == 3 } && signs.dropLast().allSatisfy { $0 != last }
    return groupsHold ? decimal : []
  }

  /// Resolves character references that are relevant to numbers.
  private static func decoded(_ text: String) -> String {
    var text = text
    for (name, sign) in [("&minus;", "\u{2212}"), ("&deg;", "°"), ("&nbsp;", "\u{A0}"), ("&ndash;", "\u{2013}")] {
      text = text.replacing(name, with: sign)
    }
    while let start = text.firstRange(of: "&#"), let end = text[start.upperBound...].firstIndex(of: ";"),
      let scalar = UInt32(text[start.upperBound..<end]).flatMap({ Unicode.Scalar($0) })
    {
      text.replaceSubrange(start.lowerBound...end, with: String(Character(scalar)))
    }
    return text
  }
}
