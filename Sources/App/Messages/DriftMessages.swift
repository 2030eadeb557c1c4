import Basics

extension DriftNote: CustomStringConvertible {
  var description: String { "\(parser): \(sentence); weatherterm doctor \(parser)" }

  /// `humidity has not been found since Nov 20`.
  var sentence: String {
    let has = fields.count == 1 ? "has" : "have"
    let what =
      isMissing ? "\(list) \(has) not been found since" : "\(list) \(has) been found by later selectors only since"
    return "\(what) \(Self.text(since))"
  }

  /// `humidity`, `humidity and pressure`, `humidity, pressure and 4 more`.
  private var list: String {
    if fields.count <= 2 { return fields.joined(separator: " and ") }
    return "\(fields[0]), \(fields[1]) and \(fields.count - 2) more"
  }

  /// `Nov 20`.
  static func text(_ day: CalendarDay) -> String {
    let date = day.date
    return "\(Month.abbreviations[date.month - 1]) \(date.day)"
  }
}
