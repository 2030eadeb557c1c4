internal import Basics
internal import Weather

/// A unit that sites write behind or beside a number. Units that the reports do not use (Pa, m, ft, cm) are converted to
/// the nearest that they do.
enum ValueUnit: Hashable, Sendable {
  /// A unit of the reports.
  case reported(MeasurementUnit)
  case kilopascals, pascals, meters, feet, centimeters
  /// Of rain or snow, and not of a distance.
  case metersDeep
  case percent
  /// A degree of an angle. The bare sign `°` behind a temperature is no unit: it does not say which degree is meant.
  case degree

  init(_ unit: MeasurementUnit) { self = .reported(unit) }

  /// The unit that a word means where a kind of value is sought, in lower case and without blanks: `in` is a depth of rain
  /// or a height of mercury.
  init?(word: String, of quantity: ValueKind.Quantity) {
    guard let unit = Self.words[quantity]?[word] else { return nil }
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
    // A code of the WMO's registry may be its address there (codes.wmo.int/common/unit/degC).
    let registry = label.firstRange(of: "/common/unit/").map { label[$0.upperBound...] } ?? label[...]
    let word = registry.split(separator: ":").last.map(String.init) ?? label
    self.init(word: word.lowercased().filter { !$0.isWhitespace && $0 != "°" && $0 != "º" }, of: kind.quantity)
  }

  /// Whether a text is the name of a unit of any quantity.
  static func isName(_ text: String) -> Bool {
    let word = text.lowercased()
    return words.values.contains { $0[text] != nil || $0[word] != nil }
  }

  /// The unit that a word was meant for that is none, but can hardly be the name of an element or a member: empty for a unit
  /// that is not read, such as kelvins; nil for anything else.
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
        self = .reported(letter == "C" ? .celsius : .fahrenheit)
        return
      }
      (before, previous) = (previous, letter)
    }
    return nil
  }

  /// The units by their names in lower case, and by those that are written in one way only (`°C`, `hPa`).
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
    // A bearing may stand without any unit.
    .angle: table([:], [.degree: " ° deg degree degrees degreestrue degree_(angle)"]),
  ]

  /// The units by their names, which stand with a blank between.
  private static func table(
    _ reported: KeyValuePairs<MeasurementUnit, String>, _ others: KeyValuePairs<ValueUnit, String> = [:]
  ) -> [String: ValueUnit] {
    var table: [String: ValueUnit] = [:]
    for (unit, names) in reported.map({ (ValueUnit($0.key), $0.value) }) + others.map({ ($0.key, $0.value) }) {
      for name in names.split(separator: " ", omittingEmptySubsequences: false) { table[String(name)] = unit }
    }
    return table
  }

  /// Whether it is so small that a text for people gives no thousandths of it: `16,093 m` are sixteen kilometres.
  var isCounted: Bool { self == .meters || self == .feet || self == .pascals }

  /// The unit as one of the reports'; nil for any other.
  var reported: MeasurementUnit? { if case .reported(let unit) = self { unit } else { nil } }

  /// A number of this unit in the nearest unit of the reports; nil for a unit without a quantity.
  func measured(_ number: Double) -> Measured? {
    switch self {
    case .reported(let unit): Measured(number, unit)
    case .pascals: Measured(number.shifted(by: -2).rounded(decimals: 1), .hectopascals)
    case .kilopascals: Measured(number.shifted(by: 1), .hectopascals)
    // What is negative stays so, to be refused, and is not rounded to nothing.
    case .meters where number < 0: Measured(number.shifted(by: -3), .kilometers)
    case .meters: Measured(number.shifted(by: -3).rounded(decimals: 1), .kilometers)
    case .feet: Measured((number / Self.feetInAMile).rounded(decimals: MeasurementUnit.miles.decimals), .miles)
    case .centimeters: Measured(number.shifted(by: 1), .millimeters)
    case .metersDeep: Measured(number.shifted(by: 3), .millimeters)
    case .percent, .degree: nil
    }
  }

  /// A number of this unit in the unit that plausible ranges are stated in.
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
