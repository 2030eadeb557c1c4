extension Condition {
  /// What a source's words say; nil where they say nothing that is known here, which is not clear sky.
  ///
  /// Words are looked for inside the phrase, so that `Chance Light Rain` and `PM Rain/Wind` are both rain. Of several
  /// conditions the most important counts. A word behind `no` or `without` does not.
  public init?(words phrase: String) {
    var words = Self.words(of: phrase)
    var found: [Condition] = []
    for (sign, condition) in Self.signs {
      // Words that are taken are not seen again: freezing fog is no freezing rain, and partly cloudy is not cloudy.
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
    // Fog in the morning, sun at noon, clouds at night: a bit of each.
    case .cloudy where found.contains(.clear): self = .partlyCloudy
    case .cloudy where found.contains(.partlyCloudy): self = .mostlyCloudy
    default: self = most
    }
  }

  /// The words of a phrase in lower case, without what stands between them.
  private static func words(of phrase: String) -> [String] {
    let joined = phrase.lowercased().replacing("t-storm", with: "tstorm").replacing("t-shower", with: "tstorm")
    return joined.split { !$0.isLetter }.map(String.init)
  }

  /// The words that sources use, each with what it says: the most particular first. A word stands for all that begin
  /// with it, several for their sequence.
  ///
  /// From the phrases of weather.com, the National Weather Service (NWSI 10-503 and weather.gov/forecast-icons),
  /// Environment Canada and the Bureau of Meteorology, the tables of MET Norway and SMHI, and WMO code table 4677.
  private static let signs: [(sign: [String], condition: Condition)] = [
    ("tornado", tornado), ("funnel cloud", tornado), ("water spout", tornado), ("waterspout", tornado),
    ("hurricane", hurricane), ("tropical", hurricane), ("typhoon", hurricane), ("cyclon", hurricane),
    ("dust storm", haze), ("duststorm", haze), ("sand storm", haze), ("sandstorm", haze), ("dust devil", haze),
    ("snow storm", heavySnow), ("snowstorm", heavySnow), ("winter storm", heavySnow), ("ice storm", freezingRain),
    ("thunder", thunderstorm), ("tstorm", thunderstorm), ("lightning", thunderstorm),
    ("freezing rain", freezingRain), ("freezing drizzle", freezingRain), ("freezing precip", freezingRain),
    ("freezing spray", freezingRain), ("freezing shower", freezingRain), ("glaze", freezingRain),
    ("hail", hail), ("ice pellet", hail), ("snow pellet", hail), ("graupel", hail),
    ("ice crystal", snowShowers), ("diamond dust", snowShowers),
    ("rime fog", fog), ("freezing fog", fog), ("ice fog", fog), ("fog", fog), ("mist", fog),
    ("sleet", sleet), ("wintry", sleet), ("winter mix", sleet), ("wet snow", sleet),
    ("blizzard", heavySnow), ("heavy snow", heavySnow), ("blowing snow", heavySnow), ("drifting snow", heavySnow),
    ("snow shower", snowShowers), ("snow flurr", snowShowers), ("snow grain", snowShowers), ("flurr", snowShowers),
    ("snow crystal", snowShowers), ("snow squall", heavySnow), ("snow", snow),
    ("drizzl", drizzle), ("sprinkl", drizzle),
    ("heavy rain", heavyRain), ("violent rain", heavyRain), ("heavy shower", heavyRain), ("downpour", heavyRain),
    ("torrential", heavyRain), ("heavy precip", heavyRain), ("rain shower", showers), ("shower", showers),
    ("rain", rain), ("precipitation", rain), ("wet", rain),
    ("ice", freezingRain), ("icy", freezingRain),
    ("haz", haze), ("smok", haze), ("dust", haze), ("sand", haze), ("ash", haze),
    ("squall", windy), ("storm", thunderstorm),
    ("sun and cloud", partlyCloudy), ("sunny period", partlyCloudy),
    ("cloudy period", partlyCloudy), ("cloudy interval", partlyCloudy), ("sunny interval", partlyCloudy),
    ("sunny break", partlyCloudy), ("sunny spell", partlyCloudy), ("bright", partlyCloudy),
    ("partly cloud", partlyCloudy), ("partly sun", partlyCloudy), ("partly clear", partlyCloudy),
    ("partial", partlyCloudy), ("scattered cloud", partlyCloudy), ("some cloud", partlyCloudy),
    ("halfclear", partlyCloudy), ("half clear", partlyCloudy), ("variable cloud", partlyCloudy),
    ("clearing", partlyCloudy), ("increasing cloud", partlyCloudy), ("decreasing cloud", partlyCloudy),
    ("mostly cloud", mostlyCloudy), ("mainly cloud", mostlyCloudy), ("considerable cloud", mostlyCloudy),
    ("broken cloud", mostlyCloudy),
    ("mostly sun", mostlyClear), ("mainly sun", mostlyClear), ("mostly clear", mostlyClear),
    ("mainly clear", mostlyClear), ("mainly fine", mostlyClear), ("nearly clear", mostlyClear), ("fair", mostlyClear),
    ("few cloud", mostlyClear), ("mostly fine", mostlyClear),
    ("overcast", cloudy), ("cloud", cloudy), ("sun", clear), ("clear", clear), ("fine", clear),
    ("frost", cold), ("frigid", cold), ("cold", cold), ("hot", hot),
    ("wind", windy), ("breez", windy), ("bluster", windy), ("gale", windy), ("gust", windy),
  ].map { ($0.split(separator: " ").map(String.init), $1) }
}

extension [String] {
  /// Where words that begin so stand one behind the other.
  fileprivate func firstRange(matching beginnings: [String]) -> Range<Int>? {
    guard beginnings.count <= count else { return nil }
    for start in 0...count - beginnings.count
    where zip(self[start...], beginnings).allSatisfy({ $0.hasPrefix($1) }) {
      return start..<start + beginnings.count
    }
    return nil
  }
}
