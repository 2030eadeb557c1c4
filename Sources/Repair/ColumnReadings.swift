internal import Scraping
import Weather

/// How a field is read off the texts of a column.
enum ColumnReading: Hashable {
  /// As they stand.
  case plain
  /// As they stand, though they hold several numbers: the first is not simply the value.
  case several
  /// What a pattern cuts out.
  case match(String)
  /// What the first of several patterns cuts out that finds something: sentences outlive redesigns.
  case matches([String])
  /// The first part that a forecast in a sentence has.
  case sentence([ForecastSentence.Part])

  /// The steps of its selectors, one after the other.
  var steps: [(match: String?, sentence: ForecastSentence.Part?)] {
    switch self {
    case .plain, .several: [(nil, nil)]
    case .match(let pattern): [(pattern, nil)]
    case .matches(let patterns): patterns.map { ($0, nil) }
    case .sentence(let parts): parts.map { (nil, $0) }
    }
  }

  /// What speaks for a field in the steps themselves.
  var words: String { steps.map { $0.match ?? $0.sentence?.rawValue ?? "" }.joined(separator: " ") }
}

/// Finds the ways in which the texts of a column may be read.
final class ColumnReadings {
  private var patterns: [String: Pattern] = [:]
  private var common: [[String?]: [(ColumnReading, [String?])]] = [:]

  /// All ways, with the texts that come out: as they stand, the n-th number, the number behind a sign or a word, and as the
  /// selectors of the field did before.
  func all(
    _ texts: [String?], old: [String], sentences: [ForecastSentence.Part] = []
  ) -> [(reading: ColumnReading, texts: [String?])] {
    var found = common[texts] ?? usual(texts)
    common[texts] = found
    let filled = texts.compactMap { $0 }
    let each = old.map { pattern in (pattern, cut(texts, pattern)) }
    let useful = each.filter { Double($0.1.count { $0 != nil }) >= 0.15 * Double(filled.count) }
    for (pattern, texts) in useful { found.append((.match(pattern), texts)) }
    if !sentences.isEmpty, filled.contains(where: { $0.count > 20 }) {
      let parts = texts.map { text in text.map { ForecastSentence($0) } }
      let cut = parts.map { sentence in sentences.lazy.compactMap { sentence?[$0] }.first }
      if Double(cut.count { $0 != nil }) >= 0.15 * Double(filled.count) { found.append((.sentence(sentences), cut)) }
    }
    if useful.count > 1 {
      let joined = texts.indices.map { index in useful.lazy.compactMap { $0.1[index] }.first }
      found.append((.matches(useful.map(\.0)), joined))
    }
    return found
  }

  private func usual(_ texts: [String?]) -> [(ColumnReading, [String?])] {
    let filled = texts.compactMap { $0 }
    let numbers = filled.map(Self.numbers)
    let hasSeveral = Double(numbers.count { $0 >= 2 }) >= 0.3 * Double(filled.count)
    var found: [(ColumnReading, [String?])] = [(hasSeveral ? .several : .plain, texts)]
    // Numbers of other kinds beside it (a date, a share) make a position among numbers a matter of luck.
    let mixed = filled.count { text in
      let label = RowLabel(text)
      return text.contains("%") || label.month != nil || label.weekday != nil || label.seconds != nil
    }
    guard hasSeveral, Double(mixed) <= 0.3 * Double(filled.count), filled.allSatisfy({ $0.count <= PageTree.short })
    else { return found }
    let value = "(-?[0-9.]+( ?(°|º)[CF]?)?)"
    let least = 0.8 * Double(filled.count)
    for sign in ["/", "|", "•", "·"] {
      let pattern = "(\(sign == "|" ? "[|]" : sign))[^0-9-]*\(value)"
      let cut = cut(texts, pattern)
      if Double(cut.count { $0 != nil }) >= least { found.append((.match(pattern), cut)) }
    }
    for position in [1, 2] {
      let before = String(repeating: "[^0-9-]*-?[0-9.]+", count: position - 1)
      let pattern = "^\(before)[^0-9-]*\(value)"
      found.append((.match(pattern), cut(texts, pattern)))
    }
    var counts: [String: Int] = [:]
    for text in filled { for word in Set(Self.wordsBeforeNumbers(text)) { counts[word, default: 0] += 1 } }
    for (word, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(3)
    where Double(count) >= least {
      let pattern = "\(word)[^0-9A-Za-z-]*\(value)"
      found.append((.match(pattern), cut(texts, pattern)))
    }
    return found
  }

  private func cut(_ texts: [String?], _ pattern: String) -> [String?] {
    guard let compiled = patterns[pattern] ?? (try? Pattern(pattern)) else { return texts.map { _ in nil } }
    patterns[pattern] = compiled
    return texts.map { text in text.flatMap { compiled.value(in: $0) }.flatMap { $0.isEmpty ? nil : $0 } }
  }

  private static func numbers(_ text: String) -> Int {
    var (count, isInside) = (0, false)
    for byte in text.utf8 {
      let isDigit = (0x30...0x39).contains(byte) || (byte == 0x2E && isInside)
      if isDigit, !isInside { count += 1 }
      isInside = isDigit
    }
    return count
  }

  /// The words that stand at most three signs before a number.
  private static func wordsBeforeNumbers(_ text: String) -> [String] {
    var found: [String] = []
    var (word, signs) = ("", 0)
    for character in text {
      if character.isASCII, character.isLetter {
        if signs > 0 { word = "" }
        signs = 0
        word.append(character)
      } else if character.isASCII, character.isNumber {
        if (1...12).contains(word.count), signs <= 4 { found.append(word) }
        word = ""
      } else {
        signs += 1
      }
    }
    return found
  }
}
