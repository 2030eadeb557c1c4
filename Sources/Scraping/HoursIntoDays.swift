import Basics
public import Weather

/// Computes calendar days at the place from hourly rows, for sources without daily ones.
///
/// Times carry the place's UTC offset. Today's earlier hours come from previous answers (``earlier``); a day that still
/// lacks its start has ``DayForecast/from``.
///
/// Extremes and sums are given only if values cover at least half of the day and leave no gap longer than a step in its
/// middle or at its end, where the extreme may lie. A row's value holds until the next row, if that is at most six
/// hours away.
public struct HoursIntoDays: Sendable {
  /// The rows in order.
  public private(set) var hours: [HourForecast]
  /// Rows of earlier answers; only those before the first new row are used.
  public var earlier: [HourForecast] = []
  /// Highest and lowest temperatures of periods, if the source gives them.
  public var temperatures: [Interval<Temperature>] = []
  /// Precipitation of periods, in order and without overlaps; nil values are unknown.
  public var rain: [Interval<Precipitation?>] = []
  /// Descriptions of periods.
  public var words: [Interval<String>] = []

  /// Starts with some rows; values of periods are added afterwards.
  public init(hours: [HourForecast] = []) {
    self.hours = hours
    for index in hours.indices.dropFirst() { setStep(of: index - 1, until: hours[index].time) }
  }

  /// Appends a row, and sets the length of the previous one.
  ///
  /// - Throws: ``ScrapingError/implausible(site:field:value:reason:url:)`` if it does not follow the previous one in
  ///   time.
  public mutating func add(_ hour: HourForecast, site: String, url: String) throws(ScrapingError) {
    if let last = hours.last, last.time >= hour.time {
      throw .implausible(
        site: site, field: "the hour behind \(last.time)", value: "\(hour.time)",
        reason: "hours come in order and once", url: url)
    }
    if !hours.isEmpty { setStep(of: hours.count - 1, until: hour.time) }
    hours.append(hour)
  }

  /// Sets the precipitation and its chance of the last row.
  public mutating func setRain(ofLastHour rain: Precipitation?, chance: Percentage?) {
    guard let last = hours.indices.last else { return }
    hours[last].precipitation = rain
    hours[last].precipitationChance = chance
  }

  /// Sets the precipitation and the length of the last row.
  public mutating func setPrecipitation(ofLastHour precipitation: Precipitation?, hours count: Int) {
    guard let last = hours.indices.last else { return }
    hours[last].precipitation = precipitation
    hours[last].hours = count
  }

  /// Sets the description and the chance of precipitation of the last row if it has none.
  mutating func describeLastHour(_ description: String?, chance: Percentage?) {
    guard let last = hours.indices.last else { return }
    hours[last].description = hours[last].description ?? description
    hours[last].precipitationChance = hours[last].precipitationChance ?? chance
  }

  /// Gives the last row the same length as the one before.
  mutating func setLastStep() {
    guard let last = hours.indices.last, last > 0, hours[last].hours == nil else { return }
    hours[last].hours = hours[last - 1].hours
  }

  /// Sets a row's length up to the next row.
  private mutating func setStep(of index: Int, until next: LocalTime) {
    let seconds = next.secondsSince1970 - hours[index].time.secondsSince1970
    let isWhole = seconds % 3600 == 0 && (1...HourForecast.longest).contains(seconds / 3600)
    hours[index].hours = isWhole ? seconds / 3600 : nil
  }

  /// The daily rows in order; a last day whose data end before noon is left out.
  public var days: [DayForecast] {
    let past = hours.first.map { first in
      earlier.filter { $0.end <= first.time.secondsSince1970 }.sorted { $0.time < $1.time }
    }
    let known = GatheredHours(self, past: past ?? [])
    return known.dates.indices.compactMap { known.day(at: $0) }
  }
}

extension HourForecast {
  /// The row's end in seconds since 1970; an unknown length counts as one hour.
  var end: Int { time.secondsSince1970 + (hours ?? 1) * 3600 }
}
