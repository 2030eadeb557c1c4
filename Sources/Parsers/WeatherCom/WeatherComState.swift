internal import Markup
internal import Scraping
internal import Weather

/// The state that a script embeds in the page: `window.__data={…}` or `window.__data=JSON.parse("…")`.
///
/// It holds the answers of the site's own services, in stores (`dal.DailyForecast`) of buckets
/// (`geocode:52.38,4.90;language:en-US;units:m`). Several buckets and stores may stand side by side; what counts is loaded,
/// has data, and lies at the page's place.
struct WeatherComState {
  /// The page's place; nil where the state does not make it certain.
  let place: WeatherComPlace?
  private let dal: JSON

  /// The state of a page whose heading shows a place's name; nil where none stands in it, or where it is cut off or broken.
  init?(_ body: [UInt8], shown: String?) {
    guard let json = EmbeddedJSON.first(behind: "window.__data", in: body), let dal = json["dal"] else { return nil }
    self.dal = dal
    place = WeatherComPlace(state: json, dal: dal, shown: shown)
  }

  /// Records of the conditions of the moment, of days or of hours: the longest that counts, the first in order of the keys
  /// among equals; empty where there is none.
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
      // Without a place that is certain, buckets of one place only can be believed.
      let places = Set(buckets.map { WeatherComPlace.mark(in: $0.key) })
      if places.count > 1 { return nil }
    }
    return buckets.sorted { $0.key < $1.key }.max { $0.records.count < $1.records.count }?.records
  }

  /// The one sure mark of the units: `units` and a letter anywhere in a bucket's key.
  ///
  /// e is °F, mph, inches and miles; m is °C, km/h, millibars and kilometres; h is m with mph and miles, as in Britain.
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
