import Weather

/// What is said of today.
struct SpeakToday {
  /// A line each for the weather, the wind and rain, and the sun.
  let lines: [String]

  /// The sentences about today.
  init(_ report: Report, _ words: SpeakWords) {
    let (now, day) = (report.current, report.days.first)
    let temperature = now?.temperature.map { "\(words.degreesWithUnit($0)) now" } ?? "temperature now unknown"
    let range = words.range(day, tonight: report.lowFollowsHigh ? " tonight" : "", tellsUnit: now?.temperature == nil)
    var weather =
      "Today in \(words.name(of: report)): \(words.description(now?.description ?? day?.description)), \(temperature), "
      + "\(range)."
    if let felt = now?.feelsLike, let air = now?.temperature, words.number(felt.value) != words.number(air.value) {
      weather += " It feels like \(words.number(felt.value))."
    }
    let details = ReportRow.now(report)
    let air = [
      words.wind(details.wind), words.rain(day?.precipitationChance, day?.precipitation, day?.description),
      details.humidity.map { "humidity \(words.number($0)) percent" },
    ]
    let sun = [
      day?.sunState.map { "the sun \($0.words)" },
      day?.sunrise.map { "sunrise at \(words.values.clock($0))" },
      day?.sunset.map { "sunset at \(words.values.clock($0))" },
    ]
    let isToday = day?.date == report.today
    let rest = RowSpan.rest(from: day?.from, isToday: isToday) { words.values.clock($0) }
      .map { "What is said of high, low and rain is \(isToday ? "for the " : "")\($0)." }
    lines =
      [weather] + [rest].compactMap { $0 }
      + [air, sun].map { $0.compactMap { $0?.sentence }.joined(separator: " ") }.filter { !$0.isEmpty }
  }
}
