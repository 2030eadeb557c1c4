internal import Weather

/// A unit that sites write behind or beside a number. Units that the reports do not use (Pa, m, ft, cm) are converted to
/// the nearest that they do.
enum ValueUnit: Hashable {
  case celsius, fahrenheit
  case kilometersPerHour, milesPerHour, metersPerSecond, knots
  case hectopascals, kilopascals, pascals, inchesOfMercury, millimetersOfMercury
  case kilometers, meters, miles, feet
  case millimeters, centimeters, inches
  case percent
  /// A degree of an angle. The bare sign `°` behind a temperature is no unit: it does not say which degree is meant.
  case degree

  init(_ unit: MeasurementUnit) {
    switch unit {
    case .celsius: self = .celsius
    case .fahrenheit: self = .fahrenheit
    case .kilometersPerHour: self = .kilometersPerHour
    case .milesPerHour: self = .milesPerHour
    case .metersPerSecond: self = .metersPerSecond
    case .knots: self = .knots
    case .hectopascals: self = .hectopascals
    case .inchesOfMercury: self = .inchesOfMercury
    case .millimetersOfMercury: self = .millimetersOfMercury
    case .kilometers: self = .kilometers
    case .miles: self = .miles
    case .millimeters: self = .millimeters
    case .inches: self = .inches
    }
  }

  /// The unit that a word means where a kind of value is sought, in lower case and without blanks: `in` is a depth of rain
  /// or a height of mercury.
  init?(word: String, of kind: ValueKind) {
    guard let unit = Self.words[kind.quantity]?[word] else { return nil }
    self = unit
  }

  /// The unit that a label beside a number means (`°C`, `wmoUnit:km_h-1`, `inches of mercury`); nil for one that is not
  /// known or is of another quantity.
  init?(label: String, of kind: ValueKind) {
    // No unit's name is longer; a hostile one would be.
    guard label.utf8.count <= 64 else { return nil }
    if let unit = Self.words[kind.quantity]?[label] {
      self = unit
      return
    }
    let word = label.split(separator: ":").last.map(String.init) ?? label
    self.init(word: word.lowercased().filter { !$0.isWhitespace && $0 != "°" && $0 != "º" }, of: kind)
  }

  /// Whether a text is the name of a unit of any quantity.
  static func isName(_ text: String) -> Bool {
    let word = text.lowercased()
    return words.values.contains { $0[text] != nil || $0[word] != nil }
  }

  /// The degree that a text mentions behind a number or a degree sign: `High near 20F`, `Set units to °F`.
  init?(prose text: String, of kind: ValueKind) {
    guard kind.quantity == .temperature else { return nil }
    var before: Character = " "
    var previous: Character = " "
    for (index, letter) in zip(text.indices, text).prefix(4000) {
      let mark = previous.isWhitespace ? before : previous
      if letter == "C" || letter == "F", mark == "°" || mark == "º" || mark.isNumber,
        text[text.index(after: index)...].first.map({ !$0.isLetter && !$0.isNumber }) ?? true
      {
        self = letter == "C" ? .celsius : .fahrenheit
        return
      }
      (before, previous) = (previous, letter)
    }
    return nil
  }

