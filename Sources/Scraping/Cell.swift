public import Markup
public import Weather

/// A raw field value before interpretation: text as it stands, or a number without a unit.
public enum Cell: Hashable, Sendable {
  /// Text as a reader sees it: `NNE 20 km/h`, `53%`, `--`.
  case text(String)
  /// A bare number, whose unit stands elsewhere.
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

  /// The text of an element or an attribute; nil where there is no such node.
  public init?(_ node: Node?) {
    guard let node else { return nil }
    self = .text(node.text)
  }

  /// A text; nil where there is none.
  public init?(_ text: String?) {
    guard let text else { return nil }
    self = .text(text)
  }

  // MARK: - Words

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

  /// The point of the compass that stands as a word of its own, in capitals: `NNE 20 km/h`.
  public var compassPoint: CompassPoint? {
    guard case .text(let text) = self, text.utf8.count <= ValueScalars.longest else { return nil }
    // A slash holds words together: `N/A` is not north.
    return text.split { !$0.isLetter && $0 != "/" }.lazy.compactMap { CompassPoint(rawValue: String($0)) }.first
  }

  // MARK: - Numbers without a unit

  /// A number that is a code or a coordinate: the text as a whole, in ASCII digits.
  public var plainNumber: Double? {
    switch self {
    case .number(let number): number.isFinite ? number + 0 : nil
    case .text(let text): PlainNumber(text)?.value
    }
  }

  /// A whole number that is a code.
  public var code: Int? { plainNumber.flatMap { Int(exactly: $0) } }

  /// The UV index: `4`, `4 of 11`; nil for words such as `Extreme`.
  public var uvIndex: Double? { read(.uvIndex, .page(nil))?.number }

  /// The UV index beside a label, which is empty or 1.
  public func uvIndex(label: String?) -> Double? { read(.uvIndex, .label(label))?.number }

  // MARK: - Shares and angles

  /// A share of a hundred: `53%` or a bare number.
  public var percentage: Percentage? { read(.share, .page(nil))?.number }

  /// A share of a hundred beside a label, which says `%` or `percent` where there is one.
  public func percentage(label: String?) -> Percentage? { read(.share, .label(label))?.number }

  /// A direction in degrees clockwise from north: `140°` or a bare number.
  public var degrees: Double? { read(.direction, .page(nil))?.number }

  /// A direction beside a label, which says `°` or `degrees` where there is one.
  public func degrees(label: String?) -> Double? { read(.direction, .label(label))?.number }

  /// The direction that an arrow's style turns it to: `transform: rotate(140deg)`. A bare number is degrees already.
  public var rotation: Double? {
    switch self {
    case .number: degrees
    case .text(let style):
      style.utf8.count <= RotationAngle.longest && style.utf8.contains(UInt8(ascii: "("))
        ? RotationAngle.degrees(in: style) : degrees
    }
  }

  // MARK: - Values with units

  /// A temperature; a unit at the number decides, else the page's.
  public func temperature(_ units: PageUnits) -> Temperature? {
    temperature(.airTemperature, .page(units.temperature.map { ValueUnit($0) }))
  }

  /// A temperature in the unit that a label beside it names; nil where neither text nor label does.
  public func temperature(label: String?) -> Temperature? { temperature(.airTemperature, .label(label)) }

  /// A temperature as it is felt; a unit at the number decides, else the page's.
  public func feelsLike(_ units: PageUnits) -> Temperature? {
    temperature(.feltTemperature, .page(units.temperature.map { ValueUnit($0) }))
  }

  /// A temperature as it is felt, in the unit that a label beside it names.
  public func feelsLike(label: String?) -> Temperature? { temperature(.feltTemperature, .label(label)) }

  /// A wind's speed; a unit at the number decides, else the page's. Of `5 to 10 mph` it is the upper end, of `17 mph gusts
  /// to 24 mph` the wind's; `Calm` is no wind at all in the page's unit.
  public func speed(_ units: PageUnits) -> Speed? { speed(.windSpeed, .page(units.speed.map { ValueUnit($0) })) }

  /// A gust's speed, read as ``speed(_:)``.
  public func gust(_ units: PageUnits) -> Speed? { speed(.gustSpeed, .page(units.speed.map { ValueUnit($0) })) }

  /// A speed in the unit that a label beside it names, read as ``speed(_:)``; nil where neither text nor label does.
  public func speed(label: String?) -> Speed? { speed(.windSpeed, .label(label)) }

  /// A gust's speed in the unit that a label beside it names.
  public func gust(label: String?) -> Speed? { speed(.gustSpeed, .label(label)) }

  /// A pressure; a unit at the number decides, else the page's.
  public func pressure(_ units: PageUnits) -> Pressure? {
    Self.pressure(read(.pressure, .page(units.pressure.map { ValueUnit($0) })))
  }

