/// What the words of a name say of a value: those of a header cell, a JSON member, a class, or the text before a value.
enum FieldConcept: CaseIterable {
  case temperature, high, low, mean, feels, dew, humidity, wind, gust, direction, pressure, visibility, ultraviolet,
    cloud
  case precipitation, snow, chance, description, code, sunrise, sunset, rate, change, forecast, issue, end

  /// Words in several languages. One of up to four letters must be a whole word, a longer one may be a part of it
  /// (`windspeed`, `Tageshöchsttemperatur`).
  private var words: String {
    switch self {
    case .temperature: "temp temperature temperatur température temperatura tmp tmpf tmpc t"
    case .high: "high hi max maxi maximum tmax höchst hoch haute alta máxima mx tx"
    case .low: "low lo min mini minimum tmin tiefst tief basse baja mínima mn tn"
    case .mean: "mean avg average median mittel"
    case .feels: "feels feelslike apparent windchill chill heatindex realfeel gefühlt ressenti humidex"
    case .dew: "dew dewpoint dewpt taupunkt rosée dpt dpf"
    case .humidity: "humidity humid rh feuchte feuchtigkeit humidité humedad fuktighet"
    case .wind: "wind winds wnd vent viento vind wsp wdr"
    case .gust: "gust gusts böen boen böe rafale racha byar"
    case .direction: "direction dir bearing degrees deg compass richtung wdr riktning azimuth from"
    case .pressure: "pressure press luftdruck pression presión baro barometer msl mslp slp qnh lufttryck"
    case .visibility: "visibility vis sicht visibilité sikt"
    case .ultraviolet: "uv uvi uvindex ultraviolet"
    case .cloud: "cloud clouds cloudiness cloudcover bewölkung nébulosité molnighet"
    case .precipitation:
      "precip precipitation rain rainfall shower showers niederschlag regen pluie lluvia nederbörd qpf pop rr"
    case .snow: "snow snowfall schnee neige nieve snö"
    case .chance: "chance probability prob pop wahrscheinlichkeit probabilité probabilidad risk risiko"
    case .description:
      "description desc condition conditions weather summary forecast phrase sky text wetter temps outlook words narrative väder"
    case .code: "icon code symbol id picture"
    case .sunrise: "sunrise sonnenaufgang lever amanecer"
    case .sunset: "sunset sonnenuntergang coucher atardecer"
    case .rate: "intensity rate type hours duration kind depth accumulated previous past index source"
    case .change: "change trend tendency delta difference anomaly spread error record normal departure"
    case .forecast: "hour hourly daily day time date valid"
    case .issue: "updated update issued issue published pubdate generated modified created reference run"
    case .end: "end until to stop expires"
    }
  }

  private static let compounds = ["max", "min", "temp", "wind", "gust", "rain", "snow", "high"]
  private static let exact: [String: Set<FieldConcept>] = table { $0.count <= 4 }
  private static let parts: [(String, FieldConcept)] = table { $0.count > 4 }.flatMap { word, concepts in
    concepts.map { (word, $0) }
  }

  private static func table(_ isWanted: (String) -> Bool) -> [String: Set<FieldConcept>] {
    allCases.reduce(into: [:]) { table, concept in
      for word in concept.words.split(separator: " ").map(String.init) where isWanted(word) {
        table[word, default: []].insert(concept)
      }
    }
  }

  /// What the words of a name say.
  static func concepts(of words: [String]) -> Set<FieldConcept> {
    words.reduce(into: []) { found, word in
      found.formUnion(exact[word] ?? [])
      for (part, concept) in parts where word.contains(part) { found.insert(concept) }
      // `maxtemp`, `windkmh`.
      for part in compounds where word != part && (word.hasPrefix(part) || word.hasSuffix(part)) {
        found.formUnion(exact[part] ?? [])
      }
    }
  }

  /// The words of a name, in lower case: `temperature_2m_max`, `maxTempC` and `High (°C)` have three, two and one, with their
  /// units.
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var last: Character = " "
    func end() {
      if !word.isEmpty { words.append(word.lowercased()) }
      word = ""
    }
    for letter in name.prefix(200) {
      if !letter.isLetter || letter.isUppercase && last.isLowercase { end() }
      if letter.isLetter { word.append(letter) }
      last = letter
    }
    end()
    return words
  }
}
