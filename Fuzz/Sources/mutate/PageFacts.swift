import Foundation
import Weather

/// What pages hold, so that it can be said of a value whether they hold it.
struct PageFacts {
  /// Every number that stands in them. A minus counts where no letter or digit is before it.
  private(set) var numbers: Set<Double> = []
  /// The numbers in the order in which they stand.
  private var sequence: [Double] = []
  /// Their words, codes and names: runs of letters, digits and underscores, in lower case and as they stand.
  let tokens: Set<String>
  /// Their letters and digits, in lower case and without anything between them.
  private let words: String
  /// Their text as it stands.
  private let text: String

  /// The facts of some pages.
  init(_ bodies: [[UInt8]]) {
    text = bodies.map { Self.unescaped(Self.decoded($0)) }.joined(separator: "\n")
    // Escape sequences are no words, even where they stand within one.
    words = Self.bare(text) + "\n" + Self.bare(PlainText.of(text))
    tokens = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.flatMap { [$0.lowercased(), String($0)] })
    for body in bodies { read(numbersOf: body) }
  }

  /// Whether the words stand there, whatever is between them.
  func holds(words wanted: String) -> Bool { words.contains(Self.bare(wanted)) }

  /// Whether the very text stands there.
  func holds(text wanted: String) -> Bool { text.contains(wanted) }

  /// Whether a moment of a day stands there, by any clock of the Earth, in seconds or milliseconds since 1970.
  func hasMoment(on day: CalendarDay) -> Bool {
    let first = Double(day.number - CalendarDay("1970-01-01")!.number) * 86_400 - 14 * 3600
    let last = first + 86_400 + 28 * 3600
    return numbers.contains { (first...last).contains($0) || (first...last).contains($0 / 1000) }
  }

  /// Whether a moment stands there, by its own clock or in UTC.
  func holds(moment time: LocalTime) -> Bool {
    let seconds = Double(time.secondsSince1970)
    if numbers.contains(seconds) || numbers.contains(seconds * 1000) { return true }
    return [time, time.at(offset: 0)].contains { time in
      let day = time.day.description
      let clock = String(time.description.dropFirst(day.count + 1).prefix(5))
      let bare = "\(day)\(clock)".replacing("-", with: "").replacing(":", with: "")
      return ["\(day)T\(clock)", "\(day) \(clock)", bare].contains { text.contains($0) }
    }
  }

  /// Whether small numbers that stand there could make a sum: not more than all of them, and with as many decimals.
  func sums(to number: Double) -> Bool {
    let small = sequence.filter { $0 < 200 }
    guard number <= small.reduce(0, +) + 1e-9 else { return false }
    return abs(number * 100 - (number * 100).rounded()) < 1e-6
  }

  /// Letters and digits alone, in lower case.
  static func bare(_ text: String) -> String {
    String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  private mutating func read(numbersOf body: [UInt8]) {
    func isDigit(_ index: Int) -> Bool { index < body.count && (0x30...0x39).contains(body[index]) }
    var index = 0
    while index < body.count {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let start = index
      while isDigit(index) { index += 1 }
      if index < body.count, body[index] == 0x2E, isDigit(index + 1) {
        index += 1
        while isDigit(index) { index += 1 }
      }
      let mantissa = index
      if index < body.count, body[index] | 0x20 == 0x65 {
        let sign = index + 1 < body.count && [0x2B, 0x2D].contains(body[index + 1]) ? 1 : 0
        if isDigit(index + 1 + sign) {
          index += 1 + sign
          while isDigit(index) { index += 1 }
        }
      }
      for end in Set([mantissa, index]) {
        guard let number = Double(String(decoding: body[start..<end], as: UTF8.self)) else { continue }
        numbers.insert(number)
        if end == index { sequence.append(number) }
        if Self.hasMinus(body, start) { numbers.insert(-number) }
      }
      // A fraction alone, as `.25`.
      if start > 0, body[start - 1] == 0x2E, let number = Double("0." + String(decoding: body[start..<mantissa], as: UTF8.self)) {
        numbers.insert(number)
        if Self.hasMinus(body, start - 1) { numbers.insert(-number) }
      }
    }
  }

  /// Whether a minus of any kind stands before a number.
  private static func hasMinus(_ body: [UInt8], _ start: Int) -> Bool {
    guard start > 0 else { return false }
    if body[start - 1] == 0x2D {
      guard start > 1 else { return true }
      let before = body[start - 2]
      return !((0x30...0x39).contains(before) || (0x41...0x5A).contains(before) || (0x61...0x7A).contains(before))
    }
    // U+2212, or its name.
    return body[..<start].suffix(3).elementsEqual([0xE2, 0x88, 0x92])
      || body[..<start].suffix(7).elementsEqual(Array("&minus;".utf8))
  }

  /// A body's text: UTF-8, or Latin-1 where XML says so.
  private static func decoded(_ body: [UInt8]) -> String {
    let head = String(decoding: body.prefix(200), as: UTF8.self).lowercased()
    guard head.contains("encoding=\"iso-8859-1\"") else { return String(decoding: body, as: UTF8.self) }
    return String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) }))
  }

  /// The text with what JSON, scripts and markup write otherwise resolved, so that words can be found in it.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") || text.contains("&") else { return text }
    let hex = /\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|&#[xX]([0-9A-Fa-f]{1,6});|&#([0-9]{1,7});/
    var text = text.replacing(hex) { match in
      let digits = match.1 ?? match.2 ?? match.3
      let value = digits.flatMap { UInt32($0, radix: 16) } ?? match.4.flatMap { UInt32($0) }
      return value.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) } ?? " "
    }
    for (name, sign) in [
      ("\\/", "/"), ("\\n", " "), ("\\t", " "), ("\\r", " "), ("\\\"", "\""), ("&nbsp;", " "), ("&deg;", "°"),
      ("&quot;", "\""), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ] { text.replace(name, with: sign) }
    return text
  }
}
