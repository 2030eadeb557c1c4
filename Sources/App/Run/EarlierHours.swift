import Basics
import Scraping
import Weather
import Web

/// The rows of hours that are kept from run to run, for sources that know no days: the hours of today that have gone by are
/// in no new answer, and without them the rest of a day would be all that is known of it.
///
/// Only the network's answers are kept: under `--replay`, and with `--record`, whose recording has to print the same, there
/// are no earlier hours.
struct EarlierHours {
  private let source: PageSource
  /// What the rows are kept under; nil where none are kept.
  private let name: String?
  let rows: [HourForecast]

  /// Reads what is kept for a question; nothing for a source that has days of its own.
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
    // However old they are: what counts is the day that each belongs to.
    let note = source.network?.note(name, CachePolicy(mode: .onlyIfCached, defaultLifetime: 0))
    let kept = note.flatMap { ForecastRecord.forecast($0.content) }?.hours ?? []
    rows = Self.current(kept, now: source.clock)
  }

  static func name(_ parser: String, area: String, zone: String, base: BaseAddress?) -> String {
    ["hours \(KeptForecast.layout)", Version.number, parser, base?.name ?? "", area, zone].joined(separator: "\n")
  }

  /// Keeps the rows of a new answer, and of the earlier ones what the new one does not have: of today and tomorrow, by the
  /// place's clocks.
  func keep(_ new: [HourForecast], of answers: [CachedAnswer]) {
    // Of an answer that was kept itself, the rows are kept since it came.
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
