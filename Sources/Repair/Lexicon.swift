internal import Scraping
import Weather

/// What names and labels beside a value speak of. They tell high from feels like, wind from gust, the day's from the night's.
final class Lexicon {
  private var spoken: [Field: [String: (speaksFor: Bool, speaksAgainst: Bool)]] = [:]

  /// Whether words name a field, and whether they name another one that it may be taken for.
  func judge(_ field: Field, _ words: String) -> (speaksFor: Bool, speaksAgainst: Bool) {
    if let known = spoken[field]?[words] { return known }
    let folded = words.lowercased()
    let judged = (
      Self.names[field.key]?.matches(folded) ?? false, Self.others[field.key]?.matches(folded) ?? false
    )
    spoken[field, default: [:]][words] = judged
    return judged
  }

  /// Whether words speak of the night.
  static func isOfNight(_ words: String) -> Bool { night.matches(words.lowercased()) }

  private static let night = Pattern.made("night|noche|nacht|nuit|notte|noite|evening")

  private static let names: [String: Pattern] = [
    "high": "high|(^|[^a-z])hi($|[^a-z])|hitemp|max|daytemp|höchst|máx",
    "low": "low($|[^e])|(^|[^a-z])lo($|[^a-z])|lotemp|min($|[^uo])|nighttemp|tiefst|mín",
    "temperature": "temp",
    "feelsLike": "feel|apparent|chill|heat.?index|gefühlt|ressenti|sensaci|percep",
    "dewPoint": "dew|taupunkt|rosée|rocío|rugiada",
    "humidity": "humid|feucht|humedad|umid",
    "precipitationChance":
      "precip|rain|chance|(^|[^a-z])pop($|[^a-z])|prob|regen|niederschlag|pluie|lluvia|pioggia|chuva",
    "precipitation": "precip|rain|accum|amount|qpf",
    "cloudCover": "cloud.?cov|cloudcover|sky|bewölk|nubos|nuvol|nébul",
    "windSpeed": "wind|vent|viento|vento", "windDirection": "wind|vent|viento|vento|direc",
    "windGust": "gust|böe|rafale|racha|raffic",
    "uvIndex": "(^|[^a-z])uv|uv.?index", "pressure": "press|baro|druck|presi", "visibility": "visib|sicht",
    "description": "phrase|desc|cond|summary|weather|(^|[^a-z])wx|short",
    "sunrise": "sunrise|sun.?rise", "sunset": "sunset|sun.?set",
  ].mapValues { Pattern.made($0) }

  private static let feels = "feel|apparent|chill|heat.?index|gefühlt|ressenti|sensaci|percep|dew|taupunkt|rosée|rocío"

  private static let others: [String: Pattern] = [
    "high": "low($|[^e])|night|\(feels)|average|record|normal",
    "low": "high|\(feels)|average|record|normal",
    "temperature": "\(feels)|high|low($|[^e])|wet.?bulb|average|record",
    "feelsLike": "dew|taupunkt|rosée|rocío", "dewPoint": "feel|chill",
    "precipitationChance": "humid|feucht|humedad|umid|cloud|bewölk|nubos|moon",
    "humidity": "precip|rain|cloud|chance|regen|moon", "cloudCover": "humid|precip|chance|moon",
    "windSpeed": "gust|böe|rafale|racha", "windGust": "average|mean",
    "sunrise": "set|moon", "sunset": "rise|moon", "uvIndex": "humid|temp|aqi|pollen|air",
    "description": "narrat|title|alert|warn|day.?name|date",
  ].mapValues { Pattern.made($0) }
}
