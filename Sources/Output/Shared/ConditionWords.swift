import Weather

extension Condition {
  /// The condition in a description, by the vocabulary if it is known there, else by its single words; nil if nothing
  /// is recognized.
  init?(words phrase: String) {
    if case .weather(let weather)? = WeatherPhrase(words: phrase) { self.init(weather) } else { self.init(any: phrase) }
  }

  /// The most important condition in a description; nil if nothing is recognized, which does not mean clear sky.
  ///
  /// Words are searched anywhere in the phrase, so `Chance Light Rain` and `PM Rain/Wind` are both rain. The most
  /// important of several conditions counts. Words after `no`, `not` or `without` are ignored.
  init?(any phrase: String) {
    var words = Self.words(of: phrase)
    var found: [Condition] = []
    for (sign, condition) in Self.signs {
      // Matched words are removed: freezing fog is not freezing rain, and partly cloudy is not cloudy.
      while let range = words.firstRange(matching: sign) {
        let isDenied = range.lowerBound > 0 && ["no", "not", "without"].contains(words[range.lowerBound - 1])
        if !isDenied { found.append(condition) }
        for index in range { words[index] = "" }
      }
    }
    guard let most = found.max() else { return nil }
    let isWet = found.contains { [.drizzle, .showers, .rain, .heavyRain].contains($0) }
    switch most {
    // Rain and snow in one phrase fall together, or in turn.
    case .snowShowers, .snow, .heavySnow: self = isWet ? .sleet : most
    // For example fog in the morning, sun at noon, clouds at night.
    case .cloudy where found.contains(.clear): self = .partlyCloudy
    case .cloudy where found.contains(.partlyCloudy): self = .mostlyCloudy
    default: self = most
    }
  }

  /// A phrase's words in lower case, without punctuation.
  private static func words(of phrase: String) -> [String] {
    let joined = phrase.lowercased().replacing("t-storm", with: "tstorm").replacing("t-shower", with: "tstorm")
    return joined.split { !$0.isLetter }.map(String.init)
  }

  /// Word prefixes and their conditions, most specific first; several words match in sequence.
  ///
  /// Sources: phrases of weather.com, the National Weather Service (NWSI 10-503 and weather.gov/forecast-icons),
  /// Environment Canada and the Bureau of Meteorology, the tables of MET Norway and SMHI, and WMO code table 4677.
  private static let signs: [(sign: [String], condition: Condition)] = words.flatMap { condition, words in
    words.split(separator: ",").map { ($0.split(separator: " ").map(String.init), condition) }
  }

  private static let words: [(condition: Condition, words: String)] = [
    (tornado, "tornado, funnel cloud, water spout, waterspout"),
    (hurricane, "hurricane, tropical, typhoon, cyclon"),
    (haze, "dust storm, duststorm, sand storm, sandstorm, dust devil"),
    (heavySnow, "snow storm, snowstorm, winter storm"),
    (freezingRain, "ice storm"),
    (thunderstorm, "thunder, tstorm, lightning"),
    (freezingRain, "freezing rain, freezing drizzle, freezing precip, freezing spray, freezing shower, glaze"),
    (hail, "hail, ice pellet, snow pellet, graupel"),
    (snowShowers, "ice crystal, diamond dust"),
    (fog, "rime fog, freezing fog, ice fog, fog, mist"),
    (sleet, "sleet, wintry, winter mix, wet snow"),
    (heavySnow, "blizzard, heavy snow, blowing snow, drifting snow"),
    (snowShowers, "snow shower, snow flurr, snow grain, flurr, snow crystal"),
    (heavySnow, "snow squall"),
    (snow, "snow"),
    (drizzle, "drizzl, sprinkl"),
    (heavyRain, "heavy rain, violent rain, heavy shower, downpour, torrential, heavy precip"),
    (showers, "rain shower, shower"),
    (rain, "rain, precipitation, wet"),
    (freezingRain, "ice, icy"),
    (haze, "haz, smok, dust, sand, ash"),
    (windy, "squall"),
    (thunderstorm, "storm"),
    (
      partlyCloudy,
      "sun and cloud, sunny period, cloudy period, cloudy interval, sunny interval, sunny break, sunny spell"
    ),
    (partlyCloudy, "bright, partly cloud, partly sun, partly clear, partial, scattered cloud, some cloud, halfclear"),
    (partlyCloudy, "half clear, variable cloud, clearing, increasing cloud, decreasing cloud"),
    (mostlyCloudy, "mostly cloud, mainly cloud, considerable cloud, broken cloud"),
    (mostlyClear, "mostly sun, mainly sun, mostly clear, mainly clear, mainly fine, nearly clear, fair, few cloud"),
    (mostlyClear, "mostly fine"),
    (cloudy, "overcast, cloud"),
    (clear, "sun, clear, fine"),
    (cold, "frost, frigid, cold"),
    (hot, "hot"),
    (windy, "wind, breez, bluster, gale, gust"),
  ]
}

extension [String] {
  /// The first range of consecutive words with these prefixes.
  fileprivate func firstRange(matching beginnings: [String]) -> Range<Int>? {
    guard beginnings.count <= count else { return nil }
    for start in 0...count - beginnings.count
    where zip(self[start...], beginnings).allSatisfy({ $0.hasPrefix($1) }) {
      return start..<start + beginnings.count
    }
    return nil
  }
}
