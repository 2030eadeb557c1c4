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

  private let kind: ValueKind
  private let given: ValueUnit?
  private let mustAgree: Bool
  private var cursor: ValueCursor
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
    var reader = ValueReader(kind: kind, scalars: scalars, given: given, mustAgree: isLabel && given != nil)
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
      let isBare = label.isEmpty || (label == "1" && kind == .uvIndex)
      return isBare ? (nil, true) : nil
    case .label(nil): return (nil, true)
    }
  }

  private static func reading(_ number: Double, _ kind: ValueKind, _ unit: ValueUnit?) -> Reading? {
    guard unit != nil || kind.isReadWithoutUnit else { return nil }
    // A negative zero is none.
    return Reading(number: number + 0, unit: unit)
  }

  private init(kind: ValueKind, scalars: [Unicode.Scalar], given: ValueUnit?, mustAgree: Bool) {
    self.kind = kind
    cursor = ValueCursor(scalars)
    self.given = given
    self.mustAgree = mustAgree
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

  /// What stands before the number.
  private struct Introduction {
    /// Whether a hyphen with a blank behind it can only be a minus: nothing or a colon stands before it.
    var isOver = true
    /// Whether a letter stands at once before the number or its sign.
    var isJoined = false
    /// Turkish writes `%53`.
    var hasPercent = false
    /// `minus 8`
    var saysMinus = false
    /// Whether the number must carry its unit, because its words may introduce another number.
    var needsUnit = false
  }

  private mutating func readIntroduction() -> Introduction? {
    var introduction = Introduction()
    while cursor.position < cursor.scalars.count {
      let scalar = cursor.scalars[cursor.position]
      if ValueCursor.isBlank(scalar) {
        introduction.isJoined = false
        cursor.position += 1
      } else if WrittenNumber.isDigit(scalar) || ValueCursor.isSign(scalar) || scalar == "." {
        return introduction
      } else if ValueCursor.isLetter(scalar) {
        guard readIntroducingWord(&introduction) else { return nil }
      } else if scalar == ":", introduction.isJoined {
        (introduction.isOver, introduction.isJoined) = (true, false)
        cursor.position += 1
      } else if scalar == ",", introduction.isJoined, cursor.position + 1 < cursor.scalars.count,
        ValueCursor.isBlank(cursor.scalars[cursor.position + 1])
      {
        introduction.isJoined = false
        cursor.position += 1
      } else if scalar == "/", cursor.position == 0, kind.quantity == .temperature {
        // The second half of `10°/2°`, in an element of its own.
        cursor.position += 1
      } else if scalar == "%", kind == .share, !introduction.hasPercent {
        introduction.hasPercent = true
        introduction.isJoined = false
        cursor.position += 1
      } else if ValueCursor.isOrnament(scalar) {
        introduction.isJoined = false
        cursor.position += 1
      } else {
        return nil
      }
    }
    return nil
  }

  /// Reads a word before the number; false where it may be about something else.
  private mutating func readIntroducingWord(_ introduction: inout Introduction) -> Bool {
    let word = cursor.takeWord()
    introduction.isJoined = true
    if introduction.saysMinus { return false }
    if word == "minus" || word == "negative" {
      introduction.saysMinus = true
      return true
    }
    introduction.isOver = false
    switch kind.introduction(word) {
    case .name?: return true
    case .namesWithUnit?:
      introduction.needsUnit = true
      return true
    case .begins(let second, let isWhole)?:
      let start = cursor.position
      cursor.skipBlanks()
      if cursor.takeWord() == second { return true }
      cursor.position = start
      return isWhole
    case nil: return false
    }
  }

  /// Whether the number is negative; nil where that is not sure.
  private mutating func readSign(_ introduction: Introduction) -> Bool? {
    let sign = cursor.scalars[cursor.position]
    guard ValueCursor.isSign(sign) else { return introduction.saysMinus }
    cursor.position += 1
    let isApart = cursor.position < cursor.scalars.count && ValueCursor.isBlank(cursor.scalars[cursor.position])
    cursor.skipBlanks()
    guard cursor.position < cursor.scalars.count,
      WrittenNumber.isDigit(cursor.scalars[cursor.position]) || cursor.scalars[cursor.position] == ".",
      !introduction.saysMinus
    else { return nil }
    switch sign {
    case "+": return false
    case ValueScalars.minus: return true
    // What stands between a word and a number may be a dash between the two.
    case _ where introduction.isJoined: return nil
    case "-": return isApart && !introduction.isOver ? nil : true
    // An en dash that stands alone is what sites show for an unknown value.
    default: return isApart ? nil : true
    }
  }

  /// `8 below`, `8 below zero`.
  private mutating func readBelowZero() -> Bool {
    guard kind.quantity == .temperature else { return false }
    let start = cursor.position
    cursor.skipBlanks()
    guard cursor.word(at: cursor.position).lowercased() == "below" else {
      cursor.position = start
      return false
    }
    cursor.position += 5
    let end = cursor.position
    cursor.skipBlanks()
    if cursor.word(at: cursor.position).lowercased() == "zero" { cursor.position += 4 } else { cursor.position = end }
    return true
  }

  /// Where the upper end of a range begins, of which a wind has the strength: `5 to 10 mph`, `10–15 km/h`.
  private mutating func rangeGoesOn() -> Int? {
    var index = cursor.position
    while index < cursor.scalars.count, ValueCursor.isBlank(cursor.scalars[index]) { index += 1 }
    guard index < cursor.scalars.count else { return nil }
    if cursor.scalars[index] == "-" || cursor.scalars[index] == ValueScalars.enDash
      || cursor.scalars[index] == ValueScalars.minus
      || cursor.scalars[index] == "\u{2014}"
    {
      index += 1
    } else {
      let word = cursor.word(at: index)
      guard ["to", "bis", "till"].contains(word.lowercased()) else { return nil }
      index += word.unicodeScalars.count
    }
    while index < cursor.scalars.count, ValueCursor.isBlank(cursor.scalars[index]) { index += 1 }
    return index < cursor.scalars.count && WrittenNumber.isDigit(cursor.scalars[index]) ? index : nil
  }

  // MARK: - Units

  /// The unit behind the number, else the one that is given; nil where it does not fit, or where there must be one and is none.
  private mutating func readUnit(afterPercent hasPercent: Bool) -> ValueUnit?? {
    var own: ValueUnit? = hasPercent ? .percent : nil
    cursor.skipBlanks()
    let start = cursor.position
    defer { hasUnit = hasPercent || cursor.position > start }
    if cursor.position < cursor.scalars.count, cursor.scalars[cursor.position] == "°" {
      guard !hasPercent else { return nil }
      cursor.position += 1
      switch kind.quantity {
      case .temperature: own = readUnitWord(afterDegree: true)
      case .angle: own = .degree
      default: return nil
      }
    } else if cursor.position < cursor.scalars.count,
      cursor.scalars[cursor.position] == "%" || cursor.scalars[cursor.position] == "\""
    {
      guard own == nil, let unit = ValueUnit(word: String(cursor.scalars[cursor.position]), of: kind) else {
        return nil
      }
      cursor.position += 1
      own = unit
    } else if let unit = readUnitWord(afterDegree: false) {
      guard own == nil else { return nil }
      own = unit
    } else if kind.quantity == .temperature,
      ["deg", "degree", "degrees"].contains(cursor.word(at: cursor.position).lowercased())
    {
      // Like the sign of a degree, it does not say which.
      _ = cursor.takeWord()
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
      let word = cursor.text(cursor.position..<end)
      // A lone letter is a temperature's only as a capital, or behind a degree sign: `8 c` may be a cup.
      if name.isEmpty, word.count == 1, kind.quantity == .temperature, !afterDegree, word != word.uppercased() { break }
      name += word.lowercased()
      cursor.position = end
      if let unit = ValueUnit(word: name, of: kind) { found = (unit, end) }
    }
    cursor.position = found?.end ?? start
    return found?.unit
  }

  // MARK: - What follows

  /// Whether everything behind the number and its unit is known to change nothing.
  private mutating func readRest(after reading: Reading) -> Bool {
    if kind == .uvIndex { readScale(of: reading.number) }
    while cursor.position < cursor.scalars.count {
      let scalar = cursor.scalars[cursor.position]
      if ValueCursor.isBlank(scalar) || ValueCursor.isOrnament(scalar) || ".,;/".unicodeScalars.contains(scalar) {
        cursor.position += 1
      } else if scalar == "(" {
        guard readParentheses(after: reading) else { return false }
      } else if ValueCursor.isLetter(scalar) {
        let word = cursor.word(at: cursor.position)
        guard kind.mayPrecede(word.lowercased()) else { return false }
        cursor.position += word.unicodeScalars.count
      } else {
        return false
      }
    }
    return true
  }

  /// `of 11`, `/ 10`: the scale of UV indices that sites print.
  private mutating func readScale(of number: Double) {
    let start = cursor.position
    cursor.skipBlanks()
    if cursor.position < cursor.scalars.count, cursor.scalars[cursor.position] == "/" {
      cursor.position += 1
    } else {
      let word = cursor.word(at: cursor.position)
      guard ["of", "von", "de", "di", "sur", "av", "af", "van", "su", "z"].contains(word.lowercased()) else {
        cursor.position = start
        return
      }
      cursor.position += word.unicodeScalars.count
    }
    cursor.skipBlanks()
    guard let scale = WrittenNumber(cursor.scalars, at: cursor.position), let most = scale.decimal,
      most == 10 || most == 11
    else {
      cursor.position = start
      return
    }
    cursor.position = scale.end
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
    var reader = ValueReader(kind: kind, scalars: inner, given: nil, mustAgree: false)
    guard let other = reader.read(), let otherUnit = other.unit else { return false }
    let (first, second) = (unit.base(reading.number), otherUnit.base(other.number))
    return abs(first - second) <= max(1, 0.1 * max(abs(first), abs(second)))
  }
}
