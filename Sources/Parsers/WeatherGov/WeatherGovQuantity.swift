internal import Markup
internal import Scraping
internal import Weather

/// A number of the interface: bare, as a string, or as `{"unitCode": "wmoUnit:km_h-1", "value": 12}`.
///
/// The codes are those of the WMO's registry (codes.wmo.int/common/unit); a code that is not known here is no unit, so that
/// its number is left out rather than mistaken.
struct WeatherGovQuantity {
  /// The number, in the unit of the code.
  let number: Double
  /// What stands behind `wmoUnit:` or `unit:`; nil for a bare number.
  private let code: String?

  /// A value that is there; nil for null, for an empty string and for words.
  init?(_ json: JSON?) {
    // A range gives its upper end.
    let value = json?["value"]?.isNull == false ? json?["value"] : json?["maxValue"] ?? json
    guard let number = value?.number ?? value?.string.flatMap({ Double(written: $0) }) else { return nil }
    self.number = number
    code = json?["unitCode"]?.string?.split(separator: ":").last.map(String.init)
  }

  /// In degrees Celsius or Fahrenheit; nil for a bare number.
  var temperature: Temperature? {
    switch code {
    case "degC": Temperature(number, .celsius)
    case "degF": Temperature(number, .fahrenheit)
    default: nil
    }
  }

  /// A speed; nil for a bare number.
  var speed: Speed? {
    switch code {
    case "km_h-1": Speed(number, .kilometersPerHour)
    case "m_s-1": Speed(number, .metersPerSecond)
    case "mi_h-1": Speed(number, .milesPerHour)
    case "kt": Speed(number, .knots)
    default: nil
    }
  }

  /// A pressure; nil for a bare number.
  var pressure: Pressure? {
    switch code {
    case "Pa": Pressure(number.shifted(by: -2).rounded(decimals: 1), .hectopascals)
    case "hPa": Pressure(number, .hectopascals)
    default: nil
    }
  }

  /// A distance; nil for a bare number.
  var distance: Distance? {
    switch code {
    case "m": Distance(number.shifted(by: -3).rounded(decimals: 1), .kilometers)
    case "km": Distance(number, .kilometers)
    case "mi": Distance(number, .miles)
    default: nil
    }
  }

  /// A share of a hundred, with its code or bare; nil for any other unit.
  var percentage: Percentage? { code == nil || code == "percent" ? number : nil }
}
