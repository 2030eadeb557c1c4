import Oracle

/// A change of a number in an element, or of text next to it, like those caused by typos, locales and faulty releases;
/// reproducible by seed.
struct NumberEdit {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The changed body; nil if no number was found.
  mutating func edited(_ body: [UInt8], _ list: TokenList) -> [UInt8]? {
    // Many tokens have no number; a few tries are enough.
    for _ in 0..<8 {
      guard let token = list.tokens.randomElement(using: &random),
        let spot = NumberSpot.all(in: token, of: body).randomElement(using: &random)
      else { continue }
      var text = Array(String(decoding: body[spot.range], as: UTF8.self))
      if text.contains("&") { continue }
      let place = Int.random(in: 0...text.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: text.insert(contentsOf: pick(Self.marks), at: 0)
      case 1: text.insert(contentsOf: pick(Self.marks), at: text.count)
      case 2: text.insert(contentsOf: pick(Self.marks), at: place)
      case 3: text.insert(contentsOf: pick(Self.figures), at: place)
      case 4: text.remove(at: min(place, text.count - 1))
      default: text[min(place, text.count - 1)] = Character(pick(Self.figures))
      }
      var changed = body
      changed.replaceSubrange(spot.range, with: token.written(String(text), wholly: spot.isWholeToken))
      return changed
    }
    return nil
  }

  private static let marks = [
    "-", "\u{2212}", "\u{2013}", "\u{2011}", "- ", "\u{2212} ", ".", ",", " ", "\u{A0}", "%", "\u{B0}", "F", "C", "K",
    "+", "/", " to ", "e", "mph", " km/h", "mm", "*", "\u{66B}",
  ]
  private static let figures = ["0", "1", "2", "5", "9", "\u{663}", "\u{96B}", "\u{FF17}"]

  private mutating func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
}