  private static let words: [ValueKind.Quantity: [String: ValueUnit]] = [
    .temperature: [
      "°C": .celsius, "°F": .fahrenheit, "c": .celsius, "celsius": .celsius, "degc": .celsius, "centigrade": .celsius,
      "f": .fahrenheit,
      "fahrenheit": .fahrenheit, "degf": .fahrenheit, "degreescelsius": .celsius, "degreesfahrenheit": .fahrenheit,
      "degreesc": .celsius, "degreesf": .fahrenheit,
    ],
    .speed: [
      "km/h": .kilometersPerHour, "kmh": .kilometersPerHour, "kph": .kilometersPerHour, "km_h-1": .kilometersPerHour,
      "kmh-1": .kilometersPerHour, "kilometers/hour": .kilometersPerHour, "kilometersperhour": .kilometersPerHour,
      "kilometresperhour": .kilometersPerHour, "mph": .milesPerHour, "mp/h": .milesPerHour, "mi/h": .milesPerHour,
      "mi_h-1": .milesPerHour, "miles/hour": .milesPerHour, "milesperhour": .milesPerHour, "m/s": .metersPerSecond,
      "ms": .metersPerSecond, "mps": .metersPerSecond, "m_s-1": .metersPerSecond, "ms-1": .metersPerSecond,
      "meters/second": .metersPerSecond, "meterspersecond": .metersPerSecond, "metrespersecond": .metersPerSecond,
      "kn": .knots, "kt": .knots, "kts": .knots, "knot": .knots, "knots": .knots,
    ],
    .pressure: [
      "hPa": .hectopascals, "hpa": .hectopascals, "mb": .hectopascals, "mbar": .hectopascals, "millibar": .hectopascals,
      "millibars": .hectopascals, "hectopascals": .hectopascals, "hectopascal": .hectopascals, "pa": .pascals,
      "pascals": .pascals, "kpa": .kilopascals, "kilopascals": .kilopascals, "in": .inchesOfMercury,
      "\"": .inchesOfMercury, "inhg": .inchesOfMercury, "in.hg": .inchesOfMercury, "inches": .inchesOfMercury,
      "inchesofmercury": .inchesOfMercury, "mmhg": .millimetersOfMercury,
      "millimetersofmercury": .millimetersOfMercury,
    ],
    .distance: [
      "km": .kilometers, "kilometers": .kilometers, "kilometres": .kilometers, "kilometer": .kilometers, "m": .meters,
      "meters": .meters, "metres": .meters, "mi": .miles, "mile": .miles, "miles": .miles, "statutemiles": .miles,
      "sm": .miles, "ft": .feet, "feet": .feet,
    ],
    .precipitation: [
      "mm": .millimeters, "millimeters": .millimeters, "millimetres": .millimeters, "kg/m2": .millimeters,
      "kg/m²": .millimeters, "kg/m^2": .millimeters, "l/m2": .millimeters, "l/m²": .millimeters, "cm": .centimeters,
      "centimeters": .centimeters, "centimetres": .centimeters, "in": .inches, "inch": .inches, "inches": .inches,
      "\"": .inches,
    ],
    .share: ["%": .percent, "percent": .percent, "pct": .percent],
    .angle: [
      "": .degree, "°": .degree, "deg": .degree, "degree": .degree, "degrees": .degree, "degreestrue": .degree,
      "degree_(angle)": .degree,
    ],
    .number: [:],
  ]

  /// Whether it is so small that a text for people gives no thousandths of it: `16,093 m` are sixteen kilometres.
  var isCounted: Bool { self == .meters || self == .feet || self == .pascals }

  /// The unit as one of speeds; nil for any other.
  var speed: MeasurementUnit? {
    switch self {
    case .kilometersPerHour: .kilometersPerHour
    case .milesPerHour: .milesPerHour
    case .metersPerSecond: .metersPerSecond
    case .knots: .knots
    default: nil
    }
  }

  /// A number of this unit in the unit that plausible ranges are stated in.
  func base(_ number: Double) -> Double {
    switch self {
    case .celsius, .metersPerSecond, .hectopascals, .kilometers, .millimeters, .percent, .degree: number
    case .fahrenheit: (number - 32) / 1.8
    case .kilometersPerHour: number / 3.6
    case .milesPerHour: number / MeasurementUnit.milesPerHour.scale.steps
    case .knots: number / MeasurementUnit.knots.scale.steps
    case .kilopascals: number * 10
    case .pascals: number / 100
    case .inchesOfMercury: number / MeasurementUnit.inchesOfMercury.scale.steps
    case .millimetersOfMercury: number / MeasurementUnit.millimetersOfMercury.scale.steps
    case .meters: number / 1000
    case .miles: number / MeasurementUnit.miles.scale.steps
    case .feet: number / Self.feetInAMile / MeasurementUnit.miles.scale.steps
    case .centimeters: number * 10
    case .inches: number * 25.4
    }
  }

  /// A mile is 5280 feet (NIST SP 811, B.8).
  static let feetInAMile = 5280.0
}
