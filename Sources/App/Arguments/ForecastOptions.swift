import ArgumentParser
import Weather

/// Which forecast.
struct ForecastOptions: ParsableArguments {
  /// All that are given.
  @Flag
  var kinds: [ForecastKind] = []
}
