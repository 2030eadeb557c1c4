import Basics
import Weather

/// All hourly and period values of several days, from which daily rows are computed.
struct GatheredHours {
  private let byDay: [CalendarDay: [HourForecast]]
  private let temperatures: [CalendarDay: [Interval<Temperature>]]
  private let rain: [Interval<Precipitation?>]
  private let rainByDay: [CalendarDay: [Int]]
  private let words: [CalendarDay: [Interval<String>]]
  /// The dates that have rows, in order.
  let dates: [CalendarDay]

  /// Combines the rows and periods of an answer with rows of earlier answers that precede them.
  init(_ answer: HoursIntoDays, past: [HourForecast]) {
    byDay = Dictionary(grouping: past + answer.hours) { $0.time.day }
    func interval<Value: Sendable>(_ value: Value, _ field: Field, of row: HourForecast) -> Interval<Value> {
      Interval(
        value, from: row.time, to: row.time + (row.end - row.time.secondsSince1970), found: row.values.origin(of: field)
      )
    }
    let firstRain = answer.rain.first?.start ?? answer.hours.first?.time
    let pastRain = past.filter { row in firstRain.map { row.end <= $0.secondsSince1970 } ?? true }
    let rain = pastRain.map { interval($0.precipitation, .precipitation, of: $0) } + answer.rain
    let pastWords = past.compactMap { row in row.description.map { interval($0, .description, of: row) } }
    // A period across midnight cannot be assigned to either day; its hourly values can.
    temperatures = Dictionary(grouping: answer.temperatures.filter { $0.day != nil }) { $0.start.day }
    self.rain = rain
    rainByDay = Dictionary(grouping: rain.indices) { rain[$0].middle.day }
    words = Dictionary(grouping: pastWords + answer.words) { $0.middle.day }
    dates = byDay.keys.sorted()
  }

  /// The row of a day by its index in `dates`; nil if the data end before its noon.
  func day(at index: Int) -> DayForecast? {
    let date = dates[index]
    let hours = byDay[date] ?? []
    let temperatures = temperatures[date] ?? []
    let last = (hours.map(\.time) + temperatures.map { $0.end.at(offset: $0.start.offset) }).max()
    if let last, last.day == date, last.secondsOfDay < Self.noon { return nil }
    // The last row before midnight may extend into this day.
    let before = index > 0 ? byDay[dates[index - 1]]?.last : nil
    let after = index + 1 < dates.count ? byDay[dates[index + 1]]?.first : nil
    let bounds = Self.bounds(of: date, before: before ?? hours.first, after: after ?? hours.last)
    let rows = (before.map { [$0] } ?? []) + hours
    let measured = Coverage.ranges(rows) { $0.temperature != nil } + temperatures.map(\.range)
    let temperature = Coverage(measured)
    let beginning = temperature.beginning(in: bounds) ?? others(rows, date).beginning(in: bounds)
    var day = DayForecast(date: date)
    if let beginning, beginning > bounds.lowerBound {
      day.from = LocalTime(secondsSince1970: beginning, offset: hours.first?.time.offset ?? 0)
    }
    let start = beginning ?? bounds.lowerBound
    if temperature.holdsExtremes(of: bounds, from: start) {
      let reached =
        hours.compactMap { hour in hour.temperature.map { ($0, hour.values.origin(of: .temperature)) } }
        + temperatures.map { ($0.value, $0.origin) }
      let high = reached.max { $0.0.exactly(in: .celsius) < $1.0.exactly(in: .celsius) }
      let low = reached.min { $0.0.exactly(in: .celsius) < $1.0.exactly(in: .celsius) }
      day.values.set(high.map { .measured($0.0) }, of: .high, from: high?.1)
      day.values.set(low.map { .measured($0.0) }, of: .low, from: low?.1)
    }
    func isKnown(_ isKnown: (HourForecast) -> Bool) -> Bool {
      Coverage(Coverage.ranges(rows, knowing: isKnown)).holdsExtremes(of: bounds, from: start)
    }
    func speed(_ value: Speed?) -> Double { value?.exactly(in: .metersPerSecond) ?? -1 }
    // The strongest wind with its direction, and the strongest gust. Wind, gust and UV index each need sufficient
    // coverage: sources give gusts and UV for the first days only, and the few hours after the last midnight are not a
    // day.
    func take(_ fields: [Field], of hour: HourForecast?) {
      for field in fields { if let hour { day.values.take(field, of: hour.values, as: field) } }
    }
    if isKnown({ $0.wind.speed != nil }) {
      take(
        [.windSpeed, .windDirection, .windDegrees], of: hours.max { speed($0.wind.speed) < speed($1.wind.speed) })
    }
    if isKnown({ $0.wind.gust != nil }) {
      take([.windGust], of: hours.max { speed($0.wind.gust) < speed($1.wind.gust) })
    }
    if isKnown({ $0.uvIndex != nil }) { take([.uvIndex], of: hours.max { $0.uvIndex ?? -1 < $1.uvIndex ?? -1 }) }
    let falls = rainByDay[date] ?? []
    day.values.set(
      sum(falls, from: start, bounds).map { .measured($0) }, of: .precipitation,
      from: falls.first.flatMap { rain[$0].origin })
    let description = wordsAroundNoon(words[date] ?? [])
    day.values.set(description.map { .words($0.value) }, of: .description, from: description?.origin)
    return day
  }

