import ArgumentParser
import Weather

/// Which forecast.
struct ForecastOptions: ParsableArguments {
  @Flag
  var kinds: [ForecastKind] = []
}
