/// The unit of each quantity; nil leaves a quantity as the source gives it.
public struct UnitSystem: Hashable, Sendable {
  private var units: [Quantity: MeasurementUnit] = [:]

  /// Units of each quantity; none left out is converted.
  public init(
    temperature: MeasurementUnit? = nil, speed: MeasurementUnit? = nil, pressure: MeasurementUnit? = nil,
    distance: MeasurementUnit? = nil, precipitation: MeasurementUnit? = nil
  ) {
    self[.temperature] = temperature
    self[.speed] = speed
    self[.pressure] = pressure
    self[.distance] = distance
    self[.precipitation] = precipitation
  }

  /// The unit of a quantity.
  public subscript(quantity: Quantity) -> MeasurementUnit? {
    get { units[quantity] }
    set { units[quantity] = newValue }
  }

  /// The unit of temperatures.
  public var temperature: MeasurementUnit? { self[.temperature] }
  /// The unit of speeds.
  public var speed: MeasurementUnit? { self[.speed] }
  /// The unit of pressures.
  public var pressure: MeasurementUnit? { self[.pressure] }
  /// The unit of distances.
  public var distance: MeasurementUnit? { self[.distance] }
  /// The unit of precipitation.
  public var precipitation: MeasurementUnit? { self[.precipitation] }

  /// °C, km/h, hPa, km, mm.
  public static let metric = UnitSystem(
    temperature: .celsius, speed: .kilometersPerHour, pressure: .hectopascals, distance: .kilometers,
    precipitation: .millimeters)

  /// °F, mph, inHg, mi, in.
  public static let imperial = UnitSystem(
    temperature: .fahrenheit, speed: .milesPerHour, pressure: .inchesOfMercury, distance: .miles, precipitation: .inches
  )

  /// This system, with the units of another where that one states them.
  public func overridden(by other: UnitSystem) -> UnitSystem {
    var system = self
    system.units.merge(other.units) { $1 }
    return system
  }
}

/// The one unit of each quantity in a report; nil where the report holds no value of that quantity.
public typealias ReportUnits = UnitSystem

extension Forecast {
  /// Brings every value to one unit a quantity, and says which: the wished one, else the one that the source uses first.
  public mutating func unify(to wished: UnitSystem) -> ReportUnits {
    unifyRows(&current, &days, &hours, to: wished)
  }
}

extension Report {
  /// Brings every value to the wished units, as far as they are stated.
  public mutating func unify(to wished: UnitSystem) {
    // Most reports are in the units that are wished already.
    if Quantity.allCases.allSatisfy({ units[$0] == nil || wished[$0] == nil || units[$0] == wished[$0] }) { return }
    units = unifyRows(&current, &days, &hours, to: wished)
  }
}

/// Converts all measured values of the rows to the wished unit of their quantity, else to the one that is used first.
private func unifyRows(
  _ current: inout CurrentConditions?, _ days: inout [DayForecast], _ hours: inout [HourForecast],
  to wished: UnitSystem
) -> UnitSystem {
  var units = UnitSystem()
  func convert(_ row: inout some Row, _ fields: [Field]) {
    for field in fields {
      guard let value = row.values[field]?.measured else { continue }
      let unit = units[value.unit.quantity] ?? wished[value.unit.quantity] ?? value.unit
      units[value.unit.quantity] = unit
      if unit != value.unit { row.values[field] = .measured(value.converted(to: unit)) }
    }
  }
  func measured(_ kind: RowKinds) -> [Field] { kind.fields.filter { $0.quantity != nil } }
  if var now = current {
    convert(&now, measured(.current))
    current = now
  }
  let (dayFields, hourFields) = (measured(.day), measured(.hour))
  for index in days.indices { convert(&days[index], dayFields) }
  for index in hours.indices { convert(&hours[index], hourFields) }
  return units
}
