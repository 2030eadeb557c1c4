/// Reads a number with its unit from text: the one place where written values become numbers.
///
/// The whole text must be understood: a name of the field, a sign, a number, a suitable unit, and words known to have
/// no influence. Anything else (`7 pm`, `53%` for a temperature, `2 to 6 mm`, `>10 mi`) makes the value unknown,
/// because a wrong value is worse than a missing one. The work is linear in the text, which is limited by
/// ``ValueScalars/longest``.
struct ValueReader {
  /// A number, with its unit if the quantity has units.
  struct Reading: Equatable {
    var number: Double
    var unit: ValueUnit?
  }

  /// What is known about the unit from elsewhere.
  enum Context {
    /// The unit of the page's bare numbers, nil if unknown; a unit at the number has precedence.
    case page(ValueUnit?)
    /// The label next to this number, nil if there is none; a unit at the number must agree with it.
    case label(String?)
  }

  let kind: ValueKind
  var cursor: ValueCursor
  private let given: ValueUnit?
  private let mustAgree: Bool
  /// True if the number was followed by a unit or a degree sign.
  private var hasUnit = false

  /// The value in a text; nil if there is none, or if it is ambiguous.
  static func read(_ text: String, as kind: ValueKind, _ context: Context) -> Reading? {
    guard let (given, isLabel) = unit(of: kind, context) else { return nil }
    // Data with a separate unit do not group thousands: `"402.336"` with unit `m` is not 402 kilometres.
    if let plain = PlainNumber(text), !plain.isAmbiguous || (isLabel && given != nil && kind.allows(plain.value, given))
    {
      return reading(plain.value, kind, given)
    }
    guard let scalars = ValueScalars(text)?.scalars else { return nil }
    var reader = ValueReader(
      kind: kind, cursor: ValueCursor(scalars), given: given, mustAgree: isLabel && given != nil)
    return reader.read()
  }

  /// The value of a JSON number.
  static func read(_ number: Double, as kind: ValueKind, _ context: Context) -> Reading? {
    guard number.isFinite, let (given, _) = unit(of: kind, context) else { return nil }
    return reading(number, kind, given)
  }

  /// The unit from the context; nil if it does not fit the field.
  private static func unit(of kind: ValueKind, _ context: Context) -> (unit: ValueUnit?, isLabel: Bool)? {
    switch context {
    case .page(let unit): return (unit, false)
    case .label(let label?):
      if let unit = ValueUnit(label: label, of: kind) { return (unit, true) }
      // Dimensionless numbers have an empty label, or `1`.
      return label.isEmpty || (label == "1" && kind.quantity == .number) ? (nil, true) : nil
    case .label(nil): return (nil, true)
    }
  }

  private static func reading(_ number: Double, _ kind: ValueKind, _ unit: ValueUnit?) -> Reading? {
    guard unit != nil || kind.isReadWithoutUnit else { return nil }
    // Adding 0 turns -0 into 0.
    return Reading(number: number + 0, unit: unit)
  }

  // MARK: - The whole text

  private mutating func read() -> Reading? {
    guard let introduction = readIntroduction(), let isNegative = readSign(introduction),
      let written = WrittenNumber(cursor.scalars, at: cursor.position)
    else { return nil }
    cursor.position = written.end
    var upper: WrittenNumber?
    if kind.quantity == .speed, let start = rangeGoesOn() {
      guard !isNegative, let second = WrittenNumber(cursor.scalars, at: start) else { return nil }
      cursor.position = second.end
      upper = second
    }
    guard let unit = readUnit(afterPercent: introduction.hasPercent) else { return nil }
    if introduction.needsUnit, !hasUnit { return nil }
    let sign = (isNegative || readBelowZero()) ? -1.0 : 1.0
    func value(_ written: WrittenNumber) -> Double? {
      // Texts give whole metres, feet and pascals: `10,000 m` are ten kilometres. A dot may be a decimal point written
      // by software: `402.336 m` is a quarter of a mile.
      if unit?.isCounted == true, let grouped = written.grouped, !written.hasDot || written.decimal == nil {
        return kind.allows(sign * grouped, unit) ? sign * grouped : nil
      }
      return written.value { kind.allows(sign * $0, unit) }.map { sign * $0 }
    }
    guard var result = value(written) else { return nil }
    if let upper {
      guard let end = value(upper), end >= result else { return nil }
      result = end
    }
    guard let reading = Self.reading(result, kind, unit), readRest(after: reading) else { return nil }
    return reading
  }

  // MARK: - Units

