internal import Markup
internal import Scraping
internal import Weather

/// A value of the interface: bare, as a string, or as `{"unitCode": "wmoUnit:km_h-1", "value": 12}`.
///
/// The codes are those of the WMO's registry (codes.wmo.int/common/unit), behind `wmoUnit:`, `unit:` or the registry's
/// address, or those of UCUM (unitsofmeasure.org), behind `uc:` or bare, which the service says it moves to. A code that is
/// not known is no unit, so that its number is left out rather than mistaken.
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
    self.label = (json?["unitCode"]?.string).map(Self.label) ?? label
  }

  /// What a unit is called whose code has a name of its own.
  private static func label(_ code: String) -> String {
    let registry = "codes.wmo.int/common/unit/"
    let name = code.firstRange(of: registry).map { String(code[$0.upperBound...]) } ?? code
    return ucum[name.split(separator: ":").last.map(String.init) ?? name] ?? name
  }

  /// The units of UCUM that are written in no other way.
  private static let ucum = ["Cel": "degC", "[degF]": "degF", "[mi_i]/h": "mi/h", "[kn_i]": "kt", "[mi_i]": "mi"]

  /// The single value, of which a range has none.
  private var single: Cell? { upper == nil ? cell : nil }

  /// In degrees Celsius or Fahrenheit; nil for a number without a unit.
  var temperature: Temperature? { single?.measured(.temperature, label: label) }

  /// A temperature as it is felt.
  var feelsLike: Temperature? { single?.measured(.feelsLike, label: label) }

  /// A wind, of a range the upper end: `5 to 10 mph`; nil for a number without a unit.
  var speed: Speed? { cell.measured(.windSpeed, label: label) }

  /// A gust, of a range the upper end.
  var gust: Speed? { cell.measured(.windGust, label: label) }

  /// A pressure; nil for a number without a unit.
  var pressure: Pressure? { single?.measured(.pressure, label: label) }

  /// A distance; nil for a number without a unit.
  var distance: Distance? { single?.measured(.visibility, label: label) }

  /// The number without its unit, to compare with others of the same.
  var number: Double? { single?.plainNumber }

  /// A direction in degrees.
  var degrees: Double? { single?.number(.windDegrees, label: label) }

  /// A share of a hundred, with its code or bare; nil for any other unit.
  var percentage: Percentage? { single?.number(.humidity, label: label) }
}
