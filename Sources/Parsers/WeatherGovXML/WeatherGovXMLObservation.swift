internal import Markup
internal import Scraping
internal import Weather

/// The part of a document that says what was observed at a station nearby.
struct WeatherGovXMLObservation {
  private let data: Node

  /// An observation in `data[@type='current observations']`.
  init(_ data: Node) { self.data = data }

  /// What was observed; nil where the part says nothing at all.
  var conditions: CurrentConditions? {
    var now = CurrentConditions()
    now.observed = (try? data.string("time-layout/start-valid-time")).flatMap { LocalTime($0) }
    // What the document calls the apparent temperature is the air's.
    now.temperature = temperature("apparent")
    now.dewPoint = temperature("dew point")
    now.feelsLike = temperature("wind chill") ?? temperature("heat index")
    now.humidity = element("humidity[@type='relative']").flatMap(value)
    now.description = (try? data.string("parameters/weather/weather-conditions/@weather-summary")).flatMap {
      $0 == "NA" ? nil : Cell.text($0).words
    }
    // 999 stands for a wind that blows from everywhere, 0 beside a calm for none.
    let degrees = element("direction[@type='wind']").flatMap(value).flatMap { (0...360).contains($0) ? $0 : nil }
    let sustained = speed("sustained")
    now.wind = Wind(
      speed: sustained, gust: speed("gust"), degrees: sustained?.value == 0 && degrees == 0 ? nil : degrees)
    if let node = element("pressure[@type='barometer']"), let unit = WeatherGovXMLUnits.pressure(node) {
      now.pressure = value(node).map { Pressure($0, unit) }
    }
    if let node = element("weather/weather-conditions/value/visibility"), let unit = WeatherGovXMLUnits.distance(node) {
      now.visibility = node.number.map { Distance($0, unit) }
    }
    let isSilent = now.temperature == nil && now.description == nil && now.humidity == nil && now.wind.speed == nil
    return isSilent ? nil : now
  }

  private func element(_ path: String) -> Node? { try? data.first("parameters/" + path) }

  private func value(_ node: Node) -> Double? { node.children(named: "value").first?.number }

  private func temperature(_ type: String) -> Temperature? {
    guard let node = element("temperature[@type='\(type)']"), let unit = WeatherGovXMLUnits.temperature(node) else {
      return nil
    }
    return value(node).map { Temperature($0, unit) }
  }

  private func speed(_ type: String) -> Speed? {
    guard let node = element("wind-speed[@type='\(type)']"), let unit = WeatherGovXMLUnits.speed(node) else {
      return nil
    }
    return value(node).map { Speed($0, unit) }
  }
}
