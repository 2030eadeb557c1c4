public import Basics
public import Weather

/// The rungs on which the fields of one row are sought, the best first: what one lacks is sought on the next.
public struct Ladder {
  private let rungs: [Rung]
  /// Tells the offset of the place's clocks, for times of day that come without one; nil where it is not known.
  private let offset: () -> Int?
  /// The name of the rung that gave each field.
  public private(set) var found: [Field: String] = [:]

  /// A ladder of rungs, for a row whose place has an offset.
  public init(_ rungs: [Rung], offset: @escaping () -> Int? = { nil }) {
    self.rungs = rungs
    self.offset = offset
  }

  /// The first value that a rung gives for a field.
  public mutating func value<Value>(_ field: Field, _ read: (Cell, PageUnits) -> Value?) -> Value? {
    for rung in rungs {
      guard rung.offers(field), let cell = rung.cell(field), let value = read(cell, rung.units()) else { continue }
      found[field] = rung.name
      return value
    }
    return nil
  }

  /// Fills in every field that the row has; `day` is the row's, for times of day.
  public mutating func fill<R: Row>(_ row: inout R, day: CalendarDay? = nil) {
    for field in R.kind.fields where field != .windDirection && field != .windDegrees {
      let value = value(field) { [offset] cell, units in cell.value(of: field, units, day: day, offset: offset) }
      guard let value else { continue }
      row.values.set(value, of: field, from: Origin(layout: found[field] ?? "", selector: "", text: ""))
    }
    row.wind = Wind(
      speed: row.wind.speed, gust: row.wind.gust, direction: value(.windDirection) { cell, _ in cell.compassPoint },
      degrees: value(.windDegrees) { cell, _ in cell.rotation })
  }

}

extension Cell {
  /// The value that stands here for a field, where a page states the units of its bare numbers; a time of day is one of
  /// `day`'s, at the place's offset.
  func value(of field: Field, _ units: PageUnits, day: CalendarDay?, offset: () -> Int?) -> FieldValue? {
    switch field {
    case .feelsLike: return feelsLike(units).map { .measured($0) }
    case .windGust: return gust(units).map { .measured($0) }
    case .windDegrees: return rotation.map { .number($0) }
    default: break
    }
    switch field.kind {
    case .measured(.temperature): return temperature(units).map { .measured($0) }
    case .measured(.speed): return speed(units).map { .measured($0) }
    case .measured(.pressure): return pressure(units).map { .measured($0) }
    case .measured(.distance): return distance(units).map { .measured($0) }
    case .measured(.precipitation): return precipitation(units).map { .measured($0) }
    case .share: return percentage.map { .number($0) }
    case .number: return uvIndex.map { .number($0) }
    case .bearing: return degrees.map { .number($0) }
    case .direction: return compassPoint.map { .direction($0) }
    case .words: return condition.map { .words($0) }
    case .time: return words.flatMap { Self.time($0, on: day, offset: offset) }.map { .time($0) }
    }
  }

  /// A whole time, or a time of day where the place's offset is known; of a day's row it must lie in that day.
  private static func time(_ text: String, on day: CalendarDay?, offset: () -> Int?) -> LocalTime? {
    if let time = LocalTime(text) { return day == nil || time.day == day ? time : nil }
    guard let day, let seconds = TimeOfDay.seconds(text), let offset = offset() else { return nil }
    return LocalTime(day, seconds: seconds, offset: offset)
  }
}
