internal import Markup
internal import Scraping
internal import Weather

/// Finds the unit of a page's temperatures, which have none; all other values in the markup have units.
enum WeatherComUnits {
  /// Values whose units imply the temperature's: no page combines km/h with °F, or inches of mercury with °C.
  private static let winds =
    ".//*[@data-testid='Wind' or contains(@class,'wx-wind') or (self::td and contains(@class,'wind'))]"
  private static let pressures = ".//*[@data-testid='PressureValue' or @data-gm-wx-pressure]"

  /// The unit of the page's temperatures; nil if it is not stated, or contradictory.
  ///
  /// - Parameters:
  /// - marks: expressions for the page's stated unit, most reliable first.
  /// - boxes: elements of the forecast itself; pages also show other places' weather.
  static func temperature(
    _ document: Document, _ body: [UInt8], marks: [WeatherComLandmark], boxes: [Node]
  ) throws(MarkupError) -> MeasurementUnit? {
    var stated: MeasurementUnit?
    for mark in marks where stated == nil { stated = try mark.text(in: document, of: body).flatMap(letter) }
    func cells(_ expression: String) throws(MarkupError) -> [Cell] {
      var cells: [Cell] = []
      for box in boxes { cells += try box.nodes(expression).map { .text($0.text) } }
      return cells
    }
    let isMetric = try cells(winds).contains { $0.measured(.windSpeed)?.unit == .kilometersPerHour }
    let isImperial = try cells(pressures).contains { $0.measured(.pressure)?.unit == .inchesOfMercury }
    switch (isMetric, isImperial) {
    case (true, true): return nil
    case (true, false): return stated == .fahrenheit ? nil : .celsius
    case (false, true): return stated == .celsius ? nil : .fahrenheit
    case (false, false): return stated
    }
  }

  /// The letter in `°F`, in `F` alone, or after a number in prose.
  private static func letter(_ text: String) -> MeasurementUnit? {
    var before: Character = " "
    var previous: Character = " "
    let characters = Array(text) + [" "]
    for (index, character) in characters.dropLast().enumerated() {
      defer { (before, previous) = (previous, character) }
      guard character == "C" || character == "F" else { continue }
      if characters[index + 1].isLetter || characters[index + 1].isNumber { continue }
      let isMarked =
        previous == "°" || previous.isNumber || text.count == 1
        || (previous == " " && (before == "°" || before.isNumber))
      if isMarked { return character == "C" ? .celsius : .fahrenheit }
    }
    return nil
  }
}
