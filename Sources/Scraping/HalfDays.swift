import Basics
public import Weather

/// Pairs days with the nights that follow them, for sources that speak of days and nights.
public enum HalfDays {
  /// A row for each date, in the order in which the dates come.
  ///
  /// The high is the day's, the low that of the night after it; words, wind, chance, humidity and UV index are the day's,
  /// and the night's where there is no day: in the evening it is over. Of two halves of the same kind and date (`This
  /// Afternoon` and `Late Afternoon`) the first counts, which is the one that is nearer.
  public static func days(_ halves: [HalfDay]) -> [DayForecast] {
    var dates: [CalendarDay] = []
    var lit: [CalendarDay: HalfDay] = [:]
    var dark: [CalendarDay: HalfDay] = [:]
    for half in halves {
      if lit[half.date] == nil, dark[half.date] == nil { dates.append(half.date) }
      if half.isNight {
        dark[half.date] = dark[half.date] ?? half
      } else {
        lit[half.date] = lit[half.date] ?? half
      }
    }
    return dates.map { date in
      let shown = lit[date] ?? dark[date]
      var day = DayForecast(date: date)
      day.high = lit[date]?.temperature
      day.low = dark[date]?.temperature
      day.description = shown?.description
      day.precipitationChance = shown?.precipitationChance
      day.wind = shown?.wind ?? Wind()
      day.humidity = shown?.humidity
      day.uvIndex = shown?.uvIndex
      return day
    }
  }
}