  private static let noon = 43_200

  /// From local midnight to midnight, 23 to 25 hours. If clocks change on that day, the offsets of the adjacent rows
  /// apply.
  private static func bounds(of date: CalendarDay, before: HourForecast?, after: HourForecast?) -> Range<Int> {
    let start = LocalTime(date, seconds: 0, offset: before?.time.offset ?? 0)
    let end = LocalTime(date + 1, seconds: 0, offset: after?.time.offset ?? 0)
    return start.secondsSince1970..<max(start.secondsSince1970, end.secondsSince1970)
  }

  /// The times for which anything but the temperature is known.
  private func others(_ rows: [HourForecast], _ date: CalendarDay) -> Coverage {
    var falls = rainByDay[date] ?? []
    if let first = falls.first, first > 0 { falls.insert(first - 1, at: 0) }
    return Coverage(
      Coverage.ranges(rows) { $0.wind.speed != nil || $0.description != nil }
        + falls.filter { rain[$0].value != nil }.map { rain[$0].range } + (words[date] ?? []).map(\.range))
  }

  /// The sum of a day's precipitation periods; a period counts for the day of its middle. Nil if an amount is unknown,
  /// if the periods do not cover the time from `beginning` to the end of the day, or if less than half of the day is
  /// left.
  private func sum(_ indices: [Int], from beginning: Int, _ bounds: Range<Int>) -> Precipitation? {
    let isWhole = beginning <= bounds.lowerBound
    // Precipitation before the first other value is not counted.
    let indices = isWhole ? indices : indices.filter { rain[$0].start.secondsSince1970 >= beginning }
    guard let first = indices.first, let last = indices.last, let unit = rain[first].value?.unit,
      (bounds.upperBound - beginning) * 2 >= bounds.count
    else { return nil }
    for index in indices.dropFirst() where !follows(index) { return nil }
    let reachesTheEnd = rain[last].end.secondsSince1970 >= bounds.upperBound
    let goesOn = last + 1 < rain.count && follows(last + 1)
    let begins = rain[first].start.secondsSince1970 <= beginning || (first > 0 && follows(first) && isWhole)
    guard begins, reachesTheEnd || goesOn else { return nil }
    var sum = 0.0
    for index in indices {
      guard let value = rain[index].value else { return nil }
      sum += value.exactly(in: unit)
    }
    // Removes binary rounding errors.
    return Precipitation(sum.rounded(decimals: 3), unit)
  }

  /// True if a precipitation period starts where the previous one ends.
  private func follows(_ index: Int) -> Bool {
    rain[index].start.secondsSince1970 == rain[index - 1].end.secondsSince1970
  }

  /// The description of the period whose middle is nearest to noon; of two, the longer one's.
  private func wordsAroundNoon(_ words: [Interval<String>]) -> Interval<String>? {
    func distance(_ interval: Interval<String>) -> Int {
      // Compared in minutes; the middle is up to half a second early.
      (abs(interval.middle.secondsOfDay - Self.noon) + 30) / 60
    }
    return words.min { (distance($0), -$0.length) < (distance($1), -$1.length) }
  }
}
