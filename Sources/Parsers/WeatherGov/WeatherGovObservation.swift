internal import Markup
internal import Scraping
internal import Weather

/// The latest observation of the station that is nearest to a point.
struct WeatherGovObservation {
  private let properties: JSON

  /// Asks for the stations and then for the nearest one's observation; nil whatever goes wrong, because the days are what was
  /// asked for.
  init?(stations: String, site: String, _ load: PageLoader) async {
    guard let list = try? await load(PageRequest(stations)).checked(site: site, area: nil).json(site: site),
      let station = Self.nearest(list),
      let latest = try? await load(PageRequest(station + "/observations/latest")).checked(site: site, area: nil),
      let properties = try? latest.json(site: site)["properties"]
    else { return nil }
    self.properties = properties
  }

  /// What was observed, by the clocks of a zone; in the units of the forecast's day, because the service observes in one
  /// system and forecasts in another.
  func conditions(zone: String?, like day: DayForecast?) -> CurrentConditions {
    var now = CurrentConditions()
    let observed = properties["timestamp"]?.string.flatMap { LocalTime($0) }
    now.observed = zone.flatMap { observed?.at(timeZone: $0) } ?? observed
    now.description = Cell(properties["textDescription"])?.words
    // It is computed from the temperatures; its digits mean nothing.
    now.humidity = quantity("relativeHumidity")?.percentage?.rounded(decimals: 0)
    now.pressure = quantity("seaLevelPressure")?.pressure ?? quantity("barometricPressure")?.pressure
    now.visibility = quantity("visibility")?.distance
    func temperature(_ value: Temperature?) -> Temperature? {
      (day?.high ?? day?.low).map { value?.converted(to: $0.unit) } ?? value
    }
    func speed(_ value: Speed?) -> Speed? { (day?.wind.speed).map { value?.converted(to: $0.unit) } ?? value }
    now.temperature = temperature(quantity("temperature")?.temperature)
    now.feelsLike = temperature(quantity("windChill")?.feelsLike ?? quantity("heatIndex")?.feelsLike)
    now.dewPoint = temperature(quantity("dewpoint")?.temperature)
    let wind = speed(quantity("windSpeed")?.speed)
    let degrees = quantity("windDirection")?.degrees
    // A calm is reported as 0 from 0°, which is no wind from the north.
    now.wind = Wind(
      speed: wind, gust: speed(quantity("windGust")?.gust), degrees: wind?.value == 0 && degrees == 0 ? nil : degrees)
    return now
  }

  /// A value of the observation, with its unit.
  private func quantity(_ name: String) -> WeatherGovQuantity? { WeatherGovQuantity(properties[name]) }

  /// The address of the station that is nearest by the list's own distances, the first where it gives none.
  private static func nearest(_ list: JSON) -> String? {
    let stations = (list["features"]?.elements ?? []).compactMap { feature in
      (WeatherGovLink.url(feature["id"]) ?? WeatherGovLink.url(feature.at("properties", "@id"))).map { url in
        (url: url, distance: WeatherGovQuantity(feature.at("properties", "distance"))?.number)
      }
    }
    if stations.allSatisfy({ $0.distance != nil }), !stations.isEmpty {
      return stations.min { ($0.distance ?? 0) < ($1.distance ?? 0) }?.url
    }
    return stations.first?.url ?? WeatherGovLink.url(list["observationStations"]?[0])
  }
}
