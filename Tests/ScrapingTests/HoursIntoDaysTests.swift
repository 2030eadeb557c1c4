import Basics
import Scraping
import Testing
import Weather

@Suite struct HoursIntoDaysTests {
  private let monday = CalendarDay(number: 20_000)

  /// A moment so many hours after Monday's midnight, two hours east of Greenwich.
  private func time(_ hours: Int) -> LocalTime { LocalTime(monday, seconds: hours * 3600, offset: 7200) }

  private func hour(_ hours: Int, _ temperature: Double?, wind: Double? = nil, from degrees: Double? = nil)
    -> HourForecast
  {
    var hour = HourForecast(time: time(hours))
    hour.temperature = temperature.map { Temperature($0, .celsius) }
    hour.wind = Wind(speed: wind.map { Speed($0, .metersPerSecond) }, degrees: degrees)
    return hour
  }

  private func rain(_ amount: Double?, _ from: Int, _ to: Int) -> Interval<Precipitation?> {
    Interval(amount.map { Precipitation($0, .millimeters) }, from: time(from), to: time(to))
  }

  @Test func aDaysValuesSayInWhichHourTheyWereFound() throws {
    var hours = hourly(0, 24, 5)
    func found(_ at: Int, _ temperature: Double, _ wind: Double) {
      let origin = Origin(layout: "hour \(at)", selector: "t", text: "\(temperature)")
      hours[at].values.set(.measured(Temperature(temperature, .celsius)), of: .temperature, from: origin)
      hours[at].values.set(.measured(Speed(wind, .metersPerSecond)), of: .windSpeed, from: origin)
    }
    for index in hours.indices { found(index, 5, 2) }
    found(14, 9, 2)
    found(4, 1, 8)
    var gathering = HoursIntoDays(hours: hours)
    let words = Origin(layout: "hour 12", selector: "w", text: "3")
    gathering.words = [Interval("Rain", from: time(12), to: time(13), found: words)]
    let day = try #require(gathering.days.first)
    #expect(day.values.origin(of: .high)?.layout == "hour 14")
    #expect(day.values.origin(of: .low)?.layout == "hour 4")
    #expect(day.values.origin(of: .windSpeed)?.layout == "hour 4")
    #expect(day.values.origin(of: .description) == words)
    #expect(day.values.origin(of: .uvIndex) == nil)
  }