  /// The unit after the number, else the given one; nil if it does not fit, or if a required unit is missing.
  private mutating func readUnit(afterPercent hasPercent: Bool) -> ValueUnit?? {
    var own: ValueUnit? = hasPercent ? .percent : nil
    cursor.skipBlanks()
    let start = cursor.position
    defer { hasUnit = hasPercent || cursor.position > start }
    if cursor.next == "°" {
      guard !hasPercent else { return nil }
      cursor.position += 1
      switch kind.quantity {
      case .temperature: own = readUnitWord(afterDegree: true)
      case .angle: own = .degree
      default: return nil
      }
    } else if let sign = cursor.next, sign == "%" || sign == "\"" {
      guard own == nil, let unit = ValueUnit(word: String(sign), of: kind.quantity) else { return nil }
      cursor.position += 1
      own = unit
    } else if let unit = readUnitWord(afterDegree: false) {
      guard own == nil else { return nil }
      own = unit
    } else if kind.quantity == .temperature {
      // Like `°`, it does not tell Celsius from Fahrenheit.
      _ = cursor.take(anyOf: ["deg", "degree", "degrees"])
    }
    if mustAgree, let own, own != given { return nil }
    guard let unit = own ?? given else { return kind.isReadWithoutUnit ? .some(nil) : nil }
    return unit
  }

  /// The longest unit name at the current position, of at most three words.
  private mutating func readUnitWord(afterDegree: Bool) -> ValueUnit? {
    let start = cursor.position
    var found: (unit: ValueUnit, end: Int)?
    var name = ""
    for _ in 0..<3 {
      cursor.skipBlanks()
      let end = cursor.endOfUnitWord(from: cursor.position)
      guard end > cursor.position else { break }
      let word = cursor.text(cursor.scalars[cursor.position..<end])
      // A single letter is a temperature unit only in upper case or after a degree sign: `8 c` may be eight cups.
      if name.isEmpty, word.count == 1, kind.quantity == .temperature, !afterDegree, word != word.uppercased() { break }
      name += word.lowercased()
      cursor.position = end
      if let unit = ValueUnit(word: name, of: kind.quantity) { found = (unit, end) }
    }
    cursor.position = found?.end ?? start
    return found?.unit
  }

  // MARK: - What follows

  /// True if everything after the number and its unit has no influence on the value.
  private mutating func readRest(after reading: Reading) -> Bool {
    if kind.quantity == .number { readScale() }
    while let scalar = cursor.next {
      if ValueCursor.isBlank(scalar) || ValueCursor.isOrnament(scalar) || ".,;/".unicodeScalars.contains(scalar) {
        cursor.position += 1
      } else if scalar == "(" {
        guard readParentheses(after: reading) else { return false }
      } else {
        guard ValueCursor.isLetter(scalar), kind.mayPrecede(cursor.takeWord()) else { return false }
      }
    }
    return true
  }

  /// Consumes the scale of a UV index: `of 11`, `/ 10`.
  private mutating func readScale() {
    let start = cursor.position
    cursor.skipBlanks()
    if cursor.next == "/" {
      cursor.position += 1
    } else if !cursor.take(anyOf: ["of", "von", "de", "di", "sur", "av", "af", "van", "su", "z"]) {
      cursor.position = start
      return
    }
    cursor.skipBlanks()
    let scale = WrittenNumber(cursor.scalars, at: cursor.position)
    cursor.position = scale.flatMap { $0.decimal == 10 || $0.decimal == 11 ? $0.end : nil } ?? start
  }

  /// `(4 °C)` after `39 °F` must be about the same value; `(Moderate)` after a UV index and `(SSW)` after a wind are
  /// ignored.
  private mutating func readParentheses(after reading: Reading) -> Bool {
    guard let close = cursor.scalars[cursor.position...].firstIndex(of: ")") else { return false }
    let inner = Array(cursor.scalars[(cursor.position + 1)..<close])
    cursor.position = close + 1
    if !inner.contains(where: WrittenNumber.isDigit) {
      let words = cursor.text(inner.filter { !ValueCursor.isOrnament($0) }).lowercased().split(separator: " ")
      return words.allSatisfy { kind.mayPrecede(String($0)) }
    }
    guard let unit = reading.unit else { return false }
    var reader = ValueReader(kind: kind, cursor: ValueCursor(inner), given: nil, mustAgree: false)
    guard let other = reader.read(), let otherUnit = other.unit else { return false }
    let (first, second) = (unit.base(reading.number), otherUnit.base(other.number))
    return abs(first - second) <= max(1, 0.1 * max(abs(first), abs(second)))
  }
}
