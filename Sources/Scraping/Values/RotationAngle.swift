/// Reads the rotation of an arrow from its CSS: `transform: scale(1.2) rotate(140deg)` is 140°.
enum RotationAngle {
  /// Limits the work on hostile input; real styles are shorter.
  static let longest = 1000

  /// The clockwise angle in 0..<360 of the only rotation in a CSS style or SVG transform; nil if there is none, if
  /// there are two that differ, or if it is combined with another rotation, a skew or a reflection.
  ///
  /// The same rotation may occur twice, once with a vendor prefix.
  static func degrees(in style: String) -> Double? {
    guard style.utf8.count <= longest else { return nil }
    let declarations = style.lowercased().split(separator: ";").filter { $0.contains("rotate") }
    guard let first = declarations.first, let angle = onlyRotation(first) else { return nil }
    return declarations.dropFirst().allSatisfy { onlyRotation($0) == angle } ? angle : nil
  }

  private static func onlyRotation(_ declaration: Substring) -> Double? {
    if ["matrix", "skew"].contains(where: declaration.contains) || isMirrored(declaration) { return nil }
    let parts = declaration.split(separator: "rotate", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].last.map({ !$0.isLetter && $0 != "-" && $0 != "_" }) ?? true else { return nil }
    var rest = parts[1]
    if rest.first == "z" { rest.removeFirst() }
    guard rest.first == "(", let close = rest.firstIndex(of: ")") else { return nil }
    return angle(rest[rest.index(after: rest.startIndex)..<close])
  }

  /// True if a negative scale mirrors the arrow.
  private static func isMirrored(_ declaration: Substring) -> Bool {
    declaration.split(separator: "scale", omittingEmptySubsequences: false).dropFirst().contains { rest in
      rest.prefix { $0 != ")" }.contains("-")
    }
  }

  /// `140deg`, `0.5turn`, `2.4rad`, `150grad`; in SVG also bare degrees, optionally with a centre (`140 12 12`).
  private static func angle(_ text: Substring) -> Double? {
    let words = text.split { $0.isWhitespace || $0 == "," }
    guard let first = words.first else { return nil }
    let digits = first.prefix { !$0.isLetter }
    guard let number = PlainNumber(String(digits))?.value else { return nil }
    let degrees: Double
    switch first.dropFirst(digits.count) {
    case "deg": degrees = number
    case "turn": degrees = number * 360
    case "grad": degrees = number * 0.9
    case "rad": degrees = number * 180 / .pi
    case "":
      guard words.count == 1 || words.count == 3, words.allSatisfy({ PlainNumber(String($0)) != nil }) else {
        return nil
      }
      degrees = number
    default: return nil
    }
    guard words.count == 1 || first.count == digits.count else { return nil }
    let turned = degrees.truncatingRemainder(dividingBy: 360)
    return turned < 0 ? turned + 360 : turned + 0
  }
}
