internal import Markup
internal import Scraping
internal import Weather

/// The state that a script embeds in the page: `window.__data={…}` or `window.__data=JSON.parse("…")`.
///
/// It contains answers of the site's own services, in stores (`dal.DailyForecast`) with buckets
/// (`geocode:52.38,4.90;language:en-US;units:m`). There may be several of both; only buckets that are loaded, have
/// data, and are for the page's place are used.
struct WeatherComState {
  /// The page's place; nil if the state leaves it ambiguous.
  let place: WeatherComPlace?
  private let dal: JSON

  /// Parses a page's state; nil if there is none, or if it is truncated or malformed. `shown` is the name in the
  /// heading.
  init?(_ body: [UInt8], shown: String?) {
    guard let json = EmbeddedJSON.first(behind: "window.__data", in: body), let dal = json["dal"] else { return nil }
    self.dal = dal
    place = WeatherComPlace(state: json, dal: dal, shown: shown)
  }

  /// The records for current conditions, days or hours: from the bucket with the most records, among equals the first
  /// by key; nil if there is none.
  func records(_ shape: WeatherComRecords.Shape) -> WeatherComRecords? {
    var buckets: [(key: String, records: WeatherComRecords)] = []
    for store in dal.members where shape.stores.contains(where: { store.key.hasPrefix($0) }) {
      for bucket in store.value.members {
        guard bucket.value["loaded"]?.bool != false, let data = bucket.value["data"],
          let units = Self.units(bucket.key), let records = WeatherComRecords(shape, data, units: units),
          records.count > 0
        else { continue }
        buckets.append(("\(store.key) \(bucket.key)", records))
      }
    }
    buckets = buckets.filter { place?.holds(bucket: $0.key) ?? true }
    if place == nil {
      // If the place is ambiguous, all buckets must be for the same place.
      let places = Set(buckets.map { WeatherComPlace.mark(in: $0.key) })
      if places.count > 1 { return nil }
    }
    return buckets.sorted { $0.key < $1.key }.max { $0.records.count < $1.records.count }?.records
  }

  /// The units of a bucket, from `units` and a letter anywhere in its key.
  ///
  /// e: °F, mph, inches and miles; m: °C, km/h, millibars and kilometres; h: like m, but mph and miles, as in Britain.
  static func units(_ key: String) -> UnitSystem? {
    let parts = key.split { !$0.isLetter && !$0.isNumber }
    guard let name = parts.firstIndex(of: "units"), name + 1 < parts.count else { return nil }
    switch parts[name + 1] {
    case "e": return .imperial
    case "m": return .metric
    case "h":
      return UnitSystem(.celsius, .milesPerHour, .hectopascals, .miles, .millimeters)
    default: return nil
    }
  }
}
