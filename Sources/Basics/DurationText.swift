/// Durations in the configuration, in options and in site files.
public enum DurationText {
  /// Parses `500ms`, `2s`, `5m`, `1h`, or a bare number of seconds, up to a year; nil for anything else.
  public static func duration(_ text: String) -> Duration? {
    let units: [(name: String, milliseconds: Double)] = [
      ("", 1000), ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000),
    ]
    guard let (number, unit) = split(text), let scale = units.first(where: { $0.name == unit })?.milliseconds,
      number * scale <= 366 * 24 * 3_600_000
    else { return nil }
    return Duration.milliseconds(Int64((number * scale).rounded()))
  }

  /// Splits a text into a non-negative number and the rest, with optional blanks between them.
  public static func split(_ text: String) -> (Double, String)? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let number = Double(digits), number.isFinite else { return nil }
    return (number, String(text[digits.endIndex...].drop { $0 == " " }))
  }
}
