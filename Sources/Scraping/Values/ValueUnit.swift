internal import Basics
internal import Weather

/// A unit after or next to a number. Units not used in reports (Pa, m, ft, cm) are converted to the closest one that
/// is.
enum ValueUnit: Hashable, Sendable {
  /// A unit used in reports.
  case reported(MeasurementUnit)
  case kilopascals, pascals, meters, feet, centimeters
  /// Metres of rain or snow depth, as opposed to distance.
  case metersDeep
  case percent
  /// A degree of an angle. A bare `°` after a temperature is not a unit, because it does not tell Celsius from
  /// Fahrenheit.
  case degree

  init(_ unit: MeasurementUnit) { self = .reported(unit) }

  /// The unit named by a word in lower case without blanks; it depends on the quantity: `in` is a depth of rain or of
  /// mercury.
  init?(word: String, of quantity: ValueKind.Quantity) {
    guard let unit = Self.words[quantity]?[word] else { return nil }
    self = unit
  }

  /// The unit named by a label (`°C`, `wmoUnit:km_h-1`, `inches of mercury`); nil if it is unknown or of another
  /// quantity.
  init?(label: String, of kind: ValueKind) {
    // Limits the work on hostile input.
    guard label.utf8.count <= 64 else { return nil }
    if let unit = Self.words[kind.quantity]?[label] {
      self = unit
      return
    }
    // A WMO unit code may be given as its registry address (codes.wmo.int/common/unit/degC).
    let registry = label.firstRange(of: "/common/unit/").map { label[$0.upperBound...] } ?? label[...]
    let word = registry.split(separator: ":").last.map(String.init) ?? label
    self.init(word: word.lowercased().filter { !$0.isWhitespace && $0 != "°" && $0 != "º" }, of: kind.quantity)
  }

  /// True if a text is the name of a unit of any quantity.
  static func isName(_ text: String) -> Bool {
    let word = text.lowercased()
    return words.values.contains { $0[text] != nil || $0[word] != nil }
  }

  /// The unit name that a word is probably a misspelling of; empty for a known but unsupported unit such as kelvin; nil
  /// if the word may be an element or member name.
  static func misspelt(_ text: String) -> String? {
    let word = text.lowercased()
    guard text.allSatisfy({ $0.isLetter || "/°".contains($0) }), !text.hasPrefix("/") else { return nil }
    if ["k", "kelvin", "kelvins", "bft", "beaufort", "torr", "atm", "bar", "psi", "yd", "yards"].contains(word) {
      return ""
    }
    guard text.count > 4 else { return nil }
    let names = words.values.flatMap(\.keys).filter { $0.count > 4 && $0.allSatisfy(\.isLetter) }.sorted()
    return Suggestion(for: text, among: names).nearest.flatMap { abs($0.count - text.count) < 3 ? $0 : nil }
  }

  /// The temperature unit mentioned in prose after a number or degree sign: `High near 20F`, `Set units to °F`.
  init?(prose text: String, of kind: ValueKind) {
    guard kind.quantity == .temperature else { return nil }
    var before: Character = " "
    var previous: Character = " "
    for (index, letter) in zip(text.indices, text).prefix(4000) {
      let mark = previous.isWhitespace ? before : previous
      if letter == "C" || letter == "F", mark == "°" || mark == "º" || mark.isNumber,
        text[text.index(after: index)...].first.map({ !$0.isLetter && !$0.isNumber }) ?? true
      {
        self = .reported(letter == "C" ? .celsius : .fahrenheit)
        return
      }
      (before, previous) = (previous, letter)
    }
    return nil
  }

