import Basics
import Scraping
import Testing
import Weather
import Web

@testable import App

struct KeptForecastTests {
  private static let time = LocalTime(secondsSince1970: 1_619_356_020, offset: 7200)

  /// A forecast with something in each field.
  private static func whole() -> Forecast {
    let wind = Wind(
      speed: Speed(3.4, .metersPerSecond), gust: Speed(20, .knots), direction: .northNorthwest, degrees: 337.5)
    var forecast = Forecast()
    forecast.place.name = "Malmö"
    forecast.place.latitude = 55.6
    forecast.place.longitude = -13
    forecast.place.timeZone = "Europe/Stockholm"
    var now = CurrentConditions()
    now.observed = time
    now.temperature = Temperature(-0.5, .celsius)
    now.feelsLike = Temperature(20, .fahrenheit)
    now.description = "Mostly Cloudy"
    now.wind = wind
    now.humidity = 50
    now.dewPoint = Temperature(-3, .celsius)
    now.pressure = Pressure(29.92, .inchesOfMercury)
    now.visibility = Distance(10, .miles)
    now.uvIndex = 3
    now.cloudCover = 87.5
    forecast.current = now
    var day = DayForecast(date: time.day)
    day.from = time
    day.high = Temperature(9, .celsius)
    day.low = Temperature(1, .celsius)
    day.description = ""
    day.precipitationChance = 40
    day.precipitation = Precipitation(0.1, .inches)
    day.wind = wind
    day.humidity = 60
    day.uvIndex = 4
    day.cloudCover = 10
    day.sunrise = time
    day.sunset = time
    day.sunState = .upAllDay
    forecast.days = [day, DayForecast(date: time.day + 1)]
    var hour = HourForecast(time: time)
    hour.hours = 6
    hour.temperature = Temperature(9, .celsius)
    hour.feelsLike = Temperature(8, .celsius)
    hour.description = "Rain"
    hour.precipitationChance = 41
    hour.precipitation = Precipitation(2, .millimeters)
    hour.wind = wind
    hour.humidity = 61
    hour.dewPoint = Temperature(2, .celsius)
    hour.pressure = Pressure(760, .millimetersOfMercury)
    hour.visibility = Distance(4, .kilometers)
    hour.cloudCover = 11
    hour.uvIndex = 5
    forecast.hours = [hour, HourForecast(time: time)]
    forecast.today = time.day
    forecast.issued = time
    forecast.observationInterval = 900
    forecast.lowFollowsHigh = true
    forecast.url = "https://a.example/"
    forecast.notes = ["one", "two"]
    return forecast
  }

  /// The names of the fields that say nothing.
  private static func empty(_ value: Any) -> [String] {
    Mirror(reflecting: value).children.flatMap { child -> [String] in
      let mirror = Mirror(reflecting: child.value)
      if mirror.displayStyle == .optional, mirror.children.isEmpty { return [child.label ?? "?"] }
      return child.value is Wind || child.value is Place ? empty(child.value) : []
    }
  }

