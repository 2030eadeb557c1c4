/// The quantity of a field, and the unit in which the oracle compares it.
public enum FieldQuantity: Hashable, Sendable {
  /// In °C.
  case temperature
  /// In m/s.
  case speed
  /// In hPa.
  case pressure
  /// In km.
  case distance
  /// In mm.
  case precipitation
  /// In percent.
  case share
  case uvIndex
  /// In degrees.
  case angle

  /// The quantity of a field in the JSON output; nil for text, times and places.
  public init?(field: some StringProtocol) {
    switch field {
    case "temperature", "feelsLike", "dewPoint", "high", "low": self = .temperature
    case "windSpeed", "windGust": self = .speed
    case "pressure": self = .pressure
    case "visibility": self = .distance
    case "precipitation": self = .precipitation
    case "humidity", "precipitationChance", "cloudCover": self = .share
    case "uvIndex": self = .uvIndex
    case "windDegrees": self = .angle
    default: return nil
    }
  }

  /// The largest effect of rounding on a value, whatever unit the report uses.
  public var tolerance: Double {
    switch self {
    case .temperature: 0.06
    case .speed: 0.052
    case .pressure: 0.18
    case .distance: 0.09
    case .precipitation: 0.13
    case .share, .angle: 0.51
    case .uvIndex: 0.06
    }
  }

  /// Units by label, with factor and summand to convert to the oracle's unit.
  var units: [String: (factor: Double, summand: Double)] {
    switch self {
    case .temperature: ["°C": (1, 0), "°F": (5 / 9.0, -160 / 9.0)]
    case .speed: ["km/h": (1 / 3.6, 0), "mph": (0.44704, 0), "m/s": (1, 0), "kn": (1852 / 3600.0, 0)]
    case .pressure: ["hPa": (1, 0), "inHg": (33.86389, 0), "mb": (1, 0)]
    case .distance: ["km": (1, 0), "mi": (1.609344, 0)]
    case .precipitation: ["mm": (1, 0), "cm": (10, 0), "in": (25.4, 0)]
    case .share: ["%": (1, 0)]
    case .uvIndex, .angle: [:]
    }
  }

  /// Labels of units of other quantities.
  var misfits: [String] {
    let all = ["%", "°C", "km/h", "mm", "hPa", " pm", " K"]
    let own: Set<String> =
      switch self {
      case .temperature: ["°C"]
      case .speed: ["km/h"]
      case .pressure: ["hPa", "mm"]
      // A visibility may be in feet or metres, for which `mm` could be mistaken.
      case .distance: []
      case .precipitation: ["mm"]
      case .share: ["%"]
      case .uvIndex: []
      case .angle: ["°C"]
      }
    return all.filter { !own.contains($0) }
  }

  /// All conversions from a source's number to the oracle's unit.
  var conversions: [(factor: Double, summand: Double)] {
    [(1, 0)] + units.values.map { ($0.factor, $0.summand) } + (self == .pressure ? [(0.01, 0), (10, 0)] : [])
      + (self == .distance ? [(0.001, 0), (0.0003048, 0)] : [])
  }

  /// All factors from a source's number to the oracle's unit.
  static let factors: [Double] =
    [1, 5 / 9.0, 1 / 3.6, 0.44704, 1852 / 3600.0, 33.86389, 1.333224, 0.01, 10, 0.001, 1.609344, 0.0003048, 25.4, 100]
}

/// Unit names.
enum UnitWord {
  /// Canonical names of the units that sources use; unknown ones are not units.
  private static let words: [String: String] = [
    "%": "%", "c": "°C", "celsius": "°C", "f": "°F", "fahrenheit": "°F", "km/h": "km/h", "kph": "km/h", "kmh": "km/h",
    "mph": "mph", "mp/h": "mph", "m/s": "m/s", "kn": "kn", "kt": "kn", "kts": "kn", "knots": "kn", "mb": "mb",
    "hpa": "hPa", "in": "in", "inhg": "inHg", "mm": "mm", "cm": "cm", "km": "km", "mi": "mi", "miles": "mi",
    "percent": "%", "mbar": "mb", "deg": "°",
  ]

  /// The unit for a word; nil if it is not one.
  static func named(_ word: String) -> String? {
    words[word.lowercased().replacing("°", with: "").trimmedOfBlanks]
  }

  /// The unit after a number, and where it ends; without a unit, an empty text and the end of the number.
  static func read(_ body: [UInt8], at start: Int, until limit: Int) -> (unit: String, end: Int) {
    var index = start
    let skipped = [" ", "\u{A0}", "°", "º", "&nbsp;", "&deg;", "&#176;", "&#xB0;"].map { Array($0.utf8) }
    var degreesEnd = start
    skipping: while index < limit {
      for sign in skipped where body[index..<limit].starts(with: sign) {
        index += sign.count
        if sign[0] != 0x20, sign != Array("&nbsp;".utf8), sign != Array("\u{A0}".utf8) { degreesEnd = index }
        continue skipping
      }
      break
    }
    var end = index
    while end < limit, isUnitByte(body[end]) { end += 1 }
    if let unit = named(String(decoding: body[index..<end], as: UTF8.self)) { return (unit, end) }
    return degreesEnd > start ? ("°", degreesEnd) : ("", start)
  }

  private static func isUnitByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x2F || byte == 0x25
  }
}

extension String {
  /// The text without surrounding blanks.
  var trimmedOfBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
