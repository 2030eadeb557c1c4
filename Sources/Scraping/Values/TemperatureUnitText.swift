public import Weather

extension MeasurementUnit {
  /// The degree that a text names or mentions, as a page's `units` are read: `°F`, `Set units to °C`, `High near 20F`.
  public static func ofTemperature(saidIn text: String) -> MeasurementUnit? {
    guard let kind = ValueKind(.temperature) else { return nil }
    return (ValueUnit(label: text, of: kind) ?? ValueUnit(prose: text, of: kind))?.reported
  }
}
