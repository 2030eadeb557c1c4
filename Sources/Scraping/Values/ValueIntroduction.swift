/// State of reading the text before a number.
struct ValueIntroduction {
  /// True if nothing or a colon precedes, so that a hyphen followed by a blank is a minus sign.
  var isOver = true
  /// True if a letter immediately precedes the number or its sign.
  var isJoined = false
  /// A leading percent sign, as in Turkish (`%53`).
  var hasPercent = false
  /// The word `minus` or `negative`.
  var saysMinus = false
  /// True if the number must have a unit, because the preceding words may belong to another number.
  var needsUnit = false
}

extension ValueReader {
  /// Reads up to the sign or number; nil if the text before it may be about something else.
  mutating func readIntroduction() -> ValueIntroduction? {
    var introduction = ValueIntroduction()
    while let scalar = cursor.next {
      if WrittenNumber.isDigit(scalar) || ValueCursor.isSign(scalar) || scalar == "." { return introduction }
      if ValueCursor.isLetter(scalar) {
        guard readWord(&introduction) else { return nil }
        continue
      }
      switch scalar {
      case ":" where introduction.isJoined: introduction.isOver = true
      case ","
      where introduction.isJoined && cursor.character(at: cursor.position + 1).map(ValueCursor.isBlank) == true:
        break
      // The second half of `10°/2°` in an element of its own.
      case "/" where cursor.position == 0 && kind.quantity == .temperature: break
      case "%" where kind.quantity == .share && !introduction.hasPercent: introduction.hasPercent = true
      case _ where ValueCursor.isBlank(scalar) || ValueCursor.isOrnament(scalar): break
      default: return nil
      }
      introduction.isJoined = false
      cursor.position += 1
    }
    return nil
  }

  /// Reads a word before the number; false if it may be about something else.
  private mutating func readWord(_ introduction: inout ValueIntroduction) -> Bool {
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
      if cursor.take(anyOf: [second]) { return true }
      cursor.position = start
      return isWhole
    case nil: return false
    }
  }

  /// Returns true for a negative number; nil if the sign is ambiguous.
  mutating func readSign(_ introduction: ValueIntroduction) -> Bool? {
    guard let sign = cursor.next, ValueCursor.isSign(sign) else { return introduction.saysMinus }
    cursor.position += 1
    let isApart = cursor.next.map(ValueCursor.isBlank) ?? false
    cursor.skipBlanks()
    guard let first = cursor.next, WrittenNumber.isDigit(first) || first == ".", !introduction.saysMinus else {
      return nil
    }
    switch sign {
    case "+": return false
    case ValueScalars.minus: return true
    // Between a word and a number, this may be a dash.
    case _ where introduction.isJoined: return nil
    case "-": return isApart && !introduction.isOver ? nil : true
    // A separate en dash is a placeholder for an unknown value on many sites.
    default: return isApart ? nil : true
    }
  }

  /// Consumes `below` or `below zero` after the number.
  mutating func readBelowZero() -> Bool {
    guard kind.quantity == .temperature else { return false }
    var end = cursor.position
    cursor.skipBlanks()
    let isBelow = cursor.take(anyOf: ["below"])
    if isBelow {
      end = cursor.position
      cursor.skipBlanks()
      if cursor.take(anyOf: ["zero"]) { return true }
    }
    cursor.position = end
    return isBelow
  }

  /// The position of the upper end of a range, which gives a wind's speed: `5 to 10 mph`, `10–15 km/h`.
  func rangeGoesOn() -> Int? {
    var rest = cursor
    rest.skipBlanks()
    if rest.next.map(ValueCursor.isDash) == true {
      rest.position += 1
    } else if !rest.take(anyOf: ["to", "bis", "till"]) {
      return nil
    }
    rest.skipBlanks()
    return rest.next.map(WrittenNumber.isDigit) == true ? rest.position : nil
  }
}
