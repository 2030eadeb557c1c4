import Basics
import Markup
import Scraping
import Weather

@testable import Repair

/// Pages of a made-up site with ten days from Friday, 20 November 2026 on, in several designs; and what is true of them.
enum SamplePage {
  static let today = CalendarDay(number: 20_777)  // 2026-11-20

  struct Day {
    let high, low, chance, humidity, wind, gust, feels: Int
    let direction: String
    let words: String
  }

  /// The days of a place; other places have other numbers.
  static func days(place: Int = 0, count: Int = 10) -> [Day] {
    let highs = [7, 11, 4, 9, 13, 6, 2, 8, 12, 5]
    let words = ["Sunny", "Rain", "Cloudy", "Light Snow", "Partly Cloudy", "Showers", "Snow", "Clear", "Fog", "Rain"]
    let points = ["N", "SW", "NNE", "W", "ESE", "S", "NW", "E", "SSW", "NE"]
    return (0..<count).map { index in
      let n = (index + 3 * place) % 10
      let high = highs[n] + place
      return Day(
        high: high, low: high - 3 - (n * 5) % 7, chance: (n * 37 + 10 * place) % 100, humidity: 45 + (n * 13) % 41,
        wind: 6 + (n * 11) % 23, gust: 18 + (n * 11) % 23, feels: high - 2 - n % 3, direction: points[n],
        words: words[n])
    }
  }

  static func label(_ index: Int) -> String {
    let day = today + index
    return index == 0 ? "Today" : "\(day.weekday.abbreviation) \(day.date.day)"
  }

  /// A page whose rows are made by a design; the temperatures' degree is said once.
  static func page(_ days: [Day], unit: String = "°C", around: (String) -> String = { $0 }, row: (Int, Day) -> String)
    -> String
  {
    let rows = days.enumerated().map { row($0, $1) }.joined(separator: "\n")
    return "<html><body><h1>Oberdorf</h1><p class=\"unit-choice\">\(unit)</p>\(around(rows))</body></html>"
  }

  /// Cards with names that speak.
  static func cards(_ index: Int, _ day: Day) -> String {
    """
    <div class="card"><h3 class="card-date">\(label(index))</h3><span class="card-high">\(day.high)°</span>
    <span class="card-low">\(day.low)°</span><em class="card-sky">\(day.words)</em>
    <div class="card-rain"><b>Rain</b><i>\(day.chance)%</i></div><div class="card-humidity"><b>Humidity</b><i>\(day.humidity)%</i></div>
    <div class="card-wind"><b>Wind</b><i>\(day.direction) \(day.wind) km/h</i></div></div>
    """
  }

  /// The values of the days, as far as they are known.
  static func known(_ days: [Day], _ knowledge: Knowledge, _ change: (Int, Field, Double) -> Double = { $2 })
    -> KnownValues
  {
    var rows: [RowKey: FieldValues] = [:]
    for (index, day) in days.enumerated() {
      var values = FieldValues()
      func number(_ field: Field, _ value: Int) -> Double { change(index, field, Double(value)) }
      values[.high] = .measured(Measured(number(.high, day.high), .celsius))
      values[.low] = .measured(Measured(number(.low, day.low), .celsius))
      values[.precipitationChance] = .number(number(.precipitationChance, day.chance))
      values[.humidity] = .number(number(.humidity, day.humidity))
      values[.windSpeed] = .measured(Measured(number(.windSpeed, day.wind), .kilometersPerHour))
      values[.windDirection] = CompassPoint(rawValue: day.direction).map { .direction($0) }
      values[.description] = .words(day.words)
      rows[.day(today + index)] = values
    }
    return KnownValues(knowledge, rows: rows)
  }

  static func look(_ html: String, _ known: KnownValues) throws -> Look {
    let noon = LocalTime(today, seconds: 43_200, offset: 3600)
    let page = Page(url: "https://valley.example/", status: 200, body: Array(html.utf8), fetched: noon)
    return Look(KnownPage(page, timeZone: "Europe/Vienna", known: [known]), PageTree(try Document(html: page.body)))
  }

  /// A site of which nothing is known but that it has days.
  static let site = SiteDefinition(
    name: "Valley",
    facts: SiteFacts(
      title: "Valley", homePage: "https://valley.example", hosts: ["valley.example"],
      areaForms: [AreaForm("place", pattern: ".*", example: "x")], areaHelp: "", coverage: "the valley",
      attribution: "",
      terms: "", days: 10),
    pages: [SiteDefinition.Page(get: ["https://valley.example/"])],
    sections: [
      .days: [SiteDefinition.Section("old", rows: ["//table/tr"], date: ["td[1]"], fields: ["high": ["td[2]"]])]
    ])

  /// What is learned and confirmed on pages.
  static func repaired(_ looks: [Look]) async throws -> LearnedSection {
    let learned = try SectionLearner(.days, looks, of: site).learn()
    return try await Verification(site).confirmed(learned, looks.map(\.known))
  }
}
