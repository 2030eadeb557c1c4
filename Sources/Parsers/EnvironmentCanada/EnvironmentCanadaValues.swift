internal import Markup
internal import Scraping
internal import Weather

/// The values of an element: of the conditions, a period, a wind or an hour. Elements without content are common and say
/// nothing.
struct EnvironmentCanadaValues {
  private let node: Node

  /// The values directly within an element.
  init(_ node: Node) { self.node = node }

  /// The number at a path.
  func number(_ path: String) -> Double? { (try? node.first(path))?.number }

  /// The words at a path.
  func words(_ path: String) -> String? { (try? node.string(path)).flatMap { Cell.text($0).words } }

  /// The temperature at a path, in the unit that it names.
  func temperature(_ path: String) -> Temperature? {
    guard let node = try? node.first(path),
      let unit = node.attribute("units").flatMap({ TemperatureUnit(rawValue: $0) })
    else { return nil }
    return node.number.map { Temperature($0, unit) }
  }

  /// The wind chill, else the humidex: indices on the scale of degrees Celsius that carry no unit.
  var feelsLike: Temperature? { (number("windChill") ?? number("humidex")).map { Temperature($0, .celsius) } }

  /// A wind by its speed, gust and letters; a gust of 0 means that there are none.
  ///
  /// The bearings of forecasts are tens of degrees in spite of their unit, so that the letters have to say it all.
  var wind: Wind {
    let gust = speed("gust")
    let direction = (try? node.string("direction")).flatMap { CompassPoint(rawValue: $0.uppercased()) }
    return Wind(speed: speed("speed"), gust: gust?.value == 0 ? nil : gust, direction: direction)
  }

  private func speed(_ path: String) -> Speed? {
    guard let node = try? node.first(path) else { return nil }
    if node.text.lowercased() == "calm" { return Speed(0, .kilometersPerHour) }
    guard let unit = node.attribute("units").flatMap({ SpeedUnit(rawValue: $0) }) else { return nil }
    return node.number.map { Speed($0, unit) }
  }

  /// The element as the conditions of the moment; nil where the site observes none, as many do not.
  var conditions: CurrentConditions? {
    var now = CurrentConditions()
    now.observed = EnvironmentCanadaTime.read("dateTime[@name='observation']", in: node)
    now.temperature = temperature("temperature")
    now.feelsLike = feelsLike
    now.dewPoint = temperature("dewpoint")
    now.description = words("condition")
    now.humidity = number("relativeHumidity")
    if let node = try? node.first("pressure"), let pressure = node.number {
      switch node.attribute("units") {
      case "kPa": now.pressure = Pressure(pressure.shifted(by: 1), .hectopascals)
      case "hPa": now.pressure = Pressure(pressure, .hectopascals)
      default: break
      }
    }
    if let node = try? node.first("visibility"), node.attribute("units") == "km" {
      now.visibility = node.number.map { Distance($0, .kilometers) }
    }
    if let node = try? node.first("wind") {
      let values = EnvironmentCanadaValues(node)
      let wind = values.wind
      // Observed bearings are true degrees; a calm has none.
      let degrees = wind.speed?.value == 0 ? nil : values.number("bearing")
      now.wind = Wind(speed: wind.speed, gust: wind.gust, direction: wind.direction, degrees: degrees)
    }
    return now.temperature == nil && now.description == nil && now.wind.speed == nil ? nil : now
  }
}
