internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The latest observation of a station near a point.
struct WeatherGovObservation {
  /// How many stations are asked at most.
  private static let stationLimit = 3
  /// The oldest observation that still says what the weather is now, in seconds.
  private static let oldest = 3 * 3600

  /// The address that it was read from.
  let url: String
  private let properties: JSON

  /// An observation in an answer.
  init(_ properties: JSON, url: String) {
    self.properties = properties
    self.url = url
  }

  /// Asks for the stations and then for the nearest one's observation; where that station has none of the last three
  /// hours, or no temperature that can be believed, the next two are asked. nil whatever goes wrong, because the days are
  /// what was asked for.
  static func nearest(
    stations: String, now: LocalTime, site: String, _ load: PageLoader
  ) async -> WeatherGovObservation? {
    guard let list = try? await load(PageRequest(stations)).checked(site: site, area: nil).json(site: site) else {
      return nil
    }
    var partial: WeatherGovObservation?
    for station in Self.stations(list).prefix(Self.stationLimit) {
      if Task.isCancelled { return nil }
      guard let latest = try? await load(PageRequest(station + "/observations/latest")).checked(site: site, area: nil),
        let properties = try? latest.json(site: site)["properties"]
      else { continue }
      let observation = WeatherGovObservation(properties, url: latest.url)
      guard observation.isOf(station), observation.isRecent(at: now) else { continue }
      if observation.quantity("temperature")?.temperature != nil { return observation }
      if partial == nil, observation.saysAnything { partial = observation }
    }
    return partial
  }

  /// Whether it is the station's that was asked, as far as it says.
  private func isOf(_ station: String) -> Bool {
    guard let own = properties["station"]?.string?.split(separator: "/").last else { return true }
    return station.split(separator: "/").last.map { $0.lowercased() == own.lowercased() } ?? true
  }

  /// Whether it is of the last three hours. A station that is silent for days still has a latest observation, and one whose
  /// time cannot be read may be of any day.
  private func isRecent(at now: LocalTime) -> Bool {
    guard let observed = properties["timestamp"]?.string.flatMap({ LocalTime($0) }) else { return false }
    return now.secondsSince1970 - observed.secondsSince1970 <= Self.oldest
  }

  /// Whether any value in it can be believed, or words for the weather stand in it.
  private var saysAnything: Bool {
    let now = conditions(zone: nil)
    return now.description != nil || now.humidity != nil || now.wind.speed != nil || now.dewPoint != nil
      || now.pressure != nil || now.visibility != nil
  }

  /// What was observed, by the clocks of a zone.
  func conditions(zone: String?) -> CurrentConditions {
    var now = CurrentConditions()
    let observed = properties["timestamp"]?.string.flatMap { LocalTime($0) }
    now.observed = zone.flatMap { observed?.at(timeZone: $0) } ?? observed
    now.description = Cell(properties["textDescription"])?.words
    // It is computed from the temperatures; its digits mean nothing.
    now.humidity = quantity("relativeHumidity")?.percentage?.rounded(decimals: 0)
    now.pressure = quantity("seaLevelPressure")?.pressure ?? quantity("barometricPressure")?.pressure
    now.visibility = quantity("visibility")?.distance
    now.temperature = quantity("temperature")?.temperature
    // The service computes them from the temperature without a look at what its quality control says of that.
    if !isRejected("temperature") {
      now.feelsLike = quantity("windChill")?.feelsLike ?? quantity("heatIndex")?.feelsLike
    }
    now.dewPoint = quantity("dewpoint")?.temperature
    let wind = quantity("windSpeed")?.speed
    let degrees = quantity("windDirection")?.degrees
    // A calm is reported as 0 from 0°, which is no wind from the north.
    now.wind = Wind(
      speed: wind, gust: quantity("windGust")?.gust, degrees: wind?.value == 0 && degrees == 0 ? nil : degrees)
    return now
  }

  /// A value of the observation, with its unit; nil where quality control rejected or questioned it.
  private func quantity(_ name: String) -> WeatherGovQuantity? {
    isRejected(name) ? nil : WeatherGovQuantity(properties[name])
  }

  /// Whether the service's own quality control does not let a value pass.
  private func isRejected(_ name: String) -> Bool {
    guard let flag = properties[name]?["qualityControl"], !flag.isNull else { return false }
    // The flag may carry the name of its table: `qc:V`.
    guard let code = flag.string?.split(separator: ":", omittingEmptySubsequences: false).last else { return true }
    return !Self.passing.contains(code.uppercased())
  }

  /// The flags of values that were not found wrong (MADIS, QC Data Descriptor Values,
  /// https://madis-data.cprk.ncep.noaa.gov/doc/qc_info.txt): Z no quality control yet, C, S and V passed one, two and three
  /// levels of checks, G found good by a person, T air temperature in place of the virtual one. The others are X, rejected,
  /// Q, questioned, B, found bad by a person, I and W, which are estimates.
  private static let passing: Set<String> = ["", "Z", "C", "S", "V", "G", "T"]

  /// The addresses of the stations in the order of the list's own distances; in the list's order, nearest first, where it
  /// gives none.
  private static func stations(_ list: JSON) -> [String] {
    let stations = (list["features"]?.elements ?? []).compactMap { feature in
      (WeatherGovLink.url(feature["id"]) ?? WeatherGovLink.url(feature.at("properties", "@id"))).map { url in
        (url: url, distance: WeatherGovQuantity(feature.at("properties", "distance"))?.number)
      }
    }
    if stations.isEmpty { return (list["observationStations"]?.elements ?? []).compactMap { WeatherGovLink.url($0) } }
    let measured = stations.compactMap { station in station.distance.map { (url: station.url, distance: $0) } }
    guard measured.count == stations.count else { return stations.map(\.url) }
    // Equal distances stay in the list's order.
    return measured.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }.map(\.element.url)
  }
}
