import Basics
import Markup
import Scraping
import Testing
import Weather

@testable import Repair

/// What lasts of a class.
struct ClassNameTests {
  @Test(
    arguments: [
      ("DetailsSummary--temp--3FMlw", "DetailsSummary--temp--"), ("card-high", "card-high"), ("row_a1B2c3", "row_"),
      ("hourly12", "hourly"), ("css-1x2y3z", nil), ("sc-bdVaJa", nil), ("ab", nil), ("css-x9Kd2", nil), ("3FMlw", nil),
    ] as [(String, String?)])
  func theLastingBeginningOfAClass(token: String, stem: String?) { #expect(ClassName.stem(token) == stem) }

  @Test(arguments: [
    ("flex", true), ("md:mt-2", true), ("card-high", false), ("text-gray-500", true), ("temperature", false),
  ])
  func utilityClassesSayHowSomethingLooks(token: String, isUtility: Bool) {
    #expect(ClassName.isUtility(token) == isUtility)
  }
}

struct FieldTextTests {
  @Test(arguments: [
    (Field.high, "20°", true), (.high, "53%", false), (.high, "12 km/h", false), (.humidity, "53%", true),
    (.humidity, "53°", false),
    (.windSpeed, "NNE 20 km/h", true), (.windSpeed, "20°", false), (.windSpeed, "20", false),
    (.description, "Mostly Cloudy", true),
    (.description, "SW", false), (.description, "20°", false), (.windDirection, "NNE 20 km/h", true),
    (.windDirection, "N/A", false),
    (.sunrise, "6:21 am", true), (.sunrise, "6", false), (.uvIndex, "4 of 11", true), (.uvIndex, "53%", false),
  ])
  func whatIsOfAnotherKindDoesNotPass(field: Field, text: String, isRead: Bool) {
    #expect((FieldText().value(field, text, .celsius) != nil) == isRead)
  }
}

struct ReadingsTests {
  @Test func aTextWithTwoNumbersIsReadInSeveralWays() {
    let ways = ColumnReadings().all(["High 20° Low 11°", "High 22° Low 9°", "High 18° Low 7°"], old: [])
    #expect(ways.contains { $0.texts == ["20°", "22°", "18°"] })
    #expect(ways.contains { $0.texts == ["11°", "9°", "7°"] })
    #expect(ways.contains { if case .match(let pattern) = $0.reading { pattern.hasPrefix("Low") } else { false } })
  }

  @Test func whatIsUnknownIsNoNumber() {
    let ways = ColumnReadings().all(["--° / 11°", "20° / 9°", "18° / 7°"], old: [])
    #expect(ways.contains { $0.texts == [nil, "9°", "7°"] || $0.texts == ["11°", "9°", "7°"] })
    #expect(!ways.contains { $0.texts == ["11°", "20°", "18°"] })
  }

  @Test func oldPatternsAreTried() {
    let ways = ColumnReadings().all(["Humidity: 53%", "Humidity: 61%"], old: ["Humidity: ([0-9]+%)"])
    #expect(ways.contains { $0.texts == ["53%", "61%"] })
  }
}

struct FitTests {
  private func temperatures(_ numbers: [Double?]) -> [FieldValue?] {
    numbers.map { $0.map { .measured(Measured($0, .celsius)) } }
  }
  private let known: [Double] = [7, 11, 4, 9, 13, 6, 2, 8]

  @Test func ordinaryNoiseAgreesAndAnotherFieldDoesNot() {
    let near = Fit(.high, temperatures(known.map { $0 + 0.3 }), temperatures(known), .exact)
    #expect(near.isGood)
    #expect(!Fit(.high, temperatures(known.map { $0 - 3 }), temperatures(known), .exact).isGood)
    let biased = Fit(.high, temperatures(known.map { $0 + 2 }), temperatures(known), .other)
    #expect(biased.isGood && abs(biased.bias - 2) < 0.01)
  }

  @Test func aColumnThatLacksMostRowsIsNone() {
    #expect(
      Fit(.high, temperatures([7, nil, nil, nil, nil, nil, nil, 8]), temperatures(known), .exact).evidence == nil)
  }

  @Test func valuesOfOtherRowsAreTold() {
    let own = temperatures(known)
    #expect(Fit(.high, own, own, .exact).telling(own, own) == .own)
    let moved = temperatures(Array(known[1...] + known[..<1]))
    #expect(Fit(.high, moved, own, .other).telling(moved, own) == .others)
    let same = temperatures(Array(repeating: 5, count: 8))
    #expect(Fit(.high, same, same, .exact).telling(same, same) == .unclear)
  }

  @Test func wordsOfAnotherSourceAreComparedByWhatTheySpeakOf() {
    let words: [FieldValue?] = ["Sunny", "Light rain", "Overcast"].map { .words($0) }
    #expect(Fit(.description, words, [.words("Mostly sunny"), .words("Showers"), .words("Cloudy")], .other).isGood)
    #expect(!Fit(.description, words, [.words("Snow"), .words("Clear"), .words("Fog")], .other).isGood)
  }
}

struct RowFinderTests {
  private func runs(_ body: String, _ kind: SiteDefinition.Section.Kind = .days) throws -> [DatedRows] {
    let tree = PageTree(try Document(html: Array("<html><body>\(body)</body></html>".utf8)))
    return RowFinder(tree: tree, kind: kind, today: SamplePage.today, secondsOfDay: 43_200).runs()
  }

  private func list(_ labels: [String]) -> String { labels.map { "<li><b>\($0)</b><i>5°</i></li>" }.joined() }

  @Test func daysAreFoundByTheirLabels() throws {
    let run = try #require(try runs("<ul>\(list(["Today", "Sat 21", "Sun 22", "Mon 23"]))</ul>").first)
    #expect(run.keys == (0..<4).map { .day(SamplePage.today + $0) })
    #expect(!run.isFlat)
  }

  @Test func labelsThatDoNotFollowEachOtherAreNoRows() throws {
    #expect(try runs("<ul>\(list(["Mon 2", "Sat 21", "Tue 3", "Sun 8"]))</ul>").isEmpty)
  }

  @Test func hoursAreFoundByTheirClocks() throws {
    let run = try #require(try runs("<ul>\(list(["1 pm", "2 pm", "3 pm", "4 pm"]))</ul>", .hours).first)
    #expect(run.keys == (13...16).map { .hour(SamplePage.today.number * 86_400 + $0 * 3600) })
  }

  @Test func halvesAreNoDays() throws {
    let halves = list(["Today", "Tonight", "Saturday", "Saturday Night", "Sunday", "Sunday Night"])
    #expect(try runs("<ul>\(halves)</ul>").allSatisfy { $0.keys.count < 4 })
    let run = try #require(try runs("<ul>\(halves)</ul>", .halves).first)
    #expect(run.keys.count == 6 && run.keys[1] == .half(SamplePage.today, isNight: true))
  }

  @Test func rowsWithinRowsAreRefused() throws {
    let nested = "<div><b>Today</b><div><b>Sat 21</b><div><b>Sun 22</b><div><b>Mon 23</b></div></div></div></div>"
    #expect(try runs(nested).isEmpty)
  }
}
