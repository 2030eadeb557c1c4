/// The unit of each quantity; nil leaves a quantity as the source gives it.
public struct UnitSystem: Hashable, Sendable {
  private var units: [Quantity: MeasurementUnit] = [:]

  /// A system of these units; quantities of which none is given are not converted.
  public init(_ units: MeasurementUnit?...) { for unit in units.compactMap({ $0 }) { self[unit.quantity] = unit } }

  /// The unit of a quantity.
  public subscript(quantity: Quantity) -> MeasurementUnit? {
    get { units[quantity] }
    set { units[quantity] = newValue }
  }

  /// °C, km/h, hPa, km, mm.
  public static let metric = UnitSystem(.celsius, .kilometersPerHour, .hectopascals, .kilometers, .millimeters)

  /// °F, mph, inHg, mi, in.
  public static let imperial = UnitSystem(.fahrenheit, .milesPerHour, .inchesOfMercury, .miles, .inches)

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
  public mutating func unify(to wished: UnitSystem) -> ReportUnits { unifyRows(to: wished) }
}

extension Report {
  /// Brings every value to the wished units, as far as they are stated.
  public mutating func unify(to wished: UnitSystem) {
    // Most reports are in the units that are wished already.
    if Quantity.allCases.allSatisfy({ units[$0] == nil || wished[$0] == nil || units[$0] == wished[$0] }) { return }
    units = unifyRows(to: wished)
  }
}

extension HasRows {
  /// Converts all measured values to the wished unit of their quantity, else to the one that is used first.
  fileprivate mutating func unifyRows(to wished: UnitSystem) -> UnitSystem {
    var units = UnitSystem()
    updateValues(where: { $0.quantity != nil }) { values, field in
      guard let value = values[field]?.measured else { return }
      let unit = units[value.unit.quantity] ?? wished[value.unit.quantity] ?? value.unit
      units[value.unit.quantity] = unit
      if unit != value.unit { values[field] = .measured(value.converted(to: unit)) }
    }
    return units
  }
}
