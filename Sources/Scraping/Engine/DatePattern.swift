import Basics

/// A Unicode date pattern: `yyyyMMddHHmmss`, `d MMM h:mm a`. A blank matches any whitespace, and the date may occur
/// anywhere in a longer text.
struct DatePattern: Hashable, Sendable {
  /// A parsed date, time of day, or both.
  struct Reading: Equatable {
    /// The day; nil if the pattern has none.
    var day: CalendarDay?
    /// Seconds after midnight; nil if the pattern has no time.
    var seconds: Int?
    /// The zone as written, such as `+0100` or `GMT`; nil if the pattern has none.
    var zone: String?
  }

  private enum Piece: Hashable {
    case letters(Character, Int)
    case text(Character)
    case blank
  }

  private let pieces: [Piece]

  /// Parses a pattern; nil for unsupported letters, for a day without a month or the reverse, and if there is neither
  /// day nor hour.
  init?(_ pattern: String) {
    var pieces: [Piece] = []
    var rest = pattern[...]
    while let next = rest.first {
      if next == "'" {
        let quoted = rest.dropFirst().prefix { $0 != "'" }
        pieces += quoted.map { .text($0) }
        rest = rest[quoted.endIndex...].dropFirst()
      } else if next.isLetter {
        let run = rest.prefix { $0 == next }
        guard Self.known[next]?.contains(run.count) == true else { return nil }
        pieces.append(.letters(next, run.count))
        rest = rest[run.endIndex...]
      } else {
        pieces.append(next.isWhitespace ? .blank : .text(next))
        rest = rest.dropFirst()
      }
    }
    let letters = Set(pieces.compactMap { if case .letters(let letter, _) = $0 { letter } else { nil } })
    guard letters.contains("d") == letters.contains("M"), !letters.isDisjoint(with: ["d", "H", "h"]) else { return nil }
    self.pieces = pieces
  }

  private static let known: [Character: ClosedRange<Int>] = [
    "y": 4...4, "M": 1...4, "d": 1...2, "H": 1...2, "h": 1...2, "m": 2...2, "s": 2...2, "a": 1...1, "E": 3...4,
    "Z": 1...1,
  ]

  /// The first match in a text; a missing year is chosen so that the date is nearest to `near`.
  func read(_ text: String, near: CalendarDay) -> Reading? {
    let characters = Array(text.prefix(500))
    for start in characters.indices where start == 0 || !Self.goesOn(characters[start - 1], characters[start]) {
      if let reading = read(characters, from: start, near: near) { return reading }
    }
    return nil
  }

  /// True if both characters belong to the same number or word, so that a match must not begin or end between them.
  private static func goesOn(_ before: Character, _ next: Character) -> Bool {
    before.isNumber && next.isNumber || before.isLetter && next.isLetter
  }

  private func read(_ text: [Character], from start: Int, near: CalendarDay) -> Reading? {
    var index = start
    var parts: [Character: Int] = [:]
    var zone: String?
    func digits(_ lengths: ClosedRange<Int>) -> Int? {
      let run = text[index...].prefix(lengths.upperBound).prefix { $0.isASCII && $0.isNumber }
      guard lengths.contains(run.count) else { return nil }
      index += run.count
      return Int(String(run))
    }
    func word() -> String {
      let run = text[index...].prefix(12).prefix { $0.isLetter }
      index += run.count
      if index < text.count, text[index] == "." { index += 1 }
      return String(run)
    }
    for piece in pieces {
      switch piece {
      case .blank:
        guard index < text.count, text[index].isWhitespace else { return nil }
        while index < text.count, text[index].isWhitespace { index += 1 }
      case .text(let wanted):
        guard index < text.count, text[index] == wanted else { return nil }
        index += 1
      case .letters("E", _): guard Weekday(word()) != nil else { return nil }
      case .letters("Z", _):
        let run = text[index...].prefix(6).prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-:".contains($0)) }
        guard !run.isEmpty else { return nil }
        zone = String(run)
        index += run.count
      case .letters("a", _):
        let half = text[index...].prefix(4).filter { $0 != "." }.map { $0.lowercased() }.joined().prefix(2)
        guard half == "am" || half == "pm" else { return nil }
        parts["a"] = half == "pm" ? 12 : 0
        index += text[index...].prefix(4).filter { $0 == "." }.count + 2
      case .letters("M", 3...):
        guard let month = Month.number(word()) else { return nil }
        parts["M"] = month
      case .letters(let letter, let count):
        guard let number = digits(count == 1 ? 1...2 : count...count) else { return nil }
        parts[letter] = number
      }
    }
    if index < text.count, index > start, Self.goesOn(text[index - 1], text[index]) { return nil }
    var reading = Self.reading(parts, near: near)
    reading?.zone = zone
    return reading
  }

  private static func reading(_ parts: [Character: Int], near: CalendarDay) -> Reading? {
    var reading = Reading()
    if let month = parts["M"], let day = parts["d"] {
      reading.day =
        parts["y"].map { CalendarDay(year: $0, month: month, day: day) }
        ?? CalendarDay.nearest(to: near, month: month, day: day)
      if reading.day == nil { return nil }
    }
    if let hour = parts["H"] ?? parts["h"] {
      let minute = parts["m"] ?? 0
      if parts["H"] == nil, !(1...12).contains(hour) { return nil }
      guard hour < 24, minute < 60, (parts["s"] ?? 0) < 61 else { return nil }
      let hours = parts["H"] ?? hour % 12 + (parts["a"] ?? 0)
      reading.seconds = hours * 3600 + minute * 60 + min(parts["s"] ?? 0, 59)
    }
    return reading
  }
}
