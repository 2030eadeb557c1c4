/// Parses times of day.
public enum TimeOfDay {
  /// Seconds after midnight of the first time in a text: `6:21 am`, `06:21`, `15:00`, `3 pm`, `12:05 AM`. Nil if there
  /// is none; a number with neither minutes nor `am` or `pm` does not count.
  public static func seconds(_ text: some StringProtocol) -> Int? {
    let text = text.lowercased()
    guard let start = text.firstIndex(where: { $0.isASCII && $0.isNumber }) else { return nil }
    var rest = text[start...]
    func number(_ lengths: ClosedRange<Int>) -> Int? {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      return lengths.contains(digits.count) ? Int(digits) : nil
    }
    guard var hour = number(1...2) else { return nil }
    var minute: Int?
    if rest.first == ":" {
      rest = rest.dropFirst()
      // 7:5 may be a truncated 7:52.
      guard let read = number(2...2), read < 60 else { return nil }
      minute = read
    }
    let half = rest.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
    let isMorning = half.hasPrefix("am") || half.hasPrefix("a.m")
    if isMorning || half.hasPrefix("pm") || half.hasPrefix("p.m") {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isMorning ? 0 : 12)
    } else if minute == nil {
      return nil
    }
    guard hour < 24 else { return nil }
    return hour * 3600 + (minute ?? 0) * 60
  }
}
