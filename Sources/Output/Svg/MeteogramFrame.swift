/// Where things stand in a meteogram, in the drawing's own units; the height is the same whatever a forecast says.
struct MeteogramFrame {
  /// The width of the whole drawing.
  let width: Double
  /// Where the first row begins: below the heading, where there is one.
  let top: Double
  /// Whether the columns are hours, which have no times of sunrise and sunset.
  let isHourly: Bool

  /// Whether there is a forecast to be drawn, and not only why there is none.
  let hasForecast: Bool

  /// How much room there is below the rows.
  let footing: Double

  /// The frame of so many columns: 960 wide, less where there is little to show; `heading` and `footing` are the room
  /// above and below the rows.
  init(columns: Int, heading: Double, footing: Double, isHourly: Bool, hasForecast: Bool = true) {
    self.hasForecast = hasForecast
    let wanted = Self.left + Self.right + Double(columns) * (isHourly ? 40 : 132)
    width = min(960, max(600, wanted))
    top = heading
    self.footing = footing
    self.isHourly = isHourly
  }

  /// The room of the temperatures' axis.
  static let left = 58.0
  /// The room at the right.
  static let right = 22.0

  /// The left end of what is plotted.
  var start: Double { Self.left }
  /// The right end of what is plotted.
  var end: Double { width - Self.right }
  /// The width of what is plotted.
  var span: Double { end - start }

  /// The baseline of the days' names.
  var dayNames: Double { top + 20 }
  /// The top of what is shaded and lined: the row of signs.
  var sky: Double { top + 32 }
  /// The top and the bottom of the temperatures.
  var temperature: (top: Double, bottom: Double) {
    let top = sky + (isHourly ? 62 : 104)
    return (top, top + 196)
  }
  /// The top of the precipitation's caption, the top and the bottom of its bars.
  var rain: (caption: Double, top: Double, bottom: Double) {
    let caption = temperature.bottom + 10
    return (caption, caption + 32, caption + 84)
  }
  /// The top of the wind's caption.
  var wind: Double { rain.bottom + 32 }
  /// The top of the caption of sunrise and sunset.
  var sun: Double { wind + 90 }
  /// Where the plotted rows end.
  var bottom: Double { !hasForecast ? top + 96 : isHourly ? wind + 88 : sun + 54 }
  /// The height of the whole drawing.
  var height: Double { bottom + footing }

  /// The `x` of a share of the width.
  func x(_ share: Double) -> Double { start + share * span }
}
