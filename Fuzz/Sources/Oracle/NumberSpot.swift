/// A number in a token, with its sign and unit.
public struct NumberSpot: Equatable, Sendable {
  /// The token.
  public let token: Token
  /// The bytes of the number with its sign.
  public let range: Range<Int>
  /// The bytes of the number with its sign, and of a unit that follows in the same token.
  public let rangeWithUnit: Range<Int>
  /// The value.
  public let value: Double
  /// The number of decimals.
  public let decimals: Int
  /// The unit that follows in the same token; empty if there is none.
  public let unit: String

  /// True if the number is the whole token.
  public var isWholeToken: Bool { range == token.range }

  /// The numbers in a token, except in dates and times, whose parts have no meaning of their own, and in names such as
  /// `h1`.
  public static func all(in token: Token, of body: [UInt8]) -> [NumberSpot] {
    if DateText.holds(dateOrTime: body[token.range]) { return [] }
    var spots: [NumberSpot] = []
    var index = token.range.lowerBound
    func isDigit(_ index: Int) -> Bool { token.range.contains(index) && (0x30...0x39).contains(body[index]) }
    while index < token.range.upperBound {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let first = index
      while isDigit(index) { index += 1 }
      var decimals = 0
      var digits = String(decoding: body[first..<index], as: UTF8.self)
      if token.range.contains(index), body[index] == 0x2E || body[index] == 0x2C, isDigit(index + 1) {
        let isComma = body[index] == 0x2C
        index += 1
        let point = index
        while isDigit(index) { index += 1 }
        // 1,015 is one thousand and fifteen; 8,6 is less than nine.
        let isGroup = isComma && index - point == 3
        decimals = isGroup ? 0 : index - point
        digits += (isGroup ? "" : ".") + String(decoding: body[point..<index], as: UTF8.self)
      }
      guard let value = Double(digits), value < 1e9 else { continue }
      let sign = Sign.length(before: first, in: body, from: token.range.lowerBound)
      let start = first - sign
      let before = start > token.range.lowerBound ? body[start - 1] : 0x20
      if Self.belongsToAWord(before) || (before == 0x2E || before == 0x2C) && sign == 0 { continue }
      let (unit, end) = UnitWord.read(body, at: index, until: token.range.upperBound)
      if unit.isEmpty, index < token.range.upperBound, Self.isLetter(body[index]) { continue }
      spots.append(
        NumberSpot(
          token: token, range: start..<index, rangeWithUnit: start..<end, value: sign > 0 ? -value : value,
          decimals: decimals, unit: unit))
    }
    return spots
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func belongsToAWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || [0x23, 0x5F, 0x2D].contains(byte)
  }
}

/// Minus signs.
enum Sign {
  /// The spellings of a minus in a body.
  private static let spellings = ["-", "\u{2212}", "\u{2013}", "&minus;", "&#8722;", "&#x2212;"].map { Array($0.utf8) }

  /// The length in bytes of a minus directly before a number; 0 if there is none, and for a hyphen after a letter or
  /// digit.
  static func length(before start: Int, in body: [UInt8], from first: Int) -> Int {
    for spelling in spellings where start - spelling.count >= first {
      let at = start - spelling.count
      guard body[at..<start].elementsEqual(spelling) else { continue }
      let before = at > first ? body[at - 1] : 0x20
      let isBound = (0x30...0x39).contains(before) || (0x61...0x7A).contains(before | 0x20) || before == 0x2D
      return isBound ? 0 : spelling.count
    }
    return 0
  }
}

/// Dates and times in texts.
public enum DateText {
  /// Minutes since year 0 in UTC of an ISO 8601 time; nil for anything else.
  static func minutes(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }
    guard bytes.count == 25, bytes[10] == 0x54, let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10), let hour = number(11..<13), let minute = number(14..<16),
      let east = number(20..<22), let eastMinute = number(23..<25)
    else { return nil }
    // Days since 0000-03-01 (Howard Hinnant, chrono-compatible low-level date algorithms).
    let shifted = month > 2 ? year : year - 1
    let days =
      365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let offset = (bytes[19] == 0x2D ? -1 : 1) * (east * 60 + eastMinute)
    return days * 1440 + hour * 60 + minute - offset
  }

  /// True if a text contains a date or time: `2026-02-09`, `20260209`, `6:41 am`.
  static func holds(dateOrTime text: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(text)
    var digits = 0
    for (index, byte) in bytes.enumerated() {
      if (0x30...0x39).contains(byte) {
        digits += 1
        if digits >= 8, !bytes.contains(0x2E) { return true }
        continue
      }
      // 2026-02-09, 6:41.
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      if digits == 4, byte == 0x2D, (0x30...0x39).contains(next) { return true }
      if (1...2).contains(digits), byte == 0x3A, (0x30...0x39).contains(next) { return true }
      digits = 0
    }
    return false
  }
}
