import ArgumentParser
import Weather

/// The forecasts with a command-line option: presets of questions.
enum ForecastKind: String, CaseIterable, EnumerableFlag, Sendable {
  case today
  case fiveDays = "fivedays"
  case tenDays = "tendays"
  case weekend, hourly
  case overview

  /// The forecasts of which the strict form (`-p` and `-a`) needs one.
  static let strict = allCases.filter { $0 != .overview }

  /// The option's names (short one first), its help text, and its question.
  private var preset: (names: [String], help: ArgumentHelp, question: Question) {
    switch self {
    case .today: (["-td", "--today"], "The weather now, and today's high and low.", .today)
    case .fiveDays: (["-5d", "--fivedays"], "Five days, today first.", .fiveDays)
    case .tenDays: (["-10d", "--tendays"], "Ten days, today first.", .tenDays)
    case .weekend: (["-w", "--weekend"], "What remains of this weekend, else the next one.", .weekend)
    case .hourly: (["--hourly"], "Hour by hour.", .hourly)
    case .overview:
      (["--overview"], "Now, the next 24 hours and a week; the default where a place is typed alone.", .overview)
    }
  }

  var optionNames: [String] { preset.names }

  var question: Question { preset.question }

  static func help(for kind: ForecastKind) -> ArgumentHelp? { kind.preset.help }

  static func name(for kind: ForecastKind) -> NameSpecification {
    NameSpecification(
      kind.optionNames.map { name in
        if name.hasPrefix("--") { return .customLong(String(name.dropFirst(2))) }
        if name.count > 2 { return .customLong(String(name.dropFirst()), withSingleDash: true) }
        return .customShort(name.last ?? "?")
      })
  }
}
