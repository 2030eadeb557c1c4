internal import Basics
internal import Weather

/// What kind of values texts are.
struct SampleKind {
  /// Codes that stand for words, by the table that has them.
  enum Codes { case codes(table: String) }

  private let texts: [String]

  init(_ texts: [String]) { self.texts = Array(texts.prefix(GuessedRows.sampled)) }

  private func all(_ holds: (String) -> Bool) -> Bool { !texts.isEmpty && texts.allSatisfy(holds) }

  /// Whether each begins with a number, or has one behind a word or two.
  var areNumbers: Bool {
    all { text in
      text.utf8.count <= 60 && text.contains(where: \.isNumber) && TimeOfDay.seconds(text) == nil
        && LocalTime(text) == nil
    }
  }

  var areShares: Bool { all { $0.contains("%") } }

  /// Whether degrees of a temperature stand behind each.
  var areDegrees: Bool {
    guard let kind = ValueKind(.temperature) else { return false }
    return all { $0.contains("°") && Cell.text($0).value(kind, .page(ValueUnit(.celsius))) != nil }
  }

  var areBearings: Bool { all { Double($0.filter { $0 != "°" }).map { (0...360).contains($0) } ?? false } }

  var areCompassPoints: Bool {
    all { $0.utf8.count <= 20 && !$0.contains(where: \.isNumber) && Cell.text($0).compassPoint != nil }
  }

  /// Whether each tells of a wind in words: `SW 7 m/s`.
  var areWinds: Bool {
    all { text in
      guard text.contains(where: \.isLetter), text.utf8.count <= 80 else { return false }
      let wind = WindText.wind(in: text)
      return wind.speed != nil && (wind.direction != nil || wind.gust != nil)
    }
  }

  /// Words, but no names of days, dates or addresses.
  var areWords: Bool {
    all { Cell.text($0).condition != nil && LocalTime($0) == nil && !Self.isAddress($0) }
      && texts.count { RowLabel($0).weekday != nil || RowLabel($0).isToday } * 2 < texts.count + 1
  }

  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("http") || text.hasPrefix("/") || text.contains("://")
  }

  /// Words of the weather rather than names: several different ones, with a blank in one of them.
  var arePhrases: Bool {
    areWords && Set(texts).count > 1 && texts.contains { $0.contains(" ") }
      && all { RowLabel($0).weekday == nil && $0.utf8.count <= 60 }
  }

  /// True if each is made of words for weather alone, and not all are the same.
  var areConditions: Bool { Set(texts).count > 1 && all { WeatherPhrase(words: $0) != nil } }

  /// True if each is a number with a unit of speed.
  var areSpeeds: Bool {
    guard areNumbers, let kind = ValueKind(.windSpeed) else { return false }
    return all { Cell.text($0).value(kind, .page(nil)) != nil }
  }

  var areTimes: Bool {
    all {
      LocalTime($0) != nil || LocalTime($0, offset: 0) != nil || $0.utf8.count <= 12 && TimeOfDay.seconds($0) != nil
        || (Int($0) ?? 0) > 1_000_000_000
    }
  }

  /// The table in which all are codes; nil where none has them.
  var codes: Codes? {
    if all({ Int($0).map { SymbolWords.wmo($0) != nil } ?? false }) { return .codes(table: "wmo") }
    if all({ $0.contains(where: \.isLetter) && !$0.contains(" ") && SymbolWords.met($0) != nil }) {
      return .codes(table: "met")
    }
    return nil
  }
}
