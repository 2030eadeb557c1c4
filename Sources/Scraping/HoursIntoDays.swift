import Basics
public import Weather

/// Gathers the hours of a source that knows no days into the calendar days of the place.
///
/// The times carry the place's own offset. A day that is under way is filled with hours of earlier answers (``earlier``); one
/// that still lacks its beginning says where it begins (``DayForecast/from``).
///
/// Extremes and sums of a day are given only where values cover at least half of it and leave no gap longer than a step in its
/// middle or at its end, where the extreme may lie. A row's value covers the time up to the next row, if that is at most six
/// hours away.
public struct HoursIntoDays: Sendable {
  /// The rows, in order.
  public private(set) var hours: [HourForecast]
  /// The rows of earlier answers; only those before the first row of the new answer are used.
  public var earlier: [HourForecast] = []
  /// The highest and lowest temperatures of periods, where the source states them.
  public var temperatures: [Interval<Temperature>] = []
  /// The precipitation of periods, in order and without overlaps; nil where the source does not give it.
  public var rain: [Interval<Precipitation?>] = []
  /// The words for periods.
  public var words: [Interval<String>] = []

  /// Begins with some hours; values of periods are added afterwards.
  public init(hours: [HourForecast] = []) {
    self.hours = hours
    for index in hours.indices.dropFirst() { setStep(of: index - 1, until: hours[index].time) }
  }

  /// Adds the next hour, and sets how many hours the one before holds.
  ///
  /// - Throws: ``ScrapingError/implausible(site:field:value:reason:url:)`` where it does not come after the one before.
  public mutating func add(_ hour: HourForecast, site: String, url: String) throws(ScrapingError) {
    if let last = hours.last, last.time >= hour.time {
      throw .implausible(
        site: site, field: "the hour behind \(last.time)", value: "\(hour.time)",
        reason: "hours come in order and once", url: url)
    }
    if !hours.isEmpty { setStep(of: hours.count - 1, until: hour.time) }
    hours.append(hour)
  }

  /// Sets the precipitation of the last hour.
  public mutating func setRain(ofLastHour rain: Precipitation?, chance: Percentage?) {
    guard let last = hours.indices.last else { return }
    hours[last].precipitation = rain
    hours[last].precipitationChance = chance
  }

  /// Sets the precipitation of the last row, and how many hours it holds.
  public mutating func setPrecipitation(ofLastHour precipitation: Precipitation?, hours count: Int) {
    guard let last = hours.indices.last else { return }
    hours[last].precipitation = precipitation
    hours[last].hours = count
  }

  /// Sets the words and the chance of precipitation of the last hour, where it has none.
  mutating func describeLastHour(_ description: String?, chance: Percentage?) {
    guard let last = hours.indices.last else { return }
    hours[last].description = hours[last].description ?? description
    hours[last].precipitationChance = hours[last].precipitationChance ?? chance
  }

  /// Lets the last row hold as long as the one before.
  mutating func setLastStep() {
    guard let last = hours.indices.last, last > 0, hours[last].hours == nil else { return }
    hours[last].hours = hours[last - 1].hours
  }

  /// A row holds until the next one begins.
  private mutating func setStep(of index: Int, until next: LocalTime) {
    let seconds = next.secondsSince1970 - hours[index].time.secondsSince1970
    let isWhole = seconds % 3600 == 0 && (1...HourForecast.longest).contains(seconds / 3600)
    hours[index].hours = isWhole ? seconds / 3600 : nil
  }

  /// The days in order, without a last day that is cut off in its morning.
  public var days: [DayForecast] {
    let past = hours.first.map { first in
      earlier.filter { $0.end <= first.time.secondsSince1970 }.sorted { $0.time < $1.time }
    }
    let known = GatheredHours(self, past: past ?? [])
    return known.dates.indices.compactMap { known.day(at: $0) }
  }
}

extension HourForecast {
  /// The moment behind the row, in seconds since 1970; an hour after its beginning where it does not say how long it holds.
  var end: Int { time.secondsSince1970 + (hours ?? 1) * 3600 }
}
