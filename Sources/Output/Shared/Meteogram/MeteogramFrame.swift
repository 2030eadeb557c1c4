/// Positions in a meteogram in SVG units; the height does not depend on the values.
struct MeteogramFrame {
  let width: Double
  /// The top of the first row, below an optional heading.
  let top: Double
  private let footing: Double
  private let isHourly: Bool
  private let hasForecast: Bool

  /// Creates a frame for a number of columns, up to 960 wide; `heading` and `footing` are the heights above and below
  /// the rows.
  init(columns: Int, heading: Double, footing: Double, isHourly: Bool, hasForecast: Bool) {
    width = min(960, max(600, Self.left + Self.right + Double(columns) * (isHourly ? 40 : 132)))
    top = heading
    (self.footing, self.isHourly, self.hasForecast) = (footing, isHourly, hasForecast)
  }

  private static let left = 58.0
  private static let right = 22.0

  /// The left end, the right end and the width of the plot.
  var start: Double { Self.left }
  var end: Double { width - Self.right }
  var span: Double { end - start }

  /// The baseline of day names.
  var dayNames: Double { top + 20 }
  /// The top of the plot: the row of weather icons.
  var sky: Double { top + 32 }
  var temperature: (top: Double, bottom: Double) {
    let top = sky + (isHourly ? 62 : 104)
    return (top, top + 196)
  }
  /// The line above the precipitation's caption, and the top and bottom of its bars.
  var rain: (rule: Double, top: Double, bottom: Double) {
    let rule = temperature.bottom + 6
    return (rule, rule + 36, rule + 88)
  }
  /// The lines above the wind, and above sunrise and sunset.
  var wind: Double { rain.bottom + 28 }
  var sun: Double { wind + 90 }
  var bottom: Double { !hasForecast ? top + 96 : isHourly ? wind + 92 : sun + 58 }
  var height: Double { bottom + footing }

  func x(_ share: Double) -> Double { start + share * span }
}