  /// Units by lower-case name, or exact symbol (`°C`, `hPa`).
  private static let words: [ValueKind.Quantity: [String: ValueUnit]] = [
    .temperature: table([
      .celsius: "°C c celsius degc centigrade degreescelsius degreesc cel",
      .fahrenheit: "°F f fahrenheit degf degreesfahrenheit degreesf [degf]",
    ]),
    .speed: table([
      .kilometersPerHour: "km/h kmh kph km_h-1 kmh-1 kilometers/hour kilometersperhour kilometresperhour",
      .milesPerHour: "mph mp/h mi/h mi_h-1 miles/hour milesperhour [mi_i]/h",
      .metersPerSecond: "m/s ms mps m_s-1 ms-1 meters/second meterspersecond metrespersecond",
      .knots: "kn kt kts knot knots [kn_i]",
    ]),
    .pressure: table(
      [
        .hectopascals: "hPa hpa mb mbar millibar millibars hectopascals hectopascal",
        .inchesOfMercury: "in \" inhg in.hg inches inchesofmercury",
        .millimetersOfMercury: "mmhg millimetersofmercury",
      ], [.pascals: "pa pascals", .kilopascals: "kpa kilopascals"]),
    .distance: table(
      [.kilometers: "km kilometers kilometres kilometer", .miles: "mi mile miles statutemiles sm [mi_i]"],
      [.meters: "m meters metres", .feet: "ft feet"]),
    .precipitation: table(
      [
        .millimeters: "mm millimeters millimetres kg/m2 kg/m² kg/m^2 l/m2 l/m²", .inches: "in inch inches \"",
      ], [.centimeters: "cm centimeters centimetres", .metersDeep: "m meters metres"]),
    .share: table([:], [.percent: "% percent pct"]),
    // A bearing may have no unit.
    .angle: table([:], [.degree: " ° deg degree degrees degreestrue degree_(angle)"]),
  ]

  /// Units by name; each text lists names separated by blanks.
  private static func table(
    _ reported: KeyValuePairs<MeasurementUnit, String>, _ others: KeyValuePairs<ValueUnit, String> = [:]
  ) -> [String: ValueUnit] {
    var table: [String: ValueUnit] = [:]
    for (unit, names) in reported.map({ (ValueUnit($0.key), $0.value) }) + others.map({ ($0.key, $0.value) }) {
      for name in names.split(separator: " ", omittingEmptySubsequences: false) { table[String(name)] = unit }
    }
    return table
  }

  /// True for units so small that texts give only whole numbers of them: `16,093 m` are sixteen kilometres.
  var isCounted: Bool { self == .meters || self == .feet || self == .pascals }

  /// The report unit; nil for any other.
  var reported: MeasurementUnit? { if case .reported(let unit) = self { unit } else { nil } }

  /// Converts a number to the closest report unit; nil for percentages and angles.
  func measured(_ number: Double) -> Measured? {
    switch self {
    case .reported(let unit): Measured(number, unit)
    case .pascals: Measured(number.shifted(by: -2).rounded(decimals: 1), .hectopascals)
    case .kilopascals: Measured(number.shifted(by: 1), .hectopascals)
    // A negative distance is not rounded to zero, so that the plausibility check rejects it.
    case .meters where number < 0: Measured(number.shifted(by: -3), .kilometers)
    case .meters: Measured(number.shifted(by: -3).rounded(decimals: 1), .kilometers)
    case .feet: Measured((number / Self.feetInAMile).rounded(decimals: MeasurementUnit.miles.decimals), .miles)
    case .centimeters: Measured(number.shifted(by: 1), .millimeters)
    case .metersDeep: Measured(number.shifted(by: 3), .millimeters)
    case .percent, .degree: nil
    }
  }

  /// Converts a number to the unit in which plausible ranges are given.
  func base(_ number: Double) -> Double {
    switch self {
    case .reported(let unit): Measured(number, unit).exactly(in: unit.quantity.baseUnit)
    case .percent, .degree: number
    case .kilopascals, .centimeters: number * 10
    case .metersDeep: number * 1000
    case .pascals: number / 100
    case .meters: number / 1000
    case .feet: Measured(number / Self.feetInAMile, .miles).exactly(in: .kilometers)
    }
  }

  /// A mile is 5280 feet (NIST SP 811, B.8).
  static let feetInAMile = 5280.0
}
