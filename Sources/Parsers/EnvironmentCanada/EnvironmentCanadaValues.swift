internal import Markup
internal import Scraping
internal import Weather

/// The values of an element: of the conditions, a period, a wind or an hour. Elements without content are common and say
/// nothing.
struct EnvironmentCanadaValues {
  private let node: Node

  /// The values directly within an element.
  init(_ node: Node) { self.node = node }

  /// The share at a path.
  func percentage(_ path: String) -> Percentage? {
    cell(path).flatMap { cell, label in cell.percentage(label: label) }
  }

  /// The UV index at a path.
  func uvIndex(_ path: String) -> Double? { cell(path).flatMap { cell, label in cell.uvIndex(label: label) } }

  /// What stands at a path, and the unit that it names.
  private func cell(_ path: String) -> (Cell, label: String?)? {
    element(path).map { (.text($0.text), $0.attribute("units")) }
  }

  /// The element at a path; nil where the service's own quality assessment does not accept its value.
  ///
  /// Observed values carry their assessment as a number. We take 100 for accepted, and leave out what has less or something
  /// that is no number: what the lower numbers mean in these files we have not found described. Forecast values carry none.
  private func element(_ path: String) -> Node? {
    guard let found = try? node.first(path) else { return nil }
    guard let quality = found.attribute("qaValue"), !quality.isEmpty else { return found }
    return Cell.text(quality).plainNumber.map { $0 >= 100 } ?? false ? found : nil
  }

  /// The words at a path.
  func words(_ path: String) -> String? { element(path).flatMap { Cell.text($0.text).words } }

  /// The temperature at a path, in the unit that it names.
  func temperature(_ path: String) -> Temperature? {
    cell(path).flatMap { cell, label in cell.temperature(label: label) }
  }

  /// The wind chill, else the humidex: indices on the scale of degrees Celsius that carry no unit.
  var feelsLike: Temperature? { index("windChill") ?? index("humidex") }

  private func index(_ path: String) -> Temperature? {
    cell(path).flatMap { cell, label in cell.feelsLike(label: label ?? "C") }
  }

  /// A wind by its speed, gust and letters; a gust of 0 means that there are none.
  ///
  /// The bearings of forecasts are tens of degrees in spite of their unit, so that the letters have to say it all.
  var wind: Wind {
    let gust = cell("gust").flatMap { cell, label in cell.gust(label: label) }
    let direction = element("direction").flatMap { CompassPoint(rawValue: $0.text.uppercased()) }
    let speed = cell("speed").flatMap { cell, label in cell.speed(label: label) }
    return Wind(speed: speed, gust: gust?.value == 0 ? nil : gust, direction: direction)
  }

  /// The element as the conditions of the moment; nil where the site observes none, as many do not.
  var conditions: CurrentConditions? {
    var now = CurrentConditions()
    now.observed = EnvironmentCanadaTime.read("dateTime[@name='observation']", in: node)
    now.temperature = temperature("temperature")
    now.feelsLike = feelsLike
    now.dewPoint = temperature("dewpoint")
    now.description = words("condition")
    now.humidity = percentage("relativeHumidity")
    now.pressure = cell("pressure").flatMap { cell, label in cell.pressure(label: label) }
    now.visibility = cell("visibility").flatMap { cell, label in cell.distance(label: label) }
    if let node = try? node.first("wind") {
      let values = EnvironmentCanadaValues(node)
      let wind = values.wind
      // Observed bearings are true degrees; a calm has none.
      let degrees = wind.speed?.value == 0 ? nil : values.cell("bearing").flatMap { $0.degrees(label: $1) }
      now.wind = Wind(speed: wind.speed, gust: wind.gust, direction: wind.direction, degrees: degrees)
    }
    return now.temperature == nil && now.description == nil && now.wind.speed == nil ? nil : now
  }
}
