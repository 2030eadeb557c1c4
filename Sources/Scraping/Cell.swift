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
  public func temperature(_ units: PageUnits) -> Temperature? { measured(.airTemperature, units) }

  /// A temperature in the unit that a label beside it names; nil where neither text nor label does.
  public func temperature(label: String?) -> Temperature? { measured(.airTemperature, .label(label)) }

  /// A temperature as it is felt; a unit at the number decides, else the page's.
  public func feelsLike(_ units: PageUnits) -> Temperature? { measured(.feltTemperature, units) }

  /// A temperature as it is felt, in the unit that a label beside it names.
  public func feelsLike(label: String?) -> Temperature? { measured(.feltTemperature, .label(label)) }

  /// A wind's speed; a unit at the number decides, else the page's. Of `5 to 10 mph` it is the upper end, of `17 mph gusts
  /// to 24 mph` the wind's; `Calm` is no wind at all in the page's unit.
  public func speed(_ units: PageUnits) -> Speed? { measured(.windSpeed, units) }

  /// A gust's speed, read as ``speed(_:)``.
  public func gust(_ units: PageUnits) -> Speed? { measured(.gustSpeed, units) }

  /// A speed in the unit that a label beside it names, read as ``speed(_:)``; nil where neither text nor label does.
  public func speed(label: String?) -> Speed? { measured(.windSpeed, .label(label)) }

  /// A gust's speed in the unit that a label beside it names.
  public func gust(label: String?) -> Speed? { measured(.gustSpeed, .label(label)) }

  /// A pressure; a unit at the number decides, else the page's.
  public func pressure(_ units: PageUnits) -> Pressure? { measured(.pressure, units) }

  /// A pressure in the unit that a label beside it names (`hPa`, `mb`, `Pa`, `kPa`, `inHg`, `mmHg`).
  public func pressure(label: String?) -> Pressure? { measured(.pressure, .label(label)) }

  /// A distance; a unit at the number decides, else the page's.
  public func distance(_ units: PageUnits) -> Distance? { measured(.visibility, units) }

  /// A distance in the unit that a label beside it names; metres become kilometres, feet miles.
  public func distance(label: String?) -> Distance? { measured(.visibility, .label(label)) }

  /// A depth; a unit at the number decides, else the page's.
  public func precipitation(_ units: PageUnits) -> Precipitation? { measured(.precipitation, units) }

  /// A depth in the unit that a label beside it names; centimetres become millimetres.
  public func precipitation(label: String?) -> Precipitation? { measured(.precipitation, .label(label)) }

  // MARK: - Reading

  /// The value of a kind, where something is known of its unit from elsewhere.
  func value(_ kind: ValueKind, _ context: ValueReader.Context) -> FieldValue? {
    if kind.isReadWithoutUnit { return read(kind, context).map { .number($0.number) } }
    return measured(kind, context).map { .measured($0) }
  }

  private func read(_ kind: ValueKind, _ context: ValueReader.Context) -> ValueReader.Reading? {
    switch self {
    case .number(let number): ValueReader.read(number, as: kind, context)
    case .text(let text): ValueReader.read(text, as: kind, context)
    }
  }

  private func measured(_ kind: ValueKind, _ units: PageUnits) -> Measured? {
    let unit = Quantity(rawValue: kind.quantity.rawValue).flatMap { units[$0] }
    return measured(kind, .page(unit.map { ValueUnit($0) }))
  }

  private func measured(_ kind: ValueKind, _ context: ValueReader.Context) -> Measured? {
    if let reading = read(kind, context) { return reading.unit?.measured(reading.number) }
    guard kind.quantity == .speed, case .text(let text) = self, text.utf8.count <= ValueScalars.longest else {
      return nil
    }
    let folded = text.lowercased()
    if folded == "calm" {
      let calm = kind == .windSpeed ? ValueReader.read(0, as: kind, context) : nil
      return calm.flatMap { $0.unit?.measured(0) }
    }
    // `17 mph gusts to 24 mph` tells of both.
    if case .label(_?) = context { return nil }
    guard folded.contains("gust") else { return nil }
    let wind = WindText.wind(in: text)
    return kind == .windSpeed ? wind.speed : wind.gust
  }
}
