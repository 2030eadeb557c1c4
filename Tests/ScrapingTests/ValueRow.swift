import Scraping
import Testing
import Weather

/// A row of the table: a text, the field that it is found in, the unit that the page states for bare numbers, and the value
/// that it has, nil where it has none.
struct ValueRow: Sendable, CustomStringConvertible {
  /// The fields that hold numbers.
  enum Field: String, Sendable, CaseIterable {
    case temperature, feelsLike, wind, gust, pressure, visibility, precipitation, share, uvIndex, direction, rotation
  }

  let text: String
  let field: Field
  let page: String?
  let value: Double?
  let unit: String?

  /// - Parameters:
  ///   - page: the unit of the page's bare numbers, as the json contract spells it.
  ///   - unit: the value's unit, where it is not the page's.
  init(_ text: String, _ field: Field, page: String? = nil, _ value: Double?, _ unit: String? = nil) {
    self.text = text
    self.field = field
    self.page = page
    self.value = value
    self.unit = value == nil ? nil : unit ?? page
  }

  var description: String {
    let escaped = text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
    return "\(field) \"\(escaped)\", page \(page ?? "-") -> \(value.map { "\($0)" } ?? "unknown") \(unit ?? "")"
  }

  /// What the reader makes of the text: a number, and its unit as the contract spells it.
  func read() -> (value: Double?, unit: String?) { Self.read(.text(text), field, page: page) }

  static func read(_ cell: Cell, _ field: Field, page: String?) -> (value: Double?, unit: String?) {
    func pair(_ value: Measured?) -> (value: Double?, unit: String?) {
      (value?.value, value?.unit.rawValue)
    }
    var units = UnitSystem()
    for quantity in Quantity.allCases { units[quantity] = page.flatMap { MeasurementUnit(rawValue: $0) } }
    switch field {
    case .temperature: return pair(cell.temperature(units))
    case .feelsLike: return pair(cell.feelsLike(units))
    case .wind: return pair(cell.speed(units))
    case .gust: return pair(cell.gust(units))
    case .pressure: return pair(cell.pressure(units))
    case .visibility: return pair(cell.distance(units))
    case .precipitation: return pair(cell.precipitation(units))
    case .share: return (cell.percentage, nil)
    case .uvIndex: return (cell.uvIndex, nil)
    case .direction: return (cell.degrees, nil)
    case .rotation: return (cell.rotation, nil)
    }
  }
}
