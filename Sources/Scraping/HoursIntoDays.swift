public import Weather

/// Gathers the hours of a source that knows no days into the calendar days of the place.
///
/// The times carry the place's own offset, so that each says which day it belongs to. The day that is under way consists of
/// the hours that are left of it.
public struct HoursIntoDays: Sendable {
  /// The instants, in order.
  public private(set) var hours: [HourForecast]
  /// The highest and lowest temperatures of periods, where the source states them.
  public var temperatures: [Spell<Temperature>] = []
  /// What falls in which period, in order and none of them twice; nil where the source does not say how much.
  public var rain: [Spell<Precipitation?>] = []
  /// The words for periods.
  public var words: [Spell<String>] = []

  /// A gathering of hours; what is known of periods is added to it.
  public init(hours: [HourForecast] = []) {
    self.hours = hours
  }

  /// Adds the next hour.
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
    hours.append(hour)
  }

  /// Tells what falls in the last hour that was added.
  public mutating func setRain(ofLastHour rain: Precipitation?, chance: Percentage?) {
    guard let last = hours.indices.last else { return }
    hours[last].precipitation = rain
    hours[last].precipitationChance = chance
  }

  /// The days in order.
  ///
  /// A last day that is cut off in its morning is left out: the high of a few hours after midnight would be none.
  public var days: [DayForecast] {
    let hours = Dictionary(grouping: hours) { $0.time.day }
    var temperatures: [CalendarDay: [Spell<Temperature>]] = [:]
    // A period that reaches over midnight says nothing certain about either day; its instants do.
    for spell in self.temperatures { if let day = spell.day { temperatures[day, default: []].append(spell) } }
    let rain = Dictionary(grouping: self.rain.indices) { self.rain[$0].middle.day }
    let words = Dictionary(grouping: self.words) { $0.middle.day }
    return hours.keys.sorted().compactMap { date in
      let hours = hours[date] ?? []
      let temperatures = temperatures[date] ?? []
      let last = (hours.map(\.time) + temperatures.map { $0.end.at(offset: $0.start.offset) }).max()
      if let last, last.day == date, last.secondsOfDay < Self.noon { return nil }
      var day = DayForecast(date: date)
      let reached = hours.compactMap(\.temperature) + temperatures.map(\.value)
      day.high = reached.max { $0.exactly(in: .celsius) < $1.exactly(in: .celsius) }
      day.low = reached.min { $0.exactly(in: .celsius) < $1.exactly(in: .celsius) }
      day.wind = strongestWind(hours)
      day.precipitation = sum(rain[date] ?? [])
      day.uvIndex = mostly(hours.map(\.uvIndex)).max()
      day.description = wordsAroundNoon(words[date] ?? [])
      return day
    }
  }

  private static let noon = 43_200

  /// The strongest wind with the direction that it has then, and the strongest gust, whenever it blows.
  private func strongestWind(_ hours: [HourForecast]) -> Wind {
    func speed(_ value: Speed?) -> Double { value?.exactly(in: .metersPerSecond) ?? -1 }
    var wind = hours.map(\.wind).max { speed($0.speed) < speed($1.speed) } ?? Wind()
    wind.gust = mostly(hours.map(\.wind.gust)).max { speed($0) < speed($1) }
    return wind
  }

  /// The known ones of a day's values, none where most are unknown: sources give gusts and UV for the first days only, and
  /// the two hours after midnight that end them are not the day.
  private func mostly<Value>(_ values: [Value?]) -> [Value] {
    let known = values.compactMap { $0 }
    return known.count * 2 > values.count ? known : []
  }

  /// What falls in a day's periods, a period counting for the day that the most of it lies in; nil where one of them is
  /// unknown, or there is none for a part of the day.
  private func sum(_ indices: [Int]) -> Precipitation? {
    guard let first = indices.first, let last = indices.last, let unit = rain[first].value?.unit else { return nil }
    for index in indices.dropFirst() where !follows(index) { return nil }
    let midnight = CalendarDay(number: rain[last].middle.day.number + 1)
    let reachesTheEnd = LocalTime(midnight, seconds: 0, offset: rain[last].end.offset) <= rain[last].end
    let goesOn = last + 1 < rain.count && follows(last + 1)
    let begins = first == 0 || follows(first) || rain[first].start.secondsOfDay == 0
    guard begins, reachesTheEnd || goesOn else { return nil }
    var sum = 0.0
    for index in indices {
      guard let value = rain[index].value else { return nil }
      sum += value.exactly(in: unit)
    }
    // Tenths that were added in binary become tenths again.
    return Precipitation(sum.rounded(decimals: 3), unit)
  }

  /// Whether a period of rain begins where the one before it ends, whatever the clocks show.
  private func follows(_ index: Int) -> Bool {
    rain[index].start.secondsSince1970 == rain[index - 1].end.secondsSince1970
  }

  /// The words of the period whose middle is nearest to noon, of two the longer one's.
  private func wordsAroundNoon(_ words: [Spell<String>]) -> String? {
    func distance(_ spell: Spell<String>) -> Int {
      // Half minutes do not matter, and the middle lies half a second early.
      (abs(spell.middle.secondsOfDay - Self.noon) + 30) / 60
    }
    return words.min { (distance($0), -$0.length) < (distance($1), -$1.length) }?.value
  }
}