  @Test func hoursComeInOrderAndOnce() throws {
    var gathering = HoursIntoDays()
    try gathering.add(hour(9, 10), site: "Site", url: "https://example.org")
    try gathering.add(hour(10, 11), site: "Site", url: "https://example.org")
    for again in [9, 10] {
      #expect(throws: ScrapingError.self) {
        try gathering.add(hour(again, 12), site: "Site", url: "https://example.org")
      }
    }
    gathering.setRain(ofLastHour: Precipitation(0.4, .millimeters), chance: 30)
    #expect(gathering.hours.map(\.temperature?.value) == [10, 11])
    #expect(gathering.hours.map(\.precipitation?.value) == [nil, 0.4])
  }

  /// Hours from one to another, an hour apart.
  private func hourly(_ from: Int, _ to: Int, _ temperature: Double, rain: Double? = nil) -> [HourForecast] {
    (from..<to).map {
      var row = hour($0, temperature + Double($0 % 24) / 10, wind: 3, from: 90)
      row.hours = 1
      row.precipitation = rain.map { Precipitation($0, .millimeters) }
      return row
    }
  }

  @Test func highsAndLowsAreTheCalendarDays() {
    let days = HoursIntoDays(hours: [
      hour(6, 9), hour(9, 10), hour(15, 18), hour(18, 12), hour(23, 8), hour(24, 3), hour(30, 1), hour(36, 12),
      hour(42, 7), hour(47, 5),
    ]).days
    #expect(days.map(\.date) == [monday, monday + 1])
    #expect(days.map { $0.high?.value } == [18, 12])
    #expect(days.map { $0.low?.value } == [8, 1])
    #expect(days.map(\.from) == [time(6), nil])
  }

  @Test(arguments: [0, 1, 6, 9, 12, 13, 18, 21, 23])
  func aDayThatLacksItsBeginningSaysSo(_ first: Int) {
    let gathering = HoursIntoDays(hours: hourly(first, 48, 10))
    let day = gathering.days[0]
    #expect(day.from == (first == 0 ? nil : time(first)))
    // Twelve hours are half of a day.
    #expect((day.high != nil) == (first <= 12))
    #expect((day.low != nil) == (first <= 12))
    #expect((day.wind.speed != nil) == (first <= 12))
    #expect(gathering.days[1].from == nil && gathering.days[1].high == Temperature(12.3, .celsius))
  }

  @Test func earlierHoursFillTheDay() {
    var gathering = HoursIntoDays(hours: hourly(21, 48, 0))
    gathering.rain = (21..<48).map { rain(0.1, $0, $0 + 1) }
    #expect(gathering.days[0].precipitation == nil)
    // The newer answer counts for the hours that both have.
    gathering.earlier = hourly(0, 24, 10, rain: 1)
    let day = gathering.days[0]
    #expect(day.from == nil)
    #expect(day.high == Temperature(12, .celsius))
    #expect(day.low == Temperature(2.1, .celsius))
    #expect(day.precipitation == Precipitation(21.3, .millimeters))
    #expect(gathering.hours.count == 27)
    gathering.earlier = hourly(7, 9, 10)
    #expect(gathering.days[0].from == time(7))
    #expect(gathering.days[0].high == nil)
  }

  @Test func aGapInTheMiddleIsNotKnown() {
    var gathering = HoursIntoDays(hours: hourly(20, 24, 10))
    gathering.earlier = hourly(0, 7, 10)
    // Eleven of twenty-four hours.
    #expect(gathering.days[0].from == nil)
    #expect(gathering.days[0].high == nil && gathering.days[0].low == nil)
    #expect(gathering.days[0].precipitation == nil)
    // Half of the day, but the afternoon may have been warmer and windier.
    gathering.earlier = hourly(0, 8, 10)
    #expect(gathering.days[0].high == nil && gathering.days[0].low == nil)
    #expect(gathering.days[0].wind == Wind())
  }

  /// A gap of a whole day's hours, in each of the values and at its middle or end: hours that are known, whether the day is.
  @Test(
    arguments: [
      (0..<24, 8..<8, true), (0..<24, 8..<13, true), (0..<24, 8..<14, false), (0..<24, 8..<18, false),
      (0..<24, 10..<16, false), (7..<24, 12..<18, false), (7..<24, 12..<16, true), (0..<24, 18..<24, true),
      (0..<24, 17..<24, false), (0..<24, 14..<24, false), (7..<24, 7..<7, true), (10..<24, 17..<24, false),
    ] as [(Range<Int>, Range<Int>, Bool)])
  func theExtremesMayLieInAGap(_ hours: Range<Int>, _ gap: Range<Int>, isKnown: Bool) {
    let rows = hourly(hours.lowerBound, hours.upperBound, 10).map { row in
      var row = row
      row.wind.gust = Speed(9, .metersPerSecond)
      row.uvIndex = 2
      guard gap.contains(row.time.secondsOfDay / 3600) else { return row }
      row.temperature = nil
      row.wind = Wind()
      row.uvIndex = nil
      return row
    }
    let day = HoursIntoDays(hours: rows).days[0]
    #expect((day.high != nil) == isKnown && (day.low != nil) == isKnown)
    #expect((day.wind.speed != nil) == isKnown && (day.wind.gust != nil) == isKnown)
    #expect((day.uvIndex != nil) == isKnown)
    #expect(day.from == (hours.lowerBound == 0 ? nil : time(hours.lowerBound)))
  }

  @Test func aPeriodThatIsToldOfFillsAGap() {
    let rows = hourly(0, 24, 10).map { row in
      var row = row
      if (8..<20).contains(row.time.secondsOfDay / 3600) { row.temperature = nil }
      return row
    }
    var gathering = HoursIntoDays(hours: rows)
    gathering.temperatures = [
      Interval(Temperature(16, .celsius), from: time(8), to: time(14)),
      Interval(Temperature(14, .celsius), from: time(14), to: time(20)),
    ]
    #expect(gathering.days[0].high?.value == 16)
    #expect(gathering.days[0].low?.value == 10)
    gathering.temperatures.removeLast()
    #expect(gathering.days[0].high == nil && gathering.days[0].low == nil)
  }

  @Test func windThatBeginsLateIsNotTheDays() {
    let rows = hourly(0, 24, 10).map { row in
      var row = row
      if row.time.secondsOfDay < 7 * 3600 { row.wind = Wind() }
      return row
    }
    let day = HoursIntoDays(hours: rows).days[0]
    #expect(day.from == nil && day.high != nil && day.wind == Wind())
  }

  @Test func samplesTwelveHoursApartAreNoDay() {
    var gathering = HoursIntoDays(hours: [
      hour(1, 4), hour(7, 5), hour(13, 9), hour(19, 6), hour(25, 2), hour(37, 8), hour(49, 3), hour(61, 7),
    ])
    gathering.rain = [rain(1, 1, 13), rain(1, 13, 25), rain(2, 25, 37), rain(2, 37, 49), rain(0, 49, 61)]
    let days = gathering.days
    #expect(days.map { $0.high?.value } == [9, nil, nil])
    #expect(days.map { $0.low?.value } == [4, nil, nil])
    #expect(days[1].precipitation == Precipitation(4, .millimeters))
    #expect(days[1].from == nil)
    // A source that says more has both, where it says so of the whole day.
    gathering.temperatures = [
      Interval(Temperature(11, .celsius), from: time(25), to: time(37)),
      Interval(Temperature(1, .celsius), from: time(25), to: time(37)),
    ]
    #expect(gathering.days[1].high == nil)
    gathering.temperatures.append(Interval(Temperature(7, .celsius), from: time(37), to: time(43)))
    #expect(gathering.days[1].high == Temperature(11, .celsius))
    #expect(gathering.days[1].low == Temperature(1, .celsius))
  }

  @Test func rowsSayHowLongTheyHold() {
    let gathering = HoursIntoDays(hours: [hour(0, 1), hour(1, 1), hour(3, 1), hour(9, 1), hour(21, 1), hour(60, 1)])
    #expect(gathering.hours.map(\.hours) == [1, 2, 6, 12, nil, nil])
  }

  @Test func periodsWidenTheDayThatTheyLieIn() {
    var gathering = HoursIntoDays(hours: [
      hour(6, 4), hour(12, 9), hour(18, 7), hour(24, 1), hour(30, 1), hour(36, 2), hour(42, 2),
    ])
    gathering.temperatures = [
      Interval(Temperature(11, .celsius), from: time(12), to: time(18)),
      Interval(Temperature(2, .celsius), from: time(18), to: time(24)),
      Interval(Temperature(-20, .celsius), from: time(20), to: time(26)),
    ]
    #expect(gathering.days.first?.high?.value == 11)
    #expect(gathering.days.first?.low?.value == 2)
    #expect(gathering.days.last?.low?.value == 1)
  }

  @Test func aLastDayCutOffInItsMorningIsLeftOut() {
    #expect(HoursIntoDays(hours: [hour(12, 4), hour(18, 5), hour(24, 3), hour(30, 2)]).days.map(\.date) == [monday])
    #expect(HoursIntoDays(hours: [hour(18, 5), hour(24, 3), hour(36, 2)]).days.count == 2)
  }

  @Test func unknownTemperaturesAreNeitherHighNorLow() {
    let days = HoursIntoDays(hours: [
      hour(6, -4), hour(12, -3), hour(18, nil), hour(24 + 9, nil), hour(24 + 15, nil),
    ]).days
    #expect(days.first?.high?.value == -3)
    #expect(days.first?.low?.value == -4)
    #expect(days.last?.high == nil)
    #expect(days.count == 2)
  }

  @Test func theStrongestWindKeepsItsDirection() {
    var gusty = hour(20, 1, wind: 2, from: 10)
    gusty.wind.gust = Speed(50, .kilometersPerHour)
    var breezy = hour(21, 1)
    breezy.wind.gust = Speed(13, .metersPerSecond)
    let day = HoursIntoDays(
      hours: hourly(6, 18, 1) + [hour(18, 1, wind: 6, from: 180), hour(19, 1, wind: 7.5, from: 271), gusty, breezy]
    ).days[0]
    #expect(day.wind.speed == Speed(7.5, .metersPerSecond))
    #expect(day.wind.direction == .west)
    #expect(day.wind.degrees == 271)
    // Known at two hours of sixteen, which is not most of the day.
    #expect(day.wind.gust == nil)
    let gusts = hourly(6, 20, 1).map { row in
      var row = row
      row.wind.gust = Speed(5, .metersPerSecond)
      return row
    }
    #expect(HoursIntoDays(hours: gusts + [gusty, breezy]).days[0].wind.gust == Speed(50, .kilometersPerHour))
    #expect(HoursIntoDays(hours: [hour(19, 1, wind: 7.5, from: 271), gusty, breezy]).days[0].wind == Wind())
  }

  @Test func rainIsTheSumOfTheDayOrOfItsKnownPart() {
    var gathering = HoursIntoDays(hours: hourly(10, 24, 1) + [hour(24, 1), hour(30, 1), hour(36, 1), hour(42, 1)])
    // The hour before the first instant belongs to the past.
    gathering.rain =
      [rain(9, 9, 10)] + (10..<24).map { rain(0.1, $0, $0 + 1) }
      + [rain(2.5, 24, 30), rain(1, 30, 36), rain(0, 36, 42), rain(0.4, 42, 48)]
    #expect(gathering.days.map(\.from) == [time(10), nil])
    #expect(
      gathering.days.map(\.precipitation) == [Precipitation(1.4, .millimeters), Precipitation(3.9, .millimeters)])
    gathering = HoursIntoDays(hours: [hour(21, 1), hour(22, 1), hour(23, 1)])
    gathering.rain = [rain(0.1, 21, 22), rain(0.2, 22, 23), rain(0, 23, 24)]
    #expect(gathering.days[0].precipitation == nil)
  }

  @Test func aSumWithAnUnknownPartIsUnknown() {
    let hours = [hour(12, 1), hour(18, 1)]
    var gathering = HoursIntoDays(hours: hours)
    #expect(gathering.days[0].precipitation == nil)
    gathering.rain = [rain(1, 12, 18), rain(nil, 18, 24)]
    #expect(gathering.days[0].precipitation == nil)
    gathering.rain = [rain(1, 12, 17), rain(1, 18, 24)]
    #expect(gathering.days[0].precipitation == nil)
    gathering.rain = [rain(1, 12, 18)]
    #expect(gathering.days[0].precipitation == nil)
    gathering.rain = [rain(1, 12, 18), rain(1, 18, 24)]
    #expect(gathering.days[0].precipitation == Precipitation(2, .millimeters))
  }

  @Test func rainOverMidnightCountsForTheDayThatHasMostOfIt() {
    var gathering = HoursIntoDays(hours: [hour(8, 1), hour(14, 1), hour(20, 1), hour(26, 1), hour(40, 1)])
    gathering.rain = [rain(0, 8, 14), rain(1, 14, 20), rain(4, 20, 26), rain(8, 26, 40), rain(16, 40, 48)]
    #expect(gathering.days.map(\.precipitation?.value) == [5, 24])
    gathering.rain = [rain(1, 8, 21), rain(4, 21, 27), rain(8, 27, 40), rain(16, 40, 48)]
    #expect(gathering.days.map(\.precipitation?.value) == [5, 24])
  }

  @Test func wordsAreThoseOfThePeriodRoundNoon() {
    var gathering = HoursIntoDays(hours: [hour(8, 1), hour(14, 1), hour(20, 1)])
    gathering.words = [
      Interval("Fog", from: time(2), to: time(8)), Interval("Rain", from: time(8), to: time(14)),
      Interval("Fair", from: time(14), to: time(20)), Interval("Snow", from: time(20), to: time(26)),
    ]
    #expect(gathering.days[0].description == "Rain")
    gathering.words += [
      Interval("Sleet", from: time(12), to: time(13)), Interval("Cloudy", from: time(9), to: time(15)),
    ]
    #expect(gathering.days[0].description == "Cloudy")
    gathering.words = [Interval("Fair", from: time(20), to: time(26)), Interval("Snow", from: time(21), to: time(27))]
    #expect(gathering.days[0].description == "Fair")
    gathering.words = []
    #expect(gathering.days[0].description == nil)
  }

  @Test func humidityIsNotGathered() {
    let moist = [1, 2.5, 2].enumerated().map { index, uvIndex in
      var row = hour(6 + index * 6, 3)
      row.humidity = 80
      row.uvIndex = uvIndex
      return row
    }
    let day = HoursIntoDays(hours: moist).days[0]
    #expect(day.humidity == nil)
    #expect(day.uvIndex == 2.5)
    // The afternoon's is not the day's.
    #expect(HoursIntoDays(hours: Array(moist.dropFirst())).days[0].uvIndex == nil)
  }

  /// 2026-03-29 has 23 hours in Stockholm: the hour after two o'clock is missing.
  @Test func aDayOfTwentyThreeHoursIsOneDay() throws {
    let start = try #require(LocalTime("2026-03-28T23:00:00Z"))
    let hours = try (0..<23).map { step in
      let utc = LocalTime(secondsSince1970: start.secondsSince1970 + step * 3600, offset: 0)
      return HourForecast(time: try #require(utc.at(timeZone: "Europe/Stockholm")))
    }
    var gathering = HoursIntoDays(hours: hours)
    gathering.rain = hours.map { hour in
      Interval(
        Precipitation(1, .millimeters), from: hour.time,
        to: LocalTime(secondsSince1970: hour.time.secondsSince1970 + 3600, offset: hour.time.offset))
    }
    #expect(gathering.days.map(\.date) == [CalendarDay("2026-03-29")])
    #expect(gathering.days.first?.precipitation?.value == 23)
  }
}
