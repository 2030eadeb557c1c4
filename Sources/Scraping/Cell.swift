public import Markup
public import Weather

/// What stands where a field was sought, before anyone has said what it means.
public enum Cell: Hashable, Sendable {
  /// Text as a reader sees it: `NNE 20 km/h`, `53%`, `--`.
  case text(String)
  /// A bare number, whose unit is the page's.
  case number(Double)

  /// A value of a JSON document; nil for null, for objects and lists, and for numbers that are not finite.
  public init?(_ json: JSON?) {
    if let number = json?.number {
      self = .number(number)
    } else if let text = json?.string {
      self = .text(text)
    } else {
      return nil
    }
  }

  /// The words; nil where there are none, or only dashes.
  public var words: String? {
    guard case .text(let text) = self, text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return text
  }

  /// The words for the weather; nil where a digit, or the sign of a degree, of a share or of a tag stands in them, or where
  /// they have no end: in a page whose tags are broken the words of one element hold the values of the next.
  public var condition: String? {
    guard let words, words.utf8.count <= 200 else { return nil }
    return words.contains { $0.isNumber || "°º%<>".contains($0) } ? nil : words
  }

  /// A number, whatever stands behind it; nil where there is none.
  public var number: Double? { quantity?.number }

  /// The UV index: `4`, `4 of 11`; nil for words such as `Extreme`.
  public var uvIndex: Double? { number }

  /// A share of a hundred: `53%` or a bare number.
  public var percentage: Percentage? { number }

  /// A temperature; the letter behind the number decides, else the page's unit.
  public func temperature(_ units: PageUnits) -> Temperature? {
    guard let quantity else { return nil }
    let unit: TemperatureUnit? =
      switch quantity.unit.first {
      case "C": .celsius
      case "F": .fahrenheit
      default: units.temperature
      }
    return unit.map { Temperature(quantity.number, $0) }
  }

  /// A speed in `km/h`, `mph`, `m/s`, `kn` or `kt`, else in the page's unit; no wind at all for `Calm`.
  public func speed(_ units: PageUnits) -> Speed? {
    if case .text(let text) = self, text.lowercased() == "calm" { return units.speed.map { Speed(0, $0) } }
    guard let quantity else { return nil }
    let word = quantity.unit.lowercased()
    if let unit = Self.speedUnits.first(where: { word.hasPrefix($0.key) })?.value {
      return Speed(quantity.number, unit)
    }
    return word.first?.isLetter == true ? nil : units.speed.map { Speed(quantity.number, $0) }
  }

  /// A pressure in `mb`, `hPa`, `in` or `inHg`, else in the page's unit.
  public func pressure(_ units: PageUnits) -> Pressure? {
    guard let quantity else { return nil }
    let word = quantity.unit.lowercased()
    if word.hasPrefix("mb") || word.hasPrefix("hpa") { return Pressure(quantity.number, .hectopascals) }
    if word.hasPrefix("mm") { return Pressure(quantity.number, .millimetersOfMercury) }
    if word.hasPrefix("in") { return Pressure(quantity.number, .inchesOfMercury) }
    return word.first?.isLetter == true ? nil : units.pressure.map { Pressure(quantity.number, $0) }
  }

  /// A distance in `km` or `mi`, else in the page's unit.
  public func distance(_ units: PageUnits) -> Distance? {
    guard let quantity else { return nil }
    let word = quantity.unit.lowercased()
    if word.hasPrefix("km") { return Distance(quantity.number, .kilometers) }
    if word.hasPrefix("mi") { return Distance(quantity.number, .miles) }
    return word.first?.isLetter == true ? nil : units.distance.map { Distance(quantity.number, $0) }
  }

  /// A depth in `mm`, `cm` or `in`, else in the page's unit.
  public func precipitation(_ units: PageUnits) -> Precipitation? {
    guard let quantity else { return nil }
    let word = quantity.unit.lowercased()
    if word.hasPrefix("mm") { return Precipitation(quantity.number, .millimeters) }
    if word.hasPrefix("cm") { return Precipitation((quantity.number * 10).rounded(decimals: 3), .millimeters) }
    if word.hasPrefix("in") { return Precipitation(quantity.number, .inches) }
    return word.first?.isLetter == true ? nil : units.precipitation.map { Precipitation(quantity.number, $0) }
  }

  /// The point of the compass that stands as a word of its own, in capitals: `NNE 20 km/h`.
  public var compassPoint: CompassPoint? {
    guard case .text(let text) = self else { return nil }
    return text.split(whereSeparator: { !$0.isLetter }).lazy.compactMap { CompassPoint(rawValue: String($0)) }.first
  }

  /// The first number of the text and the word that follows it at once or after a blank or a degree sign.
  private var quantity: (number: Double, unit: Substring)? {
    switch self {
    case .number(let number): return (number, "")
    case .text(let text): return firstNumber(in: text)
    }
  }

  private static let speedUnits: [(key: String, value: SpeedUnit)] = [
    ("km/h", .kilometersPerHour), ("kph", .kilometersPerHour), ("kmh", .kilometersPerHour), ("mph", .milesPerHour),
    ("mp/h", .milesPerHour), ("m/s", .metersPerSecond), ("kn", .knots), ("kt", .knots),
  ]
}

/// The first decimal number in a text, with its sign, and what stands behind it less blanks and degree signs.
///
/// The minus may be `-` or U+2212; it counts only where no digit or letter stands before it and a digit behind it, so
/// that `--` is no sign. A comma between groups of three digits is skipped.
func firstNumber(in text: String) -> (number: Double, unit: Substring)? {
  guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
  var digits = ""
  if start > text.startIndex {
    let before = text.index(before: start)
    if text[before] == "-" || text[before] == "\u{2212}" {
      let further = before > text.startIndex ? text[text.index(before: before)] : " "
      if further == "-" || further == "\u{2212}" { return nil }
      if !further.isNumber && !further.isLetter { digits = "-" }
    } else if text[before] == "." {
      digits = "0."
    }
  }
  var index = start
  while index < text.endIndex {
    let character = text[index]
    if character.isASCII, character.isNumber {
      digits.append(character)
    } else if character == ".", !digits.contains("."), text[text.index(after: index)...].first?.isNumber == true {
      digits.append(character)
    } else if character == ",", !digits.contains("."), isThousands(text[text.index(after: index)...]) {
      // 1,015 is one number.
    } else {
      break
    }
    index = text.index(after: index)
  }
  guard let number = Double(digits) else { return nil }
  let rest = text[index...].drop { $0 == " " || $0 == "\u{A0}" || $0 == "°" || $0 == "º" }
  return (number, rest)
}

/// Whether a text begins with exactly three digits.
private func isThousands(_ text: Substring) -> Bool {
  text.prefix(4).prefix { $0.isASCII && $0.isNumber }.count == 3
}