  @Test func everyFieldIsReadBack() throws {
    let forecast = Self.whole()
    // A field that a later version adds is to be added here, and to what is written.
    for value in [forecast, forecast.days[0], forecast.hours[0]] as [Any] { #expect(Self.empty(value) == []) }
    let current = try #require(forecast.current)
    #expect(RowKinds.current.fields.allSatisfy { current.values[$0] != nil })
    #expect(RowKinds.day.fields.allSatisfy { forecast.days[0].values[$0] != nil })
    #expect(RowKinds.hour.fields.allSatisfy { forecast.hours[0].values[$0] != nil })
    let read = try #require(ForecastRecord.forecast(ForecastRecord.bytes(of: forecast)))
    #expect(read.place == forecast.place)
    #expect(read.current == forecast.current)
    #expect(read.days == forecast.days)
    #expect(read.hours == forecast.hours)
    #expect(read.today == forecast.today)
    #expect(read.issued == forecast.issued)
    #expect(read.observationInterval == forecast.observationInterval)
    #expect(read.lowFollowsHigh)
    #expect(read.url == forecast.url)
    #expect(read.notes == forecast.notes)
    let nothing = try #require(ForecastRecord.forecast(ForecastRecord.bytes(of: Forecast())))
    #expect(nothing.current == nil && nothing.days == [] && nothing.today == nil && nothing.place == Place())
  }

  @Test func originsAreReadWhereTheyAreAskedFor() throws {
    var forecast = Forecast()
    var day = DayForecast(date: Self.time.day)
    let origin = Origin(layout: "table", selector: "td[2]", text: "9 °C")
    day.values.set(.measured(Temperature(9, .celsius)), of: .high, from: origin)
    day.values.set(.number(3), of: .uvIndex, from: origin)
    day.uvIndex = nil
    forecast.days = [day]
    let bytes = ForecastRecord.bytes(of: forecast)
    let read = try #require(ForecastRecord.forecast(bytes, withOrigins: true))
    #expect(read.origins.map(\.path) == ["days.\(Self.time.day).high"])
    #expect(read.origins.map(\.origin) == [origin])
    #expect(try #require(ForecastRecord.forecast(bytes)).origins.isEmpty)
  }

  @Test func aFieldOfAnotherCatalogueIsLeftOut() throws {
    let bytes = ForecastRecord.bytes(of: Self.whole())
    let name = Array("humidity".utf8)
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    var changed = bytes
    changed.replaceSubrange(place..<place + name.count, with: Array("fogginess".utf8.prefix(name.count)))
    let read = try #require(ForecastRecord.forecast(changed))
    var expected = Self.whole().days[0]
    expected.humidity = nil
    #expect(read.days[0] == expected)
  }

  @Test func damagedBytesAreNoForecast() {
    let bytes = ForecastRecord.bytes(of: Self.whole())
    for count in 0..<bytes.count { #expect(ForecastRecord.forecast(Array(bytes.prefix(count))) == nil) }
    #expect(ForecastRecord.forecast(bytes + [0]) == nil)
    // Whatever a byte becomes, nothing traps.
    for index in bytes.indices {
      for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
        var changed = bytes
        changed[index] = value
        _ = ForecastRecord.forecast(changed)
      }
    }
  }

  @Test func whatTheAnswerHangsOnIsInTheName() {
    let query = ForecastQuery(area: "1", question: .today, now: Self.time)
    let name = KeptForecast.name("A", query, base: nil)
    #expect(name.contains(Version.number))
    var others = [
      KeptForecast.name("B", query, base: nil), KeptForecast.name("A", query, base: BaseAddress("http://x")),
      KeptForecast.name("A", query, base: nil, file: "1"), KeptForecast.name("A", query, base: nil, file: "2"),
    ]
    for user in ["alice:secret", "bob:secret", "alice:other"] {
      let base = BaseAddress("http://\(user)@x")
      let names = [
        KeptForecast.name("A", query, base: base), EarlierHours.name("A", area: "1", zone: "UTC", base: base),
      ]
      #expect(names.allSatisfy { !$0.contains("secret") && !$0.contains("alice") })
      others += names
    }
    for change in [
      { $0.area = "2" }, { $0.question = .hourly }, { $0.timeZone = "UTC" }, { $0.now.offset = 0 },
      { $0.contact = "you@example.org" },
    ] as [(inout ForecastQuery) -> Void] {
      var other = query
      change(&other)
      others.append(KeptForecast.name("A", other, base: nil))
    }
    #expect(Set(others + [name]).count == others.count + 1)
    // The clock itself is not.
    var later = query
    later.now.secondsSince1970 += 60
    #expect(KeptForecast.name("A", later, base: nil) == name)
  }

  @Test func whatIsWrittenInAnotherWayHasAnotherName() {
    let query = ForecastQuery(area: "1", question: .today, now: Self.time)
    let names = [
      KeptForecast.name("A", query, base: nil), EarlierHours.name("A", area: "1", zone: "UTC", base: nil),
    ]
    for name in names {
      let version = name.prefix { $0 != "\n" }.split(separator: " ").last
      #expect(version.map(String.init) == String(KeptForecast.layout))
    }
  }

  @Test func daysPassWhileAnAnswerIsKept() {
    var forecast = Self.whole()
    forecast.advanceToday(by: 600, now: Self.time)
    #expect(forecast.today == Self.time.day)
    // 2021-04-25T15:07:00+02:00, and nine hours later it is tomorrow.
    let tomorrow = LocalTime(secondsSince1970: Self.time.secondsSince1970 + 9 * 3600, offset: 0)
    forecast.advanceToday(by: 9 * 3600, now: tomorrow)
    #expect(forecast.today == Self.time.day + 1)
  }
}
