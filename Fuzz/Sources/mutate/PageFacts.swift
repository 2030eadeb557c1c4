import Basics
import Foundation
import Oracle
import Weather

/// The contents of pages, to look up values in them.
struct PageFacts {
  /// All numbers with their signs. A minus counts only if no letter or digit precedes it.
  private(set) var numbers: Set<Double> = []
  /// The numbers in page order.
  private var sequence: [Double] = []
  /// Words, codes and names: runs of letters, digits and underscores, as written and in lower case.
  let tokens: Set<String>
  /// Only letters and digits, in lower case.
  private let words: String
  /// The text as written.
  private let text: String
  private let bodies: [[UInt8]]

  /// Collects the contents of pages.
  init(_ bodies: [[UInt8]]) {
    self.bodies = bodies
    // A script may contain JSON in a string, and so nested escapes.
    text = bodies.map { Self.unescaped(Self.unescaped(Self.decoded($0))) }.joined(separator: "\n")
    // Keep escape sequences in words, too, and the text without terminal escape sequences.
    let raw = bodies.map(Self.decoded).joined(separator: "\n")
    words = [raw, text, PlainText.of(text)].map(Self.bare).joined(separator: "\n")
    tokens = Set(
      text.utf8.split { !($0 >= 0x80 || $0 == 0x5F || Self.isLetterOrDigit($0)) }
        .flatMap { [String($0) ?? "", (String($0) ?? "").lowercased()] })
    for body in bodies { read(numbersOf: body) }
  }

  /// True if a number occurs in another spelling: `− 8,6`, `1 015`, `٨`. Slow and seldom needed.
  func holds(numeral number: Double) -> Bool {
    bodies.contains { body in
      TokenList(body).tokens.contains { token in
        token.range.count < 500 && Numeral.all(in: Self.decoded(Array(body[token.range]))).contains(number)
      }
    }
  }

  /// True if the words occur, ignoring anything between them.
  func holds(words wanted: String) -> Bool { words.contains(Self.bare(wanted)) }

  /// True if the words occur, even with markup between them.
  func holds(markedWords wanted: String) -> Bool {
    Self.bare(text.replacing(/<[^<>]*>/, with: "")).contains(Self.bare(wanted))
  }

  /// True if exactly this text occurs.
  func holds(text wanted: String) -> Bool { text.contains(wanted) }

  /// True if Unix time on this date occurs, at any UTC offset, in seconds or milliseconds.
  func hasMoment(on day: CalendarDay) -> Bool {
    let first = Double(day.number) * 86_400 - 14 * 3600
    let last = first + 86_400 + 28 * 3600
    return numbers.contains { (first...last).contains($0) || (first...last).contains($0 / 1000) }
  }

  /// True if a time occurs, with its own offset or in UTC.
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

  /// True if small numbers on the page could add up to a sum: it is not greater than all of them, and has at most two
  /// decimals.
  func sums(to number: Double) -> Bool {
    let small = sequence.filter { $0 < 200 }
    guard number <= small.reduce(0, +) + 1e-9 else { return false }
    return abs(number * 100 - (number * 100).rounded()) < 1e-6
  }

  /// Only letters and digits, in lower case.
  static func bare(_ text: String) -> String {
    let kept = text.unicodeScalars.lazy.filter { scalar in
      scalar.isASCII
        ? isLetterOrDigit(UInt8(scalar.value)) : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    return String(String.UnicodeScalarView(kept)).lowercased()
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
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
        if end == index { sequence.append(number) }
        numbers.insert(Self.hasMinus(body, start) ? -number : number)
      }
      // A bare fraction such as `.25`.
      if start > 0, body[start - 1] == 0x2E,
        let number = Double("0." + String(decoding: body[start..<mantissa], as: UTF8.self))
      {
        numbers.insert(Self.hasMinus(body, start - 1) ? -number : number)
      }
    }
  }

  /// True if any kind of minus precedes a number.
  private static func hasMinus(_ body: [UInt8], _ start: Int) -> Bool {
    guard start > 0 else { return false }
    if body[start - 1] == 0x2D {
      guard start > 1 else { return true }
      let before = body[start - 2]
      return !((0x30...0x39).contains(before) || (0x41...0x5A).contains(before) || (0x61...0x7A).contains(before))
    }
    // Other hyphens and dashes, and their character references; after a digit they form a range.
    for minus in ["\u{2212}", "\u{2010}", "\u{2011}", "\u{2013}", "\u{FF0D}", "\u{FE63}", "&minus;", "&#8722;"] {
      guard body[..<start].suffix(minus.utf8.count).elementsEqual(minus.utf8) else { continue }
      let before = start - minus.utf8.count
      return before == 0 || !(0x30...0x39).contains(body[before - 1])
    }
    return false
  }

  /// A body's text: UTF-8, or Latin-1 if XML declares it.
  private static func decoded(_ body: [UInt8]) -> String {
    let head = String(decoding: body.prefix(200), as: UTF8.self).lowercased()
    guard head.contains("encoding=\"iso-8859-1\"") else { return String(decoding: body, as: UTF8.self) }
    return String(String.UnicodeScalarView(body.map { Unicode.Scalar($0) }))
  }

  /// Resolves escapes of JSON, scripts and markup.
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x5C || $0 == 0x26 }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var plain = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\\" || scalar == "&", let (sign, end) = escape(scalars, index) {
        plain.append(sign)
        index = end
      } else {
        plain.append(scalar)
        index += 1
      }
    }
    return String(plain)
  }

  /// An escape's character, and where the escape ends.
  private static func escape(_ scalars: [Unicode.Scalar], _ start: Int) -> (Unicode.Scalar, Int)? {
    func number(from first: Int, length: Int?, radix: Int) -> (Unicode.Scalar, Int)? {
      let limit = min(scalars.count, first + (length ?? 7))
      var end = first
      while end < limit, let digit = Character(scalars[end]).hexDigitValue, digit < radix { end += 1 }
      guard end > first, length == nil || end == first + (length ?? 0),
        let value = UInt32(String(String.UnicodeScalarView(scalars[first..<end])), radix: radix)
      else { return nil }
      return (Unicode.Scalar(value) ?? " ", end)
    }
    guard start + 1 < scalars.count else { return nil }
    let next = scalars[start + 1]
    if scalars[start] == "\\" {
      switch next {
      case "u": return number(from: start + 2, length: 4, radix: 16)
      case "x": return number(from: start + 2, length: 2, radix: 16)
      case "n", "t", "r": return (" ", start + 2)
      default: return (next, start + 2)
      }
    }
    if next == "#" {
      let isHex = start + 2 < scalars.count && (scalars[start + 2] == "x" || scalars[start + 2] == "X")
      return number(from: start + (isHex ? 3 : 2), length: nil, radix: isHex ? 16 : 10).map { sign, end in
        (sign, end < scalars.count && scalars[end] == ";" ? end + 1 : end)
      }
    }
    for (name, sign) in names where scalars[(start + 1)...].starts(with: name.unicodeScalars) {
      return (sign, start + 1 + name.unicodeScalars.count)
    }
    return nil
  }

  private static let names: [(String, Unicode.Scalar)] = [
    ("nbsp;", " "), ("deg;", "°"), ("quot;", "\""), ("lt;", "<"), ("gt;", ">"), ("amp;", "&"),
  ]
}
