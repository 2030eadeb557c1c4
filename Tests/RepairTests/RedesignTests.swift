import Basics
import Scraping
import Testing
import Weather

@testable import Repair

/// Redesigns of a page, each with the fields that it still shows: what is accepted is right, and none that is shown by itself is
/// missing where the page's own data is known.
struct RedesignTests {
  typealias Day = SamplePage.Day

  struct Redesign: CustomTestStringConvertible, Sendable {
    let name: String
    var around: @Sendable (String) -> String = { $0 }
    var missing: Set<Field> = []
    let row: @Sendable (Int, Day) -> String
    var testDescription: String { name }
  }

  static let redesigns: [Redesign] = [
    Redesign(name: "as it was") { SamplePage.cards($0, $1) },
    Redesign(name: "hashes") { index, day in
      """
      <div class="Card--box--3fA9x"><h3 class="Card--day--1bZ2q">\(SamplePage.label(index))</h3>
      <span class="Card--high--9Kq2d">\(day.high)°</span><span class="Card--low--2mX8p">\(day.low)°</span>
      <em class="Card--phrase--7hJ2k">\(day.words)</em><i class="Card--rain--8sD3f">\(day.chance)%</i>
      <i class="Card--humidity--4gT6y">\(day.humidity)%</i><i class="Card--wind--5rE1w">\(day.direction) \(day.wind) km/h</i></div>
      """
    },
    Redesign(name: "test ids alone") { index, day in
      """
      <li><p data-testid="day">\(SamplePage.label(index))</p><p data-testid="hi">\(day.high)°</p><p data-testid="lo">\(day.low)°</p>
      <p data-testid="sky">\(day.words)</p><p data-testid="pop">\(day.chance)%</p><p data-testid="rh">\(day.humidity)%</p>
      <p data-testid="breeze">\(day.direction) \(day.wind) km/h</p></li>
      """
    },
    Redesign(name: "no names at all", around: { "<main>\($0)</main>" }) { index, day in
      """
      <div><p>\(SamplePage.label(index))</p><p>\(day.high)°</p><p>\(day.low)°</p><p>\(day.words)</p><p>\(day.chance)%</p>
      <p>\(day.humidity)%</p><p>\(day.direction) \(day.wind) km/h</p></div>
      """
    },
    Redesign(name: "utility classes") { index, day in
      """
      <div class="flex p-4 rounded"><p class="text-sm">\(SamplePage.label(index))</p><p class="text-lg font-bold">\(day.high)°</p>
      <p class="text-sm mt-2">\(day.low)°</p><p class="mt-2">\(day.words)</p><div class="flex"><p class="w-4">\(day.chance)%</p>
      <p class="w-4">\(day.humidity)%</p></div><p class="text-sm">\(day.direction) \(day.wind) km/h</p></div>
      """
    },
    Redesign(
      name: "a table with a head",
      around: {
        "<table><tr><th>Day</th><th>Low</th><th>High</th><th>Sky</th><th>Wind</th><th>Humidity</th><th>Rain</th></tr>\($0)</table>"
      }
    ) { index, day in
      """
      <tr><td>\(SamplePage.label(index))</td><td>\(day.low)°</td><td>\(day.high)°</td><td>\(day.words)</td>
      <td>\(day.direction) \(day.wind) km/h</td><td>\(day.humidity)%</td><td>\(day.chance)%</td></tr>
      """
    },
    Redesign(name: "other order") { index, day in
      """
      <div class="x1"><i class="w">\(day.direction) \(day.wind) km/h</i><i class="h">\(day.humidity)%</i><i class="r">\(day.chance)%</i>
      <em class="s">\(day.words)</em><b class="lo">\(day.low)°</b><b class="hi">\(day.high)°</b><u>\(SamplePage.label(index))</u></div>
      """
    },
    Redesign(name: "joined high and low") { index, day in
      """
      <div class="r"><u>\(SamplePage.label(index))</u><p class="temps">\(day.high)° / \(day.low)°</p><p class="s">\(day.words)</p>
      <p class="c">\(day.chance)%</p><p class="h">\(day.humidity)%</p><p class="w">\(day.direction) \(day.wind) km/h</p></div>
      """
    },
    Redesign(name: "split values") { index, day in
      """
      <div class="r"><u>\(SamplePage.label(index))</u><p class="hi"><b>\(day.high)</b><sup>°</sup></p><p class="lo"><b>\(day.low)</b><sup>°</sup></p>
      <p class="s">\(day.words)</p><p class="c"><b>\(day.chance)</b><small>%</small></p><p class="h"><b>\(day.humidity)</b><small>%</small></p>
      <p class="w"><b>\(day.direction)</b> <b>\(day.wind)</b> <small>km/h</small></p></div>
      """
    },
    Redesign(name: "labels in another language") { index, day in
      """
      <dl class="r"><dt>\(SamplePage.label(index))</dt><dd><span>Máxima</span><b>\(day.high)°</b></dd><dd><span>Mínima</span><b>\(day.low)°</b></dd>
      <dd><span>Cielo</span><b>\(day.words)</b></dd><dd><span>Lluvia</span><b>\(day.chance)%</b></dd>
      <dd><span>Humedad</span><b>\(day.humidity)%</b></dd><dd><span>Viento</span><b>\(day.direction) \(day.wind) km/h</b></dd></dl>
      """
    },
    Redesign(name: "advertisements between") { index, day in
      SamplePage.cards(index, day) + "<div class=\"card ad\"><p>Save \(20 + index)% today at 12°</p></div>"
    },
    Redesign(name: "deeper") { index, day in
      """
      <div><div class="outer"><div class="q"><div><span class="d">\(SamplePage.label(index))</span></div><div><div><span class="hi">\(day.high)°</span></div>
      <div><span class="lo">\(day.low)°</span></div></div><div><span class="s">\(day.words)</span></div><div><div><span class="c">\(day.chance)%</span></div>
      <div><span class="h">\(day.humidity)%</span></div></div><div><span class="w">\(day.direction) \(day.wind) km/h</span></div></div></div></div>
      """
    },
    Redesign(name: "numbered ids") { index, day in
      """
      <div id="day\(index)"><p id="d\(index)">\(SamplePage.label(index))</p><p id="temphi\(index)">\(day.high)°</p><p id="templo\(index)">\(day.low)°</p>
      <p id="phrase\(index)">\(day.words)</p><p id="rain\(index)">\(day.chance)%</p><p id="humid\(index)">\(day.humidity)%</p>
      <p id="wind\(index)">\(day.direction) \(day.wind) km/h</p></div>
      """
    },
    Redesign(name: "dates in attributes") { index, day in
      """
      <article><time datetime="\(SamplePage.today + index)">\(index + 1)</time><b class="hi">\(day.high)°</b><b class="lo">\(day.low)°</b>
      <em class="s">\(day.words)</em><i class="c">\(day.chance)%</i><i class="h">\(day.humidity)%</i><i class="w">\(day.direction) \(day.wind) km/h</i></article>
      """
    },
    Redesign(name: "values in attributes") { index, day in
      """
      <div class="r"><u>\(SamplePage.label(index))</u><b class="hi" data-value="\(day.high)°"></b><b class="lo" data-value="\(day.low)°"></b>
      <p class="s">\(day.words)</p><b class="c" data-value="\(day.chance)%"></b><b class="h" data-value="\(day.humidity)%"></b>
      <b class="w" data-value="\(day.direction) \(day.wind) km/h"></b></div>
      """
    },
    Redesign(name: "icons with names") { index, day in
      """
      <div class="r"><u>\(SamplePage.label(index))</u><p><svg name="hot"></svg><b>\(day.high)°</b></p><p><svg name="cold"></svg><b>\(day.low)°</b></p>
      <p><svg name="sky"></svg><b>\(day.words)</b></p><p><svg name="drop"></svg><b>\(day.chance)%</b></p>
      <p><svg name="damp"></svg><b>\(day.humidity)%</b></p><p><svg name="flag"></svg><b>\(day.direction) \(day.wind) km/h</b></p></div>
      """
    },
    Redesign(name: "feels like beside the high") { index, day in
      SamplePage.cards(index, day).replacing(
        "<em", with: "<div class=\"card-feels\"><b>Feels Like</b><i>\(day.feels)°</i></div><em")
    },
    Redesign(name: "gusts beside the wind") { index, day in
      SamplePage.cards(index, day).replacing(
        "<div class=\"card-wind",
        with: "<div class=\"card-gust\"><b>Gusts</b><i>\(day.gust) km/h</i></div><div class=\"card-wind")
    },
    Redesign(name: "nights within the days") { index, day in
      SamplePage.cards(index, day).replacing(
        "</i></div></div>",
        with: """
          </i></div><div class="card-night"><b>Night</b><span>\(day.low - 2)°</span><div class="card-humidity"><b>Humidity</b>
          <i>\(min(99, day.humidity + 9))%</i></div><div class="card-rain"><b>Rain</b><i>\((day.chance + 15) % 100)%</i></div>
          <div class="card-wind"><b>Wind</b><i>S \(day.wind + 3) km/h</i></div></div></div>
          """)
    },
    Redesign(name: "averages that hardly change") { index, day in
      SamplePage.cards(index, day).replacing(
        "<em", with: "<div class=\"avg\"><b>Average high</b><i>\(8 + index % 2)°</i></div><em")
    },
    Redesign(name: "a summary above", around: { "<p>Sat 21</p><p>Sun 22</p><section>\($0)</section>" }) {
      SamplePage.cards($0, $1)
    },
    Redesign(name: "wind without its direction", missing: [.windDirection]) { index, day in
      SamplePage.cards(index, day).replacing("\(day.direction) \(day.wind) km/h", with: "\(day.wind) km/h")
    },
    Redesign(name: "no humidity", missing: [.humidity]) { index, day in
      SamplePage.cards(index, day).replacing("<b>Humidity</b><i>\(day.humidity)%</i>", with: "")
    },
    Redesign(name: "side by side", around: { "<div class=\"list\">\($0)</div>" }) { index, day in
      """
      <h4>\(SamplePage.label(index))</h4><p class="hi">\(day.high)°</p><p class="lo">\(day.low)°</p><p class="s">\(day.words)</p>
      <p class="c">\(day.chance)%</p><p class="h">\(day.humidity)%</p><p class="w">\(day.direction) \(day.wind) km/h</p>
      """
    },
  ]

