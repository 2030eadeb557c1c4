/// The one unit of each quantity in a report; nil where the report holds no value of that quantity.
public typealias ReportUnits = UnitSystem

extension Forecast {
  /// Brings every value to one unit a quantity, and says which: the wished one, else the one that the source uses first.
  public mutating func unify(to wished: UnitSystem) -> ReportUnits {
    var measurements = Measurements(current: current, days: days, hours: hours)
    let units = measurements.unify(to: wished)
    (current, days, hours) = (measurements.current, measurements.days, measurements.hours)
    return units
  }
}

extension Report {
  /// Brings every value to the wished units, as far as they are stated.
  public mutating func unify(to wished: UnitSystem) {
    // Most reports are in the units that are wished, and conversion need not look for any other.
    if units.overridden(by: wished.limited(to: units)) == units { return }
    var measurements = Measurements(current: current, days: days, hours: hours)
    units = measurements.unify(to: wished)
    (current, days, hours) = (measurements.current, measurements.days, measurements.hours)
  }
}

extension UnitSystem {
  /// These units, of those quantities alone that another system has a unit of.
  fileprivate func limited(to other: UnitSystem) -> UnitSystem {
    UnitSystem(
      temperature: other.temperature == nil ? nil : temperature, speed: other.speed == nil ? nil : speed,
      pressure: other.pressure == nil ? nil : pressure, distance: other.distance == nil ? nil : distance,
      precipitation: other.precipitation == nil ? nil : precipitation)
  }
}

/// The rows of a forecast, whose values are to be in one unit a quantity.
private struct Measurements {
  var current: CurrentConditions?
  var days: [DayForecast]
  var hours: [HourForecast]

  /// Brings every value to one unit a quantity, and says which: the wished one, else the one that is used first.
  mutating func unify(to wished: UnitSystem) -> ReportUnits {
    var units = ReportUnits()
    // The first pass finds what there is, the second converts: a later value may be in another unit than the first.
    visitMeasurements(
      temperature: { units.temperature = units.temperature ?? $0.unit },
      speed: { units.speed = units.speed ?? $0.unit },
      pressure: { units.pressure = units.pressure ?? $0.unit },
      distance: { units.distance = units.distance ?? $0.unit },
      precipitation: { units.precipitation = units.precipitation ?? $0.unit })
    if units.temperature != nil { units.temperature = wished.temperature ?? units.temperature }
    if units.speed != nil { units.speed = wished.speed ?? units.speed }
    if units.pressure != nil { units.pressure = wished.pressure ?? units.pressure }
    if units.distance != nil { units.distance = wished.distance ?? units.distance }
    if units.precipitation != nil { units.precipitation = wished.precipitation ?? units.precipitation }
    let found = units
    visitMeasurements(
      temperature: { if let unit = found.temperature { $0 = $0.converted(to: unit) } },
      speed: { if let unit = found.speed { $0 = $0.converted(to: unit) } },
      pressure: { if let unit = found.pressure { $0 = $0.converted(to: unit) } },
      distance: { if let unit = found.distance { $0 = $0.converted(to: unit) } },
      precipitation: { if let unit = found.precipitation { $0 = $0.converted(to: unit) } })
    return units
  }

  /// Hands every measured value that is known to the closure of its quantity, in the order of the report.
  private mutating func visitMeasurements(
    temperature: (inout Temperature) -> Void, speed: (inout Speed) -> Void, pressure: (inout Pressure) -> Void,
    distance: (inout Distance) -> Void, precipitation: (inout Precipitation) -> Void
  ) {
    func visit<Unit>(_ value: inout Measured<Unit>?, _ body: (inout Measured<Unit>) -> Void) {
      guard var known = value else { return }
      body(&known)
      value = known
    }
    if var now = current {
      visit(&now.temperature, temperature)
      visit(&now.feelsLike, temperature)
      visit(&now.dewPoint, temperature)
      visit(&now.wind.speed, speed)
      visit(&now.wind.gust, speed)
      visit(&now.pressure, pressure)
      visit(&now.visibility, distance)
      current = now
    }
    for index in days.indices {
      visit(&days[index].high, temperature)
      visit(&days[index].low, temperature)
      visit(&days[index].wind.speed, speed)
      visit(&days[index].wind.gust, speed)
      visit(&days[index].precipitation, precipitation)
    }
    for index in hours.indices {
      visit(&hours[index].temperature, temperature)
      visit(&hours[index].feelsLike, temperature)
      visit(&hours[index].dewPoint, temperature)
      visit(&hours[index].wind.speed, speed)
      visit(&hours[index].wind.gust, speed)
      visit(&hours[index].pressure, pressure)
      visit(&hours[index].visibility, distance)
      visit(&hours[index].precipitation, precipitation)
    }
  }
}
