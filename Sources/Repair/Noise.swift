internal import Basics
internal import Scraping
import Weather

/// How far values of a field lie apart that are about the same place and time, as one standard deviation in the base unit
/// (°C, km/h, hPa, mm; a share of the distance; percent, minutes, points of the compass).
enum Noise {
  /// An outlier costs no more: one changed value does not drown fourteen right ones.
  static let outlier = -4.5

  static func deviation(_ field: Field, _ knowledge: Knowledge) -> Double {
    let (exact, kept, other): (Double, Double, Double) =
      switch field.kind {
      case .measured(.temperature): (0.35, 1, 1.5)
      case .measured(.speed): (0.7, 3.5, 5.5)
      case .measured(.pressure): (0.6, 1.2, 1.5)
      case .measured(.distance): (0.05, 0.15, 0.6)
      case .measured(.precipitation): (0.2, 1, 2.5)
      case .share: (0.7, 8, field == .humidity ? 8 : 13)
      case .number: (0.35, 0.8, 1.2)
      case .time: (0.7, 1, 2.5)
      case .direction: (0.3, 1, 1.6)
      case .bearing: (3, 23, 36)
      case .words: (0.05, 0.1, 0.9)
      }
    return knowledge == .exact ? exact : knowledge == .kept ? kept : other
  }

  /// How far all temperatures of a source may lie to one side, in °C.
  static func bias(_ knowledge: Knowledge) -> Double { knowledge == .other ? 2.2 : 0 }

  /// How far a value lies from the known one; nil where they cannot be compared.
  static func difference(_ field: Field, _ value: FieldValue, _ known: FieldValue) -> Double? {
    switch (value, known) {
    case (.measured(let a), .measured(let b)):
      guard a.unit.quantity == b.unit.quantity else { return nil }
      let unit = a.unit.quantity == .speed ? MeasurementUnit.kilometersPerHour : a.unit.quantity.baseUnit
      let (a, b) = (a.exactly(in: unit), b.exactly(in: unit))
      return field.quantity == .distance ? (a - b) / max(b, 1) : a - b
    case (.number(let a), .number(let b)): return a - b
    case (.direction(let a), .direction(let b)):
      let steps = abs(a.degrees - b.degrees) / 22.5
      return min(steps, 16 - steps)
    // On the place's clocks.
    case (.time(let a), .time(let b)): return Double(a.secondsOfDay - b.secondsOfDay) / 60
    case (.words(let a), .words(let b)): return WeatherWords.plain(a) == WeatherWords.plain(b) ? 0 : 1
    default: return nil
    }
  }
}

/// What words for the weather speak of, so that two sources' can be compared.
enum WeatherWords {
  static func plain(_ text: String) -> String {
    text.lowercased().filter(\.isLetter)
  }

  /// The kinds of weather in a text: clear, cloud, rain, snow, storm, fog, wind.
  static func categories(_ text: String) -> Set<String> {
    Set(words(text).compactMap { table[$0] }.filter { !$0.isEmpty })
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isASCII && $0.isLetter || $0 == "-") }.map(String.init)
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for (kind, words) in [
      ("clear", "sun sunny clear fair sunshine"), ("cloud", "cloud clouds cloudy overcast"),
      ("rain", "rain rainy shower showers drizzle"), ("snow", "snow snowy flurries sleet ice wintry freezing"),
      ("storm", "thunder thunderstorm thunderstorms t-storms tstms storm storms hail"),
      ("fog", "fog foggy haze hazy mist smoke"), ("wind", "wind windy breezy"),
    ] {
      for word in words.split(separator: " ") { table[String(word)] = kind }
    }
    return table
  }()
}