  /// A pressure in the unit that a label beside it names (`hPa`, `mb`, `Pa`, `kPa`, `inHg`, `mmHg`).
  public func pressure(label: String?) -> Pressure? { Self.pressure(read(.pressure, .label(label))) }

  /// A distance; a unit at the number decides, else the page's.
  public func distance(_ units: PageUnits) -> Distance? {
    Self.distance(read(.visibility, .page(units.distance.map { ValueUnit($0) })))
  }

  /// A distance in the unit that a label beside it names; metres become kilometres, feet miles.
  public func distance(label: String?) -> Distance? { Self.distance(read(.visibility, .label(label))) }

  /// A depth; a unit at the number decides, else the page's.
  public func precipitation(_ units: PageUnits) -> Precipitation? {
    Self.precipitation(read(.precipitation, .page(units.precipitation.map { ValueUnit($0) })))
  }

  /// A depth in the unit that a label beside it names; centimetres become millimetres.
  public func precipitation(label: String?) -> Precipitation? {
    Self.precipitation(read(.precipitation, .label(label)))
  }

  // MARK: - Reading

  /// The value of a kind, where something is known of its unit from elsewhere.
  func value(_ kind: ValueKind, _ context: ValueReader.Context) -> FoundValue? {
    switch kind.quantity {
    case .temperature: temperature(kind, context).map { .temperature($0) }
    case .speed: speed(kind, context).map { .speed($0) }
    case .pressure: Self.pressure(read(kind, context)).map { .pressure($0) }
    case .distance: Self.distance(read(kind, context)).map { .distance($0) }
    case .precipitation: Self.precipitation(read(kind, context)).map { .precipitation($0) }
    case .angle, .share, .number: (read(kind, context)?.number).map { .number($0) }
    }
  }

  private func read(_ kind: ValueKind, _ context: ValueReader.Context) -> ValueReader.Reading? {
    switch self {
    case .number(let number): ValueReader.read(number, as: kind, context)
    case .text(let text): ValueReader.read(text, as: kind, context)
    }
  }

  private func temperature(_ kind: ValueKind, _ context: ValueReader.Context) -> Temperature? {
    guard let reading = read(kind, context) else { return nil }
    return Temperature(reading.number, reading.unit == .celsius ? .celsius : .fahrenheit)
  }

  private func speed(_ kind: ValueKind, _ context: ValueReader.Context) -> Speed? {
    if let reading = read(kind, context) { return Self.speed(reading) }
    guard case .text(let text) = self, text.utf8.count <= ValueScalars.longest else { return nil }
    let folded = text.lowercased()
    if folded == "calm" {
      return kind == .windSpeed ? Self.speed(ValueReader.read(0, as: kind, context)) : nil
    }
    // `17 mph gusts to 24 mph` tells of both.
    if case .label(_?) = context { return nil }
    guard folded.contains("gust") else { return nil }
    let wind = WindText.wind(in: text)
    return kind == .windSpeed ? wind.speed : wind.gust
  }

  private static func speed(_ reading: ValueReader.Reading?) -> Speed? {
    guard let reading else { return nil }
    return reading.unit?.speed.map { Speed(reading.number, $0) }
  }

  private static func pressure(_ reading: ValueReader.Reading?) -> Pressure? {
    guard let reading else { return nil }
    switch reading.unit {
    case .hectopascals: return Pressure(reading.number, .hectopascals)
    case .pascals: return Pressure(reading.number.shifted(by: -2).rounded(decimals: 1), .hectopascals)
    case .kilopascals: return Pressure(reading.number.shifted(by: 1), .hectopascals)
    case .inchesOfMercury: return Pressure(reading.number, .inchesOfMercury)
    case .millimetersOfMercury: return Pressure(reading.number, .millimetersOfMercury)
    default: return nil
    }
  }

  private static func distance(_ reading: ValueReader.Reading?) -> Distance? {
    guard let reading else { return nil }
    switch reading.unit {
    case .kilometers: return Distance(reading.number, .kilometers)
    // What is negative stays so, to be refused, and is not rounded to nothing.
    case .meters where reading.number < 0: return Distance(reading.number.shifted(by: -3), .kilometers)
    case .meters: return Distance(reading.number.shifted(by: -3).rounded(decimals: 1), .kilometers)
    case .miles: return Distance(reading.number, .miles)
    case .feet:
      return Distance(
        (reading.number / ValueUnit.feetInAMile).rounded(decimals: MeasurementUnit.miles.decimals), .miles)
    default: return nil
    }
  }

  private static func precipitation(_ reading: ValueReader.Reading?) -> Precipitation? {
    guard let reading else { return nil }
    switch reading.unit {
    case .millimeters: return Precipitation(reading.number, .millimeters)
    case .centimeters: return Precipitation(reading.number.shifted(by: 1), .millimeters)
    case .inches: return Precipitation(reading.number, .inches)
    default: return nil
    }
  }
}
