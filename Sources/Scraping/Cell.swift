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

  /// The direction that an arrow's style turns it to: `transform: rotate(140deg)`. A bare number is degrees already.
  public var rotation: Double? {
    if case .text(let style) = self, style.utf8.count <= RotationAngle.longest, style.utf8.contains(UInt8(ascii: "(")) {
      return RotationAngle.degrees(in: style)
    }
    return number(.windDegrees)
  }

  // MARK: - Values

  /// A share, an index or an angle: `53%`, `4 of 11`, `140°`, or a bare number.
  public func number(_ field: Field) -> Double? { ValueKind(field).flatMap { read($0, .page(nil)) }?.number }

  /// The same beside a label, which names its unit where there is one.
  public func number(_ field: Field, label: String?) -> Double? {
    ValueKind(field).flatMap { read($0, .label(label)) }?.number
  }

  /// A value with a unit; one at the number decides, else the page's. Of `5 to 10 mph` it is the upper end, of `17 mph gusts
  /// to 24 mph` the wind's or the gust's; `Calm` is no wind at all in the page's unit.
  public func measured(_ field: Field, in units: UnitSystem = UnitSystem()) -> Measured? {
    let unit = field.quantity.flatMap { units[$0] }
    return ValueKind(field).flatMap { measured($0, .page(unit.map { ValueUnit($0) })) }
  }

  /// A value in the unit that a label beside it names; nil where neither text nor label names one.
  public func measured(_ field: Field, label: String?) -> Measured? {
    ValueKind(field).flatMap { measured($0, .label(label)) }
  }

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
    // `17 mph gusts to 24 mph` tells of both.
    if case .label(_?) = context { return nil }
    guard folded.contains("gust") else { return nil }
    let wind = WindText.wind(in: text)
    return kind.field != .windGust ? wind.speed : wind.gust
  }
}
