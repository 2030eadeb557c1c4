public import Markup
public import Weather

/// A raw field value before interpretation: text, or a number without a unit.
public enum Cell: Hashable, Sendable {
  /// Text as displayed: `NNE 20 km/h`, `53%`, `--`.
  case text(String)
  /// A number whose unit is given elsewhere.
  case number(Double)

  /// A JSON scalar; nil for null, objects, arrays and non-finite numbers.
  public init?(_ json: JSON?) {
    if let number = json?.number {
      self = .number(number)
    } else if let text = json?.string {
      self = .text(text)
    } else {
      return nil
    }
  }

  // MARK: - Words

  /// The text; nil if it has no letter or digit, such as `--`.
  public var words: String? {
    guard case .text(let text) = self, text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return text
  }

  /// Weather conditions in words; nil if the text has digits, `°`, `%`, `<` or `>`, or is too long: with an unclosed
  /// tag, one element's text also contains the values of the next.
  public var condition: String? {
    guard let words, words.utf8.count <= 200 else { return nil }
    return words.contains { $0.isNumber || "°º%<>".contains($0) } ? nil : words
  }

  /// The compass point written as a separate word in capitals: `NNE 20 km/h`.
  public var compassPoint: CompassPoint? {
    guard case .text(let text) = self, text.utf8.count <= ValueScalars.longest else { return nil }
    // A slash joins words: `N/A` is not north.
    return text.split { !$0.isLetter && $0 != "/" }.lazy.compactMap { CompassPoint(rawValue: String($0)) }.first
  }

  // MARK: - Numbers without a unit

  /// A number without a unit, such as a code or coordinate: the text must be nothing but a number in ASCII digits.
  public var plainNumber: Double? {
    switch self {
    case .number(let number): number.isFinite ? number + 0 : nil
    case .text(let text): PlainNumber(text)?.value
    }
  }

  /// An integer code.
  public var code: Int? { plainNumber.flatMap { Int(exactly: $0) } }

  /// The angle of a wind arrow's CSS rotation: `transform: rotate(140deg)`. A bare number is taken as degrees.
  public var rotation: Double? {
    if case .text(let style) = self, style.utf8.count <= RotationAngle.longest, style.utf8.contains(UInt8(ascii: "(")) {
      return RotationAngle.degrees(in: style)
    }
    return number(.windDegrees)
  }

  // MARK: - Values

  /// A percentage, index or angle: `53%`, `4 of 11`, `140°`, or a bare number.
  public func number(_ field: Field) -> Double? { ValueKind(field).flatMap { read($0, .page(nil)) }?.number }

  /// The same next to a label, which may name the unit.
  public func number(_ field: Field, label: String?) -> Double? {
    ValueKind(field).flatMap { read($0, .label(label)) }?.number
  }

  /// A value with a unit: the one at the number, else the page's. `5 to 10 mph` gives the upper end, `17 mph gusts to
  /// 24 mph` the wind or the gust, and `Calm` zero in the page's unit.
  public func measured(_ field: Field, in units: UnitSystem = UnitSystem()) -> Measured? {
    let unit = field.quantity.flatMap { units[$0] }
    return ValueKind(field).flatMap { measured($0, .page(unit.map { ValueUnit($0) })) }
  }

  /// A value in the unit that a label next to it names; nil if neither text nor label names one.
  public func measured(_ field: Field, label: String?) -> Measured? {
    ValueKind(field).flatMap { measured($0, .label(label)) }
  }

  /// A value of a given kind, with what is known about its unit from elsewhere.
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

  private func measured(_ kind: ValueKind, _ context: ValueReader.Context) -> Measured? {
    if let reading = read(kind, context) { return reading.unit?.measured(reading.number) }
    guard kind.quantity == .speed, case .text(let text) = self, text.utf8.count <= ValueScalars.longest else {
      return nil
    }
    let folded = text.lowercased()
    if folded == "calm" {
      let calm = kind.field != .windGust ? ValueReader.read(0, as: kind, context) : nil
      return calm.flatMap { $0.unit?.measured(0) }
    }
    // `17 mph gusts to 24 mph` has both.
    if case .label(_?) = context { return nil }
    guard folded.contains("gust") else { return nil }
    let wind = WindText.wind(in: text)
    return kind.field != .windGust ? wind.speed : wind.gust
  }
}
