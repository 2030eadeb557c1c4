import Basics
import Scraping
import Testing
import Weather

@Suite struct HalfDaysTests {
  private let friday = CalendarDay(number: 20_000)

  private func half(_ date: CalendarDay, night: Bool, _ degrees: Double?, _ words: String) -> HalfDay {
    var half = HalfDay(date: date, isNight: night)
    half.temperature = degrees.map { Temperature($0, .celsius) }
    half.description = words
    half.precipitationChance = night ? 80 : 20
    half.wind = Wind(speed: Speed(night ? 3 : 9, .metersPerSecond))
    return half
  }

  @Test func aDayHasItsHighAndTheLowOfTheNightAfterIt() throws {
    let days = HalfDays.days([
      half(friday, night: false, 9, "Sunny"), half(friday, night: true, -2, "Clear"),
      half(friday + 1, night: false, 12, "Cloudy"),
    ])
    #expect(days.map(\.date) == [friday, friday + 1])
    #expect(days[0].high == Temperature(9, .celsius))
    #expect(days[0].low == Temperature(-2, .celsius))
    #expect(days[0].description == "Sunny")
    #expect(days[0].precipitationChance == 20)
    #expect(days[0].wind.speed?.value == 9)
    #expect(days[1].high == Temperature(12, .celsius))
    #expect(days[1].low == nil)
  }

  @Test func inTheEveningTheNightStandsForTheDay() {
    let days = HalfDays.days([half(friday, night: true, -2, "Clear"), half(friday + 1, night: false, 5, "Snow")])
    #expect(days[0].date == friday)
    #expect(days[0].high == nil)
    #expect(days[0].low == Temperature(-2, .celsius))
    #expect(days[0].description == "Clear")
    #expect(days[0].precipitationChance == 80)
    #expect(days[0].wind.speed?.value == 3)
  }

  @Test func theWordsOfADayThatSaysNothingAreNotTheNights() {
    var silent = HalfDay(date: friday, isNight: false)
    silent.temperature = nil
    let days = HalfDays.days([silent, half(friday, night: true, 4, "Rain")])
    #expect(days[0].description == nil)
    #expect(days[0].precipitationChance == nil)
    #expect(days[0].low == Temperature(4, .celsius))
  }

  @Test func theNearerOfTwoHalvesOfADateCounts() {
    let days = HalfDays.days([half(friday, night: false, 9, "Sunny"), half(friday, night: false, 7, "Cloudy")])
    #expect(days.count == 1)
    #expect(days[0].high == Temperature(9, .celsius))
  }

  @Test func disorderIsLeftToTheJudge() {
    let days = HalfDays.days([half(friday + 1, night: false, 9, "Sunny"), half(friday, night: false, 7, "Cloudy")])
    #expect(days.map(\.date) == [friday + 1, friday])
  }

  @Test(arguments: [(18, true, true), (12, true, true), (11, true, false), (0, true, false), (6, false, true)])
  func theRestOfANightIsLeftOut(hour: Int, isNight: Bool, isThere: Bool) {
    let start = LocalTime(friday, seconds: hour * 3600, offset: -18_000)
    #expect((HalfDay(start: start, isNight: isNight)?.date == friday) == isThere)
  }
}
