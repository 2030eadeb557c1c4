internal import Markup
internal import Scraping
internal import Weather

/// Reads off a page what its bare temperatures are in; every other quantity of the markup carries its unit.
enum WeatherComUnits {
  /// Where the page shows its unit, in order of trust: letters at the numbers, the unit chooser in the head, and the
  /// prose ("High near 20F").
  private static let marks = [
    "//*[contains(@class,'temp-unit')]",
    "//*[contains(@class,'unitDisplay') or contains(@class,'unit-display')]",
    "//button[contains(@aria-label,'Localization Menu')]/@aria-label",
    "//*[contains(@class,'selected')][normalize-space()='°F' or normalize-space()='°C']",
    "//button[@disabled][normalize-space()='°F' or normalize-space()='°C']",
    "//table[contains(@class,'twc-table')]//td/@title[contains(.,'High') or contains(.,'Low')]",
    "//*[contains(@class,'narrative') or contains(@class,'descrip') or @data-testid='wxPhrase']"
      + "[contains(.,'High') or contains(.,'Low')]",
  ]

  /// Where the forecast itself stands; a page shows other places' weather beside it.
  private static let boxes = [
    "//details[.//*[@data-testid='DetailsSummary']]", "//*[@data-testid='TodaysDetailsModule' or @id='todayDetails']",
    "//*[@data-testid='CurrentConditionsContainer']", "//section[contains(@class,'today_nowcard-container')]",
    "//*[contains(@class,'wxcard-summary')]", "//table[contains(@class,'twc-table')]",
  ]

  /// Units that decide the temperature's: no page mixes kilometres an hour with °F, or inches of mercury with °C.
  private static let winds =
    "//*[@data-testid='Wind' or contains(@class,'wx-wind') or contains(@class,'wind-conditions')"
    + " or (self::td and contains(@class,'wind'))]"
  private static let pressures = "//*[@data-testid='PressureValue' or @data-gm-wx-pressure]"

  /// The unit of the page's bare temperatures; nil where it does not say, or says two things at once.
  static func temperature(_ document: Document) -> TemperatureUnit? {
    var stated: TemperatureUnit?
    for mark in marks where stated == nil {
      stated = texts(mark, document).lazy.compactMap(letter).first
    }
    func inBoxes(_ expression: String) -> [Cell] {
      texts(boxes.map { $0 + expression }.joined(separator: "|"), document).map { .text($0) }
    }
    let isMetric = inBoxes(winds).contains { $0.speed(PageUnits())?.unit == .kilometersPerHour }
    let isImperial = inBoxes(pressures).contains { $0.pressure(PageUnits())?.unit == .inchesOfMercury }
    switch (isMetric, isImperial) {
    case (true, true): return nil
    case (true, false): return stated == .fahrenheit ? nil : .celsius
    case (false, true): return stated == .celsius ? nil : .fahrenheit
    case (false, false): return stated
    }
  }

  private static func texts(_ expression: String, _ document: Document) -> [String] {
    ((try? document.nodes(expression)) ?? []).map { $0.text }
  }

  /// The letter of `°F`, of `F` alone, or behind a number in prose.
  private static func letter(_ text: String) -> TemperatureUnit? {
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
