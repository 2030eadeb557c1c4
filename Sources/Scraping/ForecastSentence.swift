internal import Weather

/// Parses an English forecast sentence in the style of the North American weather services: `Showers likely. Cloudy,
/// with a high near 51. Chance of precipitation is 60%.`
public struct ForecastSentence {
  /// The parts of a sentence.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// The day's high: `a high near 51`, `High near 51`, `a steady temperature around 45`.
    case high
    /// The night's low: `a low around 40`, `Low around 30`, `a steady temperature around 45`.
    case low
    /// The chance of precipitation: `Chance of precipitation is 60%`, `A 20 percent chance of rain`.
    case chance
    /// The sentence up to its temperature: `Showers likely. Cloudy`.
    case words
  }

  private var parts: [Part: String] = [:]

  /// A part of the text; nil if the sentence does not have it.
  public subscript(part: Part) -> String? { parts[part] }

  /// Parses a sentence; missing parts are nil. A rising or falling temperature (`temperature falling to around 40 by
  /// 5pm`) is neither the day's high nor the night's low.
  public init(_ sentence: String) {
    // Limits the work on hostile input; real forecasts are shorter.
    let words = sentence.prefix(2000).split(whereSeparator: \.isWhitespace).map(String.init)
    let bare = words.map { $0.lowercased().trimmed(of: ",.;") }
    var end = words.count
    for (index, word) in bare.enumerated() {
      switch word {
      case "high", "low":
        // The description ends here even if the number cannot be read.
        if index + 1 < bare.count, Self.leadsOn.contains(bare[index + 1]) { end = min(end, index) }
        guard let number = Self.temperature(words, bare, behind: index) else { continue }
        let part = word == "high" ? Part.high : .low
        parts[part] = parts[part] ?? number
        end = min(end, index)
      case "steady" where index + 1 < bare.count && bare[index + 1].hasPrefix("temperature"):
        guard let number = Self.temperature(words, bare, behind: index + 1) else { continue }
        for part in [Part.high, .low] { parts[part] = parts[part] ?? number }
        end = min(end, index)
      case "temperature", "temperatures": end = min(end, index)
      case "chance": parts[.chance] = parts[.chance] ?? Self.chance(bare, at: index)
      default: break
      }
    }
    parts[.words] = Self.head(words.prefix(end))
  }

  /// The temperature after a word and `near`, `around` or `of`. `10 below` is negative; ranges (`40 to 45`) and times
  /// (`7 pm`) are not accepted.
  private static func temperature(_ words: [String], _ bare: [String], behind index: Int) -> String? {
    var index = index + 1
    while index < bare.count, leadsOn.contains(bare[index]) { index += 1 }
    guard index < bare.count else { return nil }
    var text = bare[index] == "zero" ? "0" : bare[index]
    // A sign may be a separate word; any other mark makes the number unreadable.
    if index + 1 < bare.count, text.count == 1, text.first?.isNumber == false {
      index += 1
      text += " " + bare[index]
    }
    let endsHere = words[index].last.map { ",.;".contains($0) } ?? true
    if !endsHere, index + 1 < bare.count {
      let next = bare[index + 1]
      if ["°", "°f", "°c", "f", "c", "degrees", "below"].contains(next) {
        text += " " + (next == "below" ? next : words[index + 1].trimmed(of: ",.;"))
      } else if !goesOn.contains(next) {
        return nil
      }
    }
    let units = [MeasurementUnit.fahrenheit, .celsius].map { UnitSystem($0) }
    return units.contains { Cell.text(text).measured(.temperature, in: $0) != nil } ? text : nil
  }

  /// Words between `high` or `low` and the number.
  private static let leadsOn: Set<String> = ["near", "around", "of", "about"]

  /// Words that may follow a temperature without changing it.
  private static let goesOn: Set<String> = [
    "by", "in", "with", "and", "before", "after", "then", "at", "during", "on", "early", "late", "for", "this",
    "overnight", "tonight", "today", "through", "while", "but", "under", "until", "when", "as", "along", "near",
  ]

  /// `A 20 percent chance`, or `chance of precipitation is [near] 60%`, within the same clause.
  private static func chance(_ words: [String], at index: Int) -> String? {
    func share(_ text: String) -> String? {
      text.contains("%") && Cell.text(text).number(.humidity) != nil ? text : nil
    }
    if index >= 2, words[index - 1] == "percent", let share = share(words[index - 2] + "%") { return share }
    if index >= 1, let share = share(words[index - 1]) { return share }
    guard index + 3 < words.count, words[index + 1] == "of", let verb = words[index...].prefix(6).firstIndex(of: "is")
    else { return nil }
    let value = words[(verb + 1)...].drop { $0 == "near" || $0 == "around" }
    guard let first = value.first else { return nil }
    return share(first) ?? (value.dropFirst().first == "percent" ? share(first + "%") : nil)
  }

  /// The description without words such as `with a` that lead on to the temperature.
  private static func head(_ words: ArraySlice<String>) -> String? {
    var words = words
    while let last = words.last, ["with", "a", "and"].contains(last.lowercased().trimmed(of: ",")) {
      words.removeLast()
    }
    let text = words.joined(separator: " ").trimmed(of: ",.; ")
    // Text with a colon or tag, or a very long one, includes other parts of a page with an unclosed tag.
    return text.isEmpty || text.utf8.count > 120 || text.contains { ":<>".contains($0) } ? nil : text
  }
}

extension String {
  /// The text without certain characters at its ends.
  fileprivate func trimmed(of characters: String) -> String {
    var rest = self[...]
    while let last = rest.last, characters.contains(last) { rest.removeLast() }
    while let first = rest.first, characters.contains(first) { rest.removeFirst() }
    return String(rest)
  }
}