  private static let fields: Set<Field> = [
    .high, .low, .description, .precipitationChance, .humidity, .windSpeed, .windDirection,
  ]

  /// What is read of a page with a section, held against what is true: the fields that are wrong, and those that are right.
  private func judge(_ learned: LearnedSection, _ look: Look, _ days: [Day]) async throws -> (
    right: Set<Field>, wrong: Set<Field>
  ) {
    let forecast = try await Verification.read(.days, learned.section, look.known, of: SamplePage.site)
    let rows = Verification.rows(forecast, .days)
    let truth = SamplePage.known(days, .exact).rows
    var (right, wrong) = (Set<Field>(), Set<Field>())
    for field in Self.fields {
      let pairs = truth.map { key, values in (rows[key]?[field], values[field]) }.filter { $0.0 != nil }
      if pairs.contains(where: { $0 != $1 }) {
        wrong.insert(field)
      } else if pairs.count == truth.count {
        right.insert(field)
      }
    }
    return (right, wrong)
  }

  @Test(arguments: redesigns)
  func thePagesOwnDataFindsAllFieldsAgain(redesign: Redesign) async throws {
    let days = SamplePage.days()
    let html = SamplePage.page(days, around: redesign.around, row: redesign.row)
    let look = try SamplePage.look(html, SamplePage.known(days, .exact))
    let learned = try await SamplePage.repaired([look])
    let (right, wrong) = try await judge(learned, look, days)
    #expect(wrong.isEmpty, "\(wrong.map(\.key)) \(learned.section.fields)")
    #expect(
      right == Self.fields.subtracting(redesign.missing),
      "\(Self.fields.subtracting(right).map { "\($0.key): \(String(describing: learned.refused[$0]))" })")
  }

  /// Another source's numbers: off by what sources differ in, all temperatures to one side.
  private func noisy(_ days: [Day], seed: Int) -> KnownValues {
    SamplePage.known(days, .other) { index, field, value in
      let wave = [0, 1, -1, 2, -1, 0, 1, -2, 1, 0][(index * 3 + field.index + seed) % 10]
      switch field {
      case .high, .low: return value + Double(wave) * 0.7 + 1
      case .windSpeed: return max(0, value + Double(wave) * 2)
      case .precipitationChance: return min(100, max(0, value + Double(wave) * 6))
      default: return min(100, value + Double(wave) * 4)
      }
    }
  }

  @Test(arguments: redesigns)
  func anotherSourceNeverFindsAWrongField(redesign: Redesign) async throws {
    let looks = try [0, 1].map { place in
      let days = SamplePage.days(place: place)
      let html = SamplePage.page(days, around: redesign.around, row: redesign.row)
      return try SamplePage.look(html, noisy(days, seed: place))
    }
    let learned = try await SamplePage.repaired(looks)
    for (place, look) in looks.enumerated() {
      let (_, wrong) = try await judge(learned, look, SamplePage.days(place: place))
      #expect(wrong.isEmpty, "\(wrong.map(\.key)) \(learned.section.fields)")
    }
    #expect(learned.fields.contains(.high) && learned.fields.contains(.low), "\(learned.refused)")
  }

  @Test func aPageThatDoesNotShowAFieldGivesNone() async throws {
    let days = SamplePage.days()
    let html = SamplePage.page(days) { index, day in
      "<div class=\"r\"><u>\(SamplePage.label(index))</u><b class=\"hi\">\(day.high)°</b><i class=\"aqi\">\(30 + index)</i></div>"
    }
    let look = try SamplePage.look(html, SamplePage.known(days, .exact))
    let learned = try await SamplePage.repaired([look])
    #expect(learned.fields == [.high])
  }

  @Test func valuesOfAnotherPlaceTeachNothing() async throws {
    let html = SamplePage.page(SamplePage.days()) { SamplePage.cards($0, $1) }
    let look = try SamplePage.look(html, SamplePage.known(SamplePage.days(place: 2), .exact))
    await #expect(throws: Trouble.self) { try await SamplePage.repaired([look]) }
  }

  @Test func aPageWithoutAUnitTeachesNoTemperature() async throws {
    let days = SamplePage.days()
    let html = SamplePage.page(days, unit: "") { SamplePage.cards($0, $1) }
    let learned = try await SamplePage.repaired([try SamplePage.look(html, SamplePage.known(days, .exact))])
    #expect(!learned.fields.contains(.high) && !learned.fields.contains(.low))
    #expect(learned.fields.contains(.windSpeed))
    guard case .noUnit? = learned.refused[.high] else {
      Issue.record("\(String(describing: learned.refused[.high]))")
      return
    }
  }

  @Test func anEmptyPageHasNoRows() throws {
    let look = try SamplePage.look(
      "<html><body><p>Loading</p></body></html>", SamplePage.known(SamplePage.days(), .exact))
    #expect(throws: Trouble.noRows) { try SectionLearner(.days, [look], of: SamplePage.site).learn() }
  }

  @Test func rowsOfOtherDatesAreNone() throws {
    let html = SamplePage.page(SamplePage.days()) { SamplePage.cards($0, $1) }
    let known = SamplePage.known(SamplePage.days(), .exact)
    let later = KnownValues(
      .exact,
      rows: Dictionary(
        uniqueKeysWithValues: known.rows.compactMap { key, values in key.day.map { (RowKey.day($0 + 40), values) } }))
    let look = try SamplePage.look(html, later)
    #expect(throws: Trouble.otherDates) { try SectionLearner(.days, [look], of: SamplePage.site).learn() }
  }
}
