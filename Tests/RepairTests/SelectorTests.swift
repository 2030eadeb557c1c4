import Markup
import Scraping
import Testing
import Weather

@testable import Repair

struct SelectorPathTests {
  private func path(_ text: String, _ price: Double, _ kind: String) -> SelectorPath {
    SelectorPath(text: text, price: price, kind: kind)
  }

  @Test func aLadderHasOneOfEachKind() {
    let ladder = SelectorPath.ladder([
      path(".//*[@data-testid='high']", 1, "data-testid"), path(".//*[@data-testid='hi']", 1.2, "data-testid"),
      path(".//*[contains(@class,'high')]", 2, "class"),
      path(".//*[normalize-space()='High']/following-sibling::*[1]", 3, "label"),
    ])
    #expect(ladder.map(\.kind) == ["data-testid", "class", "label"])
  }

  @Test func noPositionStandsInForWhatIsMissing() {
    let ladder = SelectorPath.ladder([
      path(".//*[@data-testid='high']", 1, "data-testid"), path("(.//*[contains(@class,'t')])[2]", 2.5, "class+nth"),
      path("./div[2]", 3, "structure"),
    ])
    #expect(ladder.map(\.kind) == ["data-testid"])
  }

  @Test func aPositionStandsWhereThereIsNothingElse() {
    #expect(SelectorPath.ladder([path("./td[2]", 5, "structure")]).count == 1)
  }
}

struct PathMakerTests {
  @Test func everyPathFindsItsElement() throws {
    let html = """
      <div class="row"><p><span>Humidity</span><b class="Card--rh--3FMlw" data-testid="rh">53%</b></p><i>x</i></div>
      """
    let tree = PageTree(try Document(html: Array("<html><body>\(html)</body></html>".utf8)))
    let box = try #require(tree.elements.indices.first { tree.elements[$0].tag == "div" })
    let value = try #require(tree.elements.indices.first { tree.elements[$0].tag == "b" })
    var pool = SelectorPool()
    PathMaker(tree: tree).paths(to: value, in: box, into: &pool)
    #expect(pool.sorted.first?.text == ".//*[@data-testid='rh']")
    #expect(pool.sorted.contains { $0.text == ".//*[contains(@class,'Card--rh--')]" })
    #expect(pool.sorted.contains { $0.text == ".//*[normalize-space()='Humidity']/following-sibling::*[1]" })
    for path in pool.sorted { #expect(tree.find(path.text, from: box).contains(value), "\(path.text)") }
  }
}

struct LexiconTests {
  @Test(arguments: [
    (Field.high, "card-high", true, false), (.high, "Feels Like", false, true), (.windSpeed, "wind gusts", true, true),
    (.precipitationChance, "Humidity", false, true), (.humidity, "Luftfeuchtigkeit", true, false),
    (.low, "lower-box", false, false), (.sunrise, "moonrise", false, true),
  ])
  func namesAreTold(field: Field, words: String, isFor: Bool, isAgainst: Bool) {
    #expect(Lexicon().judge(field, words) == (isFor, isAgainst))
  }

  @Test(arguments: [("Mon 26 | Night", true), ("daypart.night.windSpeed", true), ("Mon 26 | Day", false)])
  func nightsAreTold(words: String, isNight: Bool) { #expect(Lexicon.isOfNight(words) == isNight) }
}

struct TemperatureUnitTextTests {
  @Test(
    arguments: [("°F", MeasurementUnit.fahrenheit), ("High near 20C.", .celsius), ("Fog", nil)]
      as [(String, MeasurementUnit?)])
  func theDegreeOfAText(text: String, unit: MeasurementUnit?) {
    #expect(MeasurementUnit.ofTemperature(saidIn: text) == unit)
  }
}
