public import ArgumentParser
public import Weather

/// The kinds of forecast are flags of the command line.
extension ForecastKind: EnumerableFlag {
  /// The option's names.
  public static func name(for kind: ForecastKind) -> NameSpecification { ProgramOption(kind).specification }

  /// The line of `--help`.
  public static func help(for kind: ForecastKind) -> ArgumentHelp? {
    switch kind {
    case .today: "The weather now, and today's high and low."
    case .fiveDays: "Five days, today first."
    case .tenDays: "Ten days, today first."
    case .weekend: "What remains of this weekend, else the next one."
    case .hourly: "Hour by hour."
    }
  }
}
