/// A source's description in the vocabulary: one condition, or several with when, where and how likely each is.
public indirect enum WeatherPhrase: Hashable, Sendable {
  /// A condition.
  case weather(PresentWeather)
  /// A phrase that holds for a part of the time or the area, or is not certain.
  case qualified(Qualifier, Self)
  /// Two at once, as in `Rain/Wind`.
  case both(Self, Self)
  /// One after the other, as in `Fog then Sunny`.
  case sequence(Self, Self)

  /// When, where and how likely. The raw value is the whole phrase in English, the key of its translations.
  public enum Qualifier: String, CaseIterable, Sendable {
    case morning = "{weather} in the morning"
    case afternoon = "{weather} in the afternoon"
    case early = "{weather} at first"
    case late = "{weather} later"
    case possible = "{weather} possible"
    case likely = "{weather} likely"
    case atTimes = "{weather} at times"
    case inPlaces = "{weather} in places"
  }
}

extension WeatherPhrase {
  /// A description in English; nil if a single word of it is not known, since half a description would be wrong.
  public init?(words: String) {
    var text = words.lowercased()
    // Hyphens are part of a word, other punctuation separates words; a slash joins two conditions.
    text = text.replacing("t-storm", with: "tstorm").replacing("t-shower", with: "tshower")
    text = text.replacing("&", with: " and ").replacing("/", with: " / ")
    let tokens = text.split { !($0.isLetter || $0 == "/") }.map(String.init)
    guard !tokens.isEmpty, let phrase = Self(tokens[...]) else { return nil }
    self = phrase
  }

  private init?(_ words: ArraySlice<String>) {
    if let index = words.firstIndex(of: "then") {
      guard let (first, second) = Self.halves(words, at: index) else { return nil }
      self = .sequence(first, second)
    } else if let weather = PresentWeather(phrase: Self.joined(words)) {
      self = .weather(weather)
    } else if let phrase = Self.qualified(words) {
      self = phrase
    } else if let phrase = words.indices.lazy.filter({ words[$0] == "/" || words[$0] == "and" || words[$0] == "with" })
      .compactMap({ Self.halves(words, at: $0) }).first
    {
      self = .both(phrase.first, phrase.second)
    } else {
      return nil
    }
  }

  /// The text of words, in which a slash is no word: `rain / snow` is the known phrase `rain snow`.
  private static func joined(_ words: ArraySlice<String>) -> String {
    words.filter { $0 != "/" }.joined(separator: " ")
  }

  private static func halves(_ words: ArraySlice<String>, at index: Int) -> (first: Self, second: Self)? {
    guard let first = Self(words[words.startIndex..<index]), let second = Self(words[(index + 1)...]) else {
      return nil
    }
    return (first, second)
  }

  /// A phrase with a qualifier before or behind it that holds for all of it: a slash begins another phrase.
  private static func qualified(_ words: ArraySlice<String>) -> Self? {
    guard !words.contains("/") else { return nil }
    for (beginning, qualifier) in before where words.starts(with: beginning) {
      if let rest = Self(words.dropFirst(beginning.count)) { return .qualified(qualifier, rest) }
    }
    for (end, qualifier) in behind where words.reversed().starts(with: end.reversed()) {
      if let rest = Self(words.dropLast(end.count)) { return .qualified(qualifier, rest) }
    }
    return nil
  }

  private static let before: [([String], Qualifier)] = list([
    (.morning, "am, morning"), (.afternoon, "pm, afternoon"), (.early, "early"), (.late, "late"),
    (
      .possible,
      "slight chance of, slight chance, chance of, chance, possible, possibly, risk of a, risk of, risque of, "
        + "a chance of"
    ),
    (.atTimes, "periods of, occasional, intermittent, a few, few"),
    (.inPlaces, "patches of, patchy, areas of, areas, scattered, isolated, local"),
  ])

  private static let behind: [([String], Qualifier)] = list([
    (.early, "early"), (.late, "late"), (.late, "developing"), (.likely, "likely"), (.possible, "possible"),
    (.inPlaces, "at a distance, in places, nearby, in the vicinity"), (.atTimes, "at times"),
    (.morning, "in the morning"), (.afternoon, "in the afternoon"),
  ])

  private static func list(_ table: [(Qualifier, String)]) -> [([String], Qualifier)] {
    table.flatMap { qualifier, texts in
      texts.split(separator: ",").map { ($0.split(separator: " ").map(String.init), qualifier) }
    }
  }
}
