import Basics
public import Weather

/// Gathers the hours of a source that knows no days into the calendar days of the place.
///
/// The times carry the place's own offset, so that each says which day it belongs to. A day that is under way is filled with
/// hours of earlier answers (``earlier``); one that still lacks its beginning says where it begins (``DayForecast/from``).
///
/// What holds for a whole day (high and low, the strongest wind, the highest UV index, the sum of rain) is only told where
/// half of the day or more is known, and nothing longer than a step is missing in its middle or at its end: the extremes may
/// lie there. That is measured in time and not in rows: a sample stands for the time up to the next one, and for none where
/// that is more than six hours away.
public struct HoursIntoDays: Sendable {
  /// The instants, in order.
  public private(set) var hours: [HourForecast]
  /// The rows of earlier answers; those before the first instant count, because a newer answer is always the better one.
  public var earlier: [HourForecast] = []
  /// The highest and lowest temperatures of periods, where the source states them.
  public var temperatures: [Interval<Temperature>] = []
  /// What falls in which period, in order and none of them twice; nil where the source does not say how much.
  public var rain: [Interval<Precipitation?>] = []
  /// The words for periods.
  public var words: [Interval<String>] = []

  /// A gathering of hours; what is known of periods is added to it.
  public init(hours: [HourForecast] = []) {
    self.hours = hours
    for index in hours.indices.dropFirst() { setStep(of: index - 1, until: hours[index].time) }
  }

  /// Adds the next hour, and says of the one before how many hours it holds.
  ///
  /// - Parameters:
  ///   - site: the site's name, for sentences.
  ///   - url: the answer's address.
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

  /// Tells what falls in the last hour that was added.
  public mutating func setRain(ofLastHour rain: Precipitation?, chance: Percentage?) {
    guard let last = hours.indices.last else { return }
    hours[last].precipitation = rain
    hours[last].precipitationChance = chance
  }

  /// Tells what falls in the last hour that was added, and how many hours its row holds.
  public mutating func setPrecipitation(ofLastHour precipitation: Precipitation?, hours count: Int) {
    guard let last = hours.indices.last else { return }
    hours[last].precipitation = precipitation
    hours[last].hours = count
  }

  /// Tells the words and the chance of precipitation of the last hour that was added, where it has none.
  mutating func describeLastHour(_ description: String?, chance: Percentage?) {
    guard let last = hours.indices.last else { return }
    hours[last].description = hours[last].description ?? description
    hours[last].precipitationChance = hours[last].precipitationChance ?? chance
  }

  /// Says of the last row that it holds as long as the one before.
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

  /// The days in order.
  ///
  /// A last day that is cut off in its morning is left out.
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
