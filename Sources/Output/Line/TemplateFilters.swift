import Basics
import Weather

/// Applies filters with the user's icons and locale. Unknown values, and values of an unsuitable kind, are passed
/// through.
struct TemplateFilters: Sendable {
  private let values: ValueText
  private let icons: IconSet
  private let daylight: Daylight
  private let days: [DayForecast]

  init(_ report: Report, _ options: RenderingOptions) {
    (daylight, days, values) = (Daylight(report), report.days, options.values)
    icons = options.isUnicode ? options.icons : .ascii
  }

  /// A value for display: numbers by locale, unknown as `--`.
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

  /// True if it is night in a row of the JSON output: at an hour, on a day, or at the observation time.
  func isNight(_ pairs: JsonValue.Pairs) -> Bool {
    func value(_ key: String) -> JsonValue? { pairs.first { $0.key == key }?.value }
    func time(_ key: String) -> LocalTime? {
      if case .string(let text)? = value(key) { LocalTime(text) } else { nil }
    }
    if let time = time("time") ?? time("observed") { return daylight.isNight(at: time) }
    if case .string(let date)? = value("date") {
      return days.first { $0.date.description == date }.map { daylight.isNight(on: $0) } ?? false
    }
    return value("observed") == nil ? false : daylight.isNightNow
  }

  /// Applies a filter; `isNight` selects night icons.
  func apply(_ filter: TemplateFilter, to value: JsonValue, isNight: Bool = false) -> JsonValue {
    switch (filter, value) {
    case (.json, _): return .string(value.line)
    case (.round, .number(let number)): return .number(number.rounded(decimals: 0))
    case (.arrow, .string(let letters)):
      return .string(CompassPoint(rawValue: letters).map { values.arrow($0) } ?? letters)
    case (.arrow, .number(let degrees)):
      return CompassPoint(degrees: degrees).map { .string(values.arrow($0)) } ?? value
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
    case (.pango, .string(let text)): return .string(text.replacing(["&": "&amp;", "<": "&lt;", ">": "&gt;"]))
    case (.tmux, .string(let text)): return .string(text.replacing(["#": "##"]))
    // Polybar has no escape syntax; a brace separated from its percent sign is not a tag.
    case (.polybar, .string(let text)): return .string(text.replacing(["{": " {"]))
    default: return value
    }
  }

  private static func day(_ text: String) -> CalendarDay? { LocalTime(text)?.day ?? CalendarDay(text) }
}

/// Template filters: `{{round(current.temperature)}}` (docs/templates.md).
enum TemplateFilter: String, CaseIterable {
  case round, arrow, icon, time, date, weekday, sparkline, json, pango, tmux, polybar

  /// Filters that Mustache provides for sequences.
  static let ofLists = ["first", "last", "reversed", "count", "empty"]
  /// Functions inside a section that iterates over a list: `{{^last()}}, {{/last()}}`.
  static let ofSections = ["first", "last", "index", "even", "odd"]
}
