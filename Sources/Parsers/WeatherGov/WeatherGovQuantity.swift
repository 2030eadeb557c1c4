internal import Markup
internal import Scraping
internal import Weather

/// A value of the interface: bare, as a string, or as `{"unitCode": "wmoUnit:km_h-1", "value": 12}`.
///
/// The codes are those of the WMO's registry (codes.wmo.int/common/unit); a code that is not known is no unit, so that its
/// number is left out rather than mistaken.
struct WeatherGovQuantity {
  private let cell: Cell
  /// The upper end of a range, which stands in place of a value.
  private let upper: Cell?
  private let label: String?

  /// A value that is there; nil for null.
  ///
  /// - Parameter label: the unit, where it stands in a field of its own beside a bare number.
  init?(_ json: JSON?, label: String? = nil) {
    let upper = json?["value"]?.isNull == false ? nil : Cell(json?["maxValue"])
    guard let cell = Cell(json?["value"]) ?? upper ?? Cell(json) else { return nil }
    self.cell = cell
    self.upper = upper
    self.label = json?["unitCode"]?.string ?? label
  }

  /// The single value, of which a range has none.
  private var single: Cell? { upper == nil ? cell : nil }

  /// In degrees Celsius or Fahrenheit; nil for a number without a unit.
  var temperature: Temperature? { single?.temperature(label: label) }

  /// A temperature as it is felt.
  var feelsLike: Temperature? { single?.feelsLike(label: label) }

  /// A wind, of a range the upper end: `5 to 10 mph`; nil for a number without a unit.
  var speed: Speed? { cell.speed(label: label) }

  /// A gust, of a range the upper end.
  var gust: Speed? { cell.gust(label: label) }

  /// A pressure; nil for a number without a unit.
  var pressure: Pressure? { single?.pressure(label: label) }

  /// A distance; nil for a number without a unit.
  var distance: Distance? { single?.distance(label: label) }

  /// The number without its unit, to compare with others of the same.
  var number: Double? { single?.plainNumber }

  /// A direction in degrees.
  var degrees: Double? { single?.degrees(label: label) }

  /// A share of a hundred, with its code or bare; nil for any other unit.
  var percentage: Percentage? { single?.percentage(label: label) }
}
