import Basics
import Scraping
import Testing
import Weather

/// What dates itself, held against the clock.
struct TimelinessTests {
  private static let now = LocalTime(secondsSince1970: 1_770_000_000, offset: 3600)

  /// A forecast whose observation, and whose issue, are so many seconds old.
  private static func forecast(observed: Int? = nil, interval: Int? = nil, issued: Int? = nil) -> Forecast {
    var forecast = Forecast()
    var current = CurrentConditions()
    current.temperature = Temperature(7.2, .celsius)
    current.observed = observed.map { now + -$0 }
    forecast.current = current
    forecast.observationInterval = interval
    forecast.issued = issued.map { now + -$0 }
    return forecast
  }

  @Test(
    arguments: [
      // Age, interval, whether it is still the weather now, the age to be marked.
      (0, nil, true, nil), (3 * 3600, nil, true, nil), (3 * 3600 + 1, nil, false, nil), (5 * 86_400, nil, false, nil),
      (300 * 86_400, nil, false, nil), (900, 900, true, nil), (1800, 900, true, nil), (1801, 900, true, 1801),
      (3600, 900, true, 3600), (3601, 900, false, nil), (400 * 86_400, 900, false, nil), (3600, 3600, true, nil),
      (4000, 3600, false, nil), (-600, nil, true, nil), (-2 * 86_400, nil, false, nil),
    ] as [(Int, Int?, Bool, Int?)])
  func anOldObservationIsNotNow(age: Int, interval: Int?, isNow: Bool, marked: Int?) {
    var forecast = Self.forecast(observed: age, interval: interval)
    let mark = forecast.dropOutdated(received: Self.now, now: Self.now, site: "Site")
    #expect((forecast.current != nil) == isNow)
    #expect(forecast.notes.count == (isNow ? 0 : 1))
    #expect(mark == marked)
  }

  @Test func whatDoesNotSayWhenStays() {
    var forecast = Self.forecast()
    #expect(forecast.dropOutdated(received: Self.now, now: Self.now, site: "Site") == nil)
    #expect(forecast.current != nil && forecast.notes == [])
  }

  @Test func anOldForecastIsMarked() {
    for (age, mark) in [(3600, nil), (86_400, nil), (86_401, 86_401), (12 * 86_400, 12 * 86_400)] as [(Int, Int?)] {
      var forecast = Self.forecast(issued: age)
      #expect(forecast.dropOutdated(received: Self.now, now: Self.now, site: "Site") == mark)
    }
  }

  @Test func anObservationMayBeNewerThanItsAnswersAgeSays() {
    var forecast = Self.forecast(observed: 60)
    #expect(forecast.dropOutdated(received: Self.now + -9 * 86_400, now: Self.now, site: "Site") == nil)
    #expect(forecast.current != nil)
  }

  @Test func aKeptAnswerIsJudgedByWhenItCame() {
    // It came five hours ago and was new then; that it is old now is told, as it is of the rest of the answer.
    var forecast = Self.forecast(observed: 5 * 3600 + 60)
    let came = Self.now + -5 * 3600
    #expect(forecast.dropOutdated(received: came, now: Self.now, site: "Site") == 5 * 3600 + 60)
    #expect(forecast.current != nil)
  }
}
