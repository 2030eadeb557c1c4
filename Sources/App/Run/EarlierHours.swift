import Basics
import Scraping
import Weather
import Web

/// Hourly rows stored between runs, for sources without daily ones: today's past hours are in no new answer, and
/// without them only the rest of the day would be known.
///
/// Only used with the network: not under `--replay`, nor with `--record`, whose recording must replay to the same
/// output.
struct EarlierHours {
  private let source: PageSource
  /// The cache key; nil if rows are not stored.
  private let name: String?
  let rows: [HourForecast]

  /// Reads the stored rows for a query; none for a source that has daily rows.
  init(_ parser: any ForecastParser, _ query: ForecastQuery, base: BaseAddress?, context: RunContext) {
    source = context.source
    guard parser.facts.makesDaysOfHours, source.isLive, context.plan.options.record == nil,
      let zone = query.placeTimeZone
    else {
      name = nil
      rows = []
      return
    }
    let name = Self.name(parser.name, area: query.area, zone: zone, base: base)
    self.name = name
    // Of any age: what counts is each row's date.
    let note = source.network?.note(name, CachePolicy(mode: .onlyIfCached, defaultLifetime: 0))
    let kept = note.flatMap { ForecastRecord.forecast($0.content) }?.hours ?? []
    rows = Self.current(kept, now: source.clock)
  }

  static func name(_ parser: String, area: String, zone: String, base: BaseAddress?) -> String {
    ["hours \(KeptForecast.layout)", Version.number, parser, base?.name ?? "", area, zone].joined(separator: "\n")
  }

  /// Stores the rows of a new answer, and earlier ones that it does not have: today's and tomorrow's at the place.
  func keep(_ new: [HourForecast], of answers: [CachedAnswer]) {
    // The rows of a cached answer were stored when it was fetched.
    guard let name, let first = new.first, !answers.contains(where: { $0.isReused }) else { return }
    var forecast = Forecast()
    forecast.hours = Self.current(
      rows.filter { $0.time < first.time } + new.filter { $0.hours == 1 }, now: source.clock)
    if forecast.hours.isEmpty { return }
    source.network?.keep(ForecastRecord.bytes(of: forecast), note: name, of: answers)
  }

  /// The rows of today and tomorrow at the place.
  private static func current(_ rows: [HourForecast], now: LocalTime) -> [HourForecast] {
    rows.filter { row in
      let today = now.at(offset: row.time.offset).day
      return row.time.day == today || row.time.day == today + 1
    }
  }
}
