/// Reads a number and its unit from a text: the one place where what sites write becomes values.
///
/// The text must be understood as a whole: what the field is called, a sign, a number, a unit that fits, and words that are
/// known to change nothing. Anything else in it (`7 pm`, `53%` for a temperature, `2 to 6 mm`, `>10 mi`) makes it unknown,
/// for a wrong value is worse than a missing one. The work is linear, and bounded by ``ValueScalars/longest``.
struct ValueReader {
  /// A number, in a unit where the kind of value has units.
  struct Reading: Equatable {
    var number: Double
    var unit: ValueUnit?
  }

  /// What is known of the unit from elsewhere.
  enum Context {
    /// The unit of the page's bare numbers; a unit at the number itself wins. Nil where the page does not say.
    case page(ValueUnit?)
    /// The label beside this number; a unit at the number must agree with it. Nil where there is no label.
    case label(String?)
  }

  let kind: ValueKind
  var cursor: ValueCursor
  private let given: ValueUnit?
  private let mustAgree: Bool
  /// Whether a unit, or a degree sign, stands at the number.
  private var hasUnit = false

  /// The value that a text holds; nil where it holds none, or where it cannot be told which.
  static func read(_ text: String, as kind: ValueKind, _ context: Context) -> Reading? {
    guard let (given, isLabel) = unit(of: kind, context) else { return nil }
    // A program that states the unit beside its number writes no groups: `"402.336"` beside `m` is no 402 kilometres.
    if let plain = PlainNumber(text), !plain.isAmbiguous || (isLabel && given != nil && kind.allows(plain.value, given))
    {
      return reading(plain.value, kind, given)
    }
    guard let scalars = ValueScalars(text)?.scalars else { return nil }
    var reader = ValueReader(
      kind: kind, cursor: ValueCursor(scalars), given: given, mustAgree: isLabel && given != nil)
    return reader.read()
  }

  /// The value of a bare number.
  static func read(_ number: Double, as kind: ValueKind, _ context: Context) -> Reading? {
    guard number.isFinite, let (given, _) = unit(of: kind, context) else { return nil }
    return reading(number, kind, given)
  }

  /// What a context says of the unit; nil where it names one that does not fit.
  private static func unit(of kind: ValueKind, _ context: Context) -> (unit: ValueUnit?, isLabel: Bool)? {
    switch context {
    case .page(let unit): return (unit, false)
    case .label(let label?):
      if let unit = ValueUnit(label: label, of: kind) { return (unit, true) }
      // Numbers without a dimension are labelled with nothing, or as 1.
      return label.isEmpty || (label == "1" && kind.quantity == .number) ? (nil, true) : nil
    case .label(nil): return (nil, true)
    }
  }

  private static func reading(_ number: Double, _ kind: ValueKind, _ unit: ValueUnit?) -> Reading? {
    guard unit != nil || kind.isReadWithoutUnit else { return nil }
    // A negative zero is none.
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
      // People write whole metres, feet and pascals: `10,000 m` are ten kilometres. A dot may as well be a program's, which
      // writes a quarter of a mile as `402.336 m`.
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

  /// The unit behind the number, else the one that is given; nil where it does not fit, or where there must be one and is none.
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
      // Like the sign of a degree, it does not say which.
      _ = cursor.take(anyOf: ["deg", "degree", "degrees"])
    }
    if mustAgree, let own, own != given { return nil }
    guard let unit = own ?? given else { return kind.isReadWithoutUnit ? .some(nil) : nil }
    return unit
  }

  /// The longest name of a unit that stands here, of at most three words.
  private mutating func readUnitWord(afterDegree: Bool) -> ValueUnit? {
    let start = cursor.position
    var found: (unit: ValueUnit, end: Int)?
    var name = ""
    for _ in 0..<3 {
      cursor.skipBlanks()
      let end = cursor.endOfUnitWord(from: cursor.position)
      guard end > cursor.position else { break }
      let word = cursor.text(cursor.scalars[cursor.position..<end])
      // A lone letter is a temperature's only as a capital, or behind a degree sign: `8 c` may be a cup.
      if name.isEmpty, word.count == 1, kind.quantity == .temperature, !afterDegree, word != word.uppercased() { break }
      name += word.lowercased()
      cursor.position = end
      if let unit = ValueUnit(word: name, of: kind.quantity) { found = (unit, end) }
    }
    cursor.position = found?.end ?? start
    return found?.unit
  }

  // MARK: - What follows

  /// Whether everything behind the number and its unit is known to change nothing.
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

  /// `of 11`, `/ 10`: the scale of UV indices that sites print.
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

  /// `(4 °C)` behind `39 °F`: the same in another unit; `(Moderate)` behind a UV index, `(SSW)` behind a wind.
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
