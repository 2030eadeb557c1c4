import Scraping
import Weather

/// The kinds of values that a cell is read as, by the quantities that they are.
extension Cell {
  func temperature(_ units: UnitSystem) -> Measured? { measured(.temperature, in: units) }
  func temperature(label: String?) -> Measured? { measured(.temperature, label: label) }
  func feelsLike(_ units: UnitSystem) -> Measured? { measured(.feelsLike, in: units) }
  func feelsLike(label: String?) -> Measured? { measured(.feelsLike, label: label) }
  func speed(_ units: UnitSystem) -> Measured? { measured(.windSpeed, in: units) }
  func speed(label: String?) -> Measured? { measured(.windSpeed, label: label) }
  func gust(_ units: UnitSystem) -> Measured? { measured(.windGust, in: units) }
  func gust(label: String?) -> Measured? { measured(.windGust, label: label) }
  func pressure(_ units: UnitSystem) -> Measured? { measured(.pressure, in: units) }
  func pressure(label: String?) -> Measured? { measured(.pressure, label: label) }
  func distance(_ units: UnitSystem) -> Measured? { measured(.visibility, in: units) }
  func distance(label: String?) -> Measured? { measured(.visibility, label: label) }
  func precipitation(_ units: UnitSystem) -> Measured? { measured(.precipitation, in: units) }
  func precipitation(label: String?) -> Measured? { measured(.precipitation, label: label) }
  var degrees: Double? { number(.windDegrees) }
  func degrees(label: String?) -> Double? { number(.windDegrees, label: label) }
  var percentage: Double? { number(.humidity) }
  func percentage(label: String?) -> Double? { number(.humidity, label: label) }
  var uvIndex: Double? { number(.uvIndex) }
  func uvIndex(label: String?) -> Double? { number(.uvIndex, label: label) }
}
