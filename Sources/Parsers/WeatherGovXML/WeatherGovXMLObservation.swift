internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The part of a document that says what was observed at a station nearby.
struct WeatherGovXMLObservation {
  private let data: Node

  /// An observation in `data[@type='current observations']`.
  init(_ data: Node) { self.data = data }

  /// What was observed, with its winds in the unit of the forecast; nil where the part says nothing at all.
  func conditions(speedUnit: MeasurementUnit?) -> CurrentConditions? {
    var now = CurrentConditions()
    now.observed = (try? data.string("time-layout/start-valid-time")).flatMap { LocalTime($0) }
    // What the document calls the apparent temperature is the air's.
    now.temperature = temperature("apparent")
    now.dewPoint = temperature("dew point")
    now.feelsLike = feelsLike("wind chill") ?? feelsLike("heat index")
    now.humidity = element("humidity[@type='relative']").flatMap { value($0)?.percentage(label: $0.attribute("units")) }
    now.description = (try? data.string("parameters/weather/weather-conditions/@weather-summary")).flatMap {
      $0 == "NA" ? nil : Cell.text($0).words
    }
    // 999 stands for a wind that blows from everywhere, 0 beside a calm for none.
    let degrees = element("direction[@type='wind']").flatMap { value($0)?.degrees(label: $0.attribute("units")) }
      .flatMap { (0...360).contains($0) ? $0 : nil }
    /// A speed in the unit of the forecast.
    func aligned(_ speed: Speed?) -> Speed? { speedUnit.map { speed?.converted(to: $0) } ?? speed }
    let sustained = aligned(speed("sustained"))
    let gust = element("wind-speed[@type='gust']").flatMap { value($0)?.gust(label: $0.attribute("units")) }
    now.wind = Wind(
      speed: sustained, gust: aligned(gust),
      degrees: sustained?.value == 0 && degrees == 0 ? nil : degrees)
    now.pressure = element("pressure[@type='barometer']").flatMap { value($0)?.pressure(label: $0.attribute("units")) }
    now.visibility = element("weather/weather-conditions/value/visibility").flatMap {
      Cell.text($0.text).distance(label: $0.attribute("units"))
    }
    let isSilent = now.temperature == nil && now.description == nil && now.humidity == nil && now.wind.speed == nil
    return isSilent ? nil : now
  }

  private func element(_ path: String) -> Node? { try? data.first("parameters/" + path) }

  private func value(_ node: Node) -> Cell? { Cell(node.children(named: "value").first) }

  private func temperature(_ type: String) -> Temperature? {
    element("temperature[@type='\(type)']").flatMap { value($0)?.temperature(label: $0.attribute("units")) }
  }

  private func feelsLike(_ type: String) -> Temperature? {
    element("temperature[@type='\(type)']").flatMap { value($0)?.feelsLike(label: $0.attribute("units")) }
  }

  private func speed(_ type: String) -> Speed? {
    element("wind-speed[@type='\(type)']").flatMap { value($0)?.speed(label: $0.attribute("units")) }
  }
}
