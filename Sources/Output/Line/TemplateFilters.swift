import Basics
import Weather

/// Applies filters with the signs and the locale that are asked for. A filter has nothing to say of what is unknown, or
/// of a value of another kind, and leaves it as it is.
struct TemplateFilters: Sendable {
  private let values: ValueText
  private let icons: IconSet
  private let daylight: Daylight

  /// Filters for a report that do as the options say.
  init(_ report: Report, _ options: RenderingOptions) {
    daylight = Daylight(report)
    values = options.values
    icons = options.isUnicode ? options.icons : .ascii
  }

  /// A value as it is shown: numbers by the locale, what is unknown as `--`.
  func shown(_ value: JsonValue) -> String {
    switch value {
    case .null: ValueText.unknown
    case .string(let text): values.isUnicode ? text : AsciiText.of(text)
    case .number(let number): values.number(number, decimals: 2)
    case .boolean(let value): value ? "true" : "false"
    case .array(let list): list.map(shown).joined(separator: " ")
    case .object: value.line
    }
  }

  /// Whether it is night in a row of the json contract: at an hour, on a day, or when the weather now was observed.
  func isNight(_ pairs: [(key: String, value: JsonValue)]) -> Bool {
    func value(_ key: String) -> JsonValue? { pairs.first { $0.key == key }?.value }
    func time(_ key: String) -> LocalTime? {
      if case .string(let text)? = value(key) { LocalTime(text) } else { nil }
    }
    if let time = time("time") ?? time("observed") { return daylight.isNight(at: time) }
    if case .string(let text)? = value("date"), let date = CalendarDay(text) { return daylight.isNight(on: date) }
    return value("observed") == nil ? false : daylight.isNightNow
  }

  /// What a filter makes of a value; `isNight` is whether it speaks of a night.
  func apply(_ filter: TemplateFilter, to value: JsonValue, isNight: Bool = false) -> JsonValue {
    switch (filter, value) {
    case (.json, _): return .string(value.line)
    case (.round, .number(let number)): return .number(number.rounded(decimals: 0))
    case (.arrow, .string(let letters)): return .text(values.arrow(CompassPoint(rawValue: letters)) ?? letters)
    case (.arrow, .number(let degrees)):
      return CompassPoint(degrees: degrees).map { .text(values.arrow($0)) } ?? value
    case (.icon, .string(let words)): return .string(Icon.sign(forWords: words, isNight: isNight, in: icons) ?? words)
    case (.icon, .object(let pairs)):
      return pairs.first { $0.key == "description" }.map { apply(.icon, to: $0.value, isNight: self.isNight(pairs)) }
        ?? value
    case (.time, .string(let text)): return LocalTime(text).map { .string(values.clock($0)) } ?? value
    case (.date, .string(let text)): return Self.day(text).map { .string(values.locale.date($0)) } ?? value
    case (.weekday, .string(let text)): return Self.day(text).map { .string(values.locale.weekday($0)) } ?? value
    case (.sparkline, .array(let list)):
      let numbers = list.map { item in if case .number(let number) = item { number } else { nil as Double? } }
      return .string(Sparkline.text(numbers, isUnicode: values.isUnicode))
    case (.pango, .string(let text)): return .string(Self.replacing(text, ["&": "&amp;", "<": "&lt;", ">": "&gt;"]))
    case (.tmux, .string(let text)): return .string(Self.replacing(text, ["#": "##"]))
    // Polybar knows no escape; a brace apart from its percent sign is no tag.
    case (.polybar, .string(let text)): return .string(Self.replacing(text, ["{": " {"]))
    default: return value
    }
  }

  /// The calendar day of a moment or a date.
  private static func day(_ text: String) -> CalendarDay? { LocalTime(text)?.day ?? CalendarDay(text) }

  /// A text with single scalars replaced.
  private static func replacing(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
    var replaced = ""
    for scalar in text.unicodeScalars {
      if let other = table[scalar] { replaced += other } else { replaced.unicodeScalars.append(scalar) }
    }
    return replaced
  }
}
