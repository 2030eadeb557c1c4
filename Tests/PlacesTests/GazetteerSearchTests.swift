import Testing
import Weather

@testable import Places

/// Towns found by what people type.
struct GazetteerSearchTests {
  private let gazetteer = Gazetteer()

  @Test(arguments: [
    ("stockholm", "Stockholm", "SE"), ("São Paulo", "São Paulo", "BR"), ("  sao   PAULO ", "São Paulo", "BR"),
    ("Portland, OR", "Portland", "US"), ("Portland, Oregon, USA", "Portland", "US"), ("portland or", "Portland", "US"),
    ("Springfield, IL, US", "Springfield", "US"), ("Paris", "Paris", "FR"), ("Paris, France", "Paris", "FR"),
    ("Paris, TX", "Paris", "US"), ("London", "London", "GB"), ("London, UK", "London", "GB"),
    ("London, England", "London", "GB"), ("London, ON", "London", "CA"), ("London,Ontario,Canada", "London", "CA"),
    ("東京", "Tokyo", "JP"), ("Москва", "Moscow", "RU"), ("القاهرة", "Cairo", "EG"), ("서울", "Seoul", "KR"),
    ("Göteborg", "Gothenburg", "SE"), ("Gothenburg", "Gothenburg", "SE"), ("München, Deutschland", "Munich", "DE"),
    ("St. Louis", "St. Louis", "US"), ("Saint Louis, MO", "St. Louis", "US"), ("Sydney, NSW", "Sydney", "AU"),
    ("Washington, D.C.", "Washington", "US"), ("New York NY", "New York City", "US"),
  ])
  func finds(text: String, name: String, country: String) {
    guard case .one(let town) = gazetteer.search(text) else {
      Issue.record("\(text): \(gazetteer.search(text))")
      return
    }
    #expect(town.name == name)
    #expect(town.countryCode == country)
  }

  @Test func tellsAllOfATown() throws {
    guard case .one(let town) = gazetteer.search("London, Ontario") else {
      Issue.record("not found")
      return
    }
    #expect(town.region == "Ontario")
    #expect(town.regionCode == "08")
    #expect(town.country == "Canada")
    #expect(town.timeZone == "America/Toronto")
    #expect(town.population > 300_000)
    #expect(abs(town.coordinates.latitude - 42.98) < 0.05)
    #expect(abs(town.coordinates.longitude + 81.23) < 0.05)
    #expect(town.fullName == "London, Ontario, Canada")
  }

  @Test func listsTownsOfANameTheLargestFirst() {
    guard case .several(let towns) = gazetteer.search("springfield") else {
      Issue.record("not several")
      return
    }
    #expect(towns.count { $0.name == "Springfield" } > 5)
    #expect(towns.map(\.population) == towns.map(\.population).sorted(by: >))
    #expect(towns.compactMap(\.region).contains("IL"))
  }

  @Test func takesNoTownLessThanTenTimesTheNext() {
    guard case .several(let towns) = gazetteer.search("Portland") else {
      Issue.record("Portland, Maine, has more than a tenth of the people of Portland, Oregon")
      return
    }
    #expect(towns.prefix(2).compactMap(\.region) == ["OR", "ME"])
  }

  @Test(arguments: [
    ("Gothenbrug", "Gothenburg"), ("Stokcholm", "Stockholm"), ("Мсква", "Moscow"), ("Copenhagn", "Copenhagen"),
  ])
  func namesTheNearestSpelling(text: String, name: String) {
    guard case .none(let nearest) = gazetteer.search(text) else {
      Issue.record("found")
      return
    }
    #expect(nearest.first?.name == name)
    #expect(nearest.count <= 5)
  }

  @Test func namesTheTownsElsewhereWhereTheRegionIsWrong() {
    guard case .none(let nearest) = gazetteer.search("Portland, France") else {
      Issue.record("found")
      return
    }
    #expect(nearest.first?.fullName == "Portland, OR, United States")
  }

  @Test(arguments: [
    "", " ", ",", "10001", "xyzzy", "jfk", "SWXX2372", "ON/s0000458", "-", "\u{0}", "ß", "\u{301}",
    "Springfield, XX",
    String(repeating: "a", count: 100_000), String(repeating: "a b ", count: 10_000), "USNY0996:1:US",
  ])
  func findsNothingInWhatIsNoName(text: String) {
    if case .none = gazetteer.search(text) { return }
    Issue.record("\(text.prefix(40)): \(gazetteer.search(text))")
  }

  @Test(arguments: [
    "Portland", "Springfield", "Saint Louis", "Richmond", "San José", "Victoria", "La Paz", "Paris", "Mora",
  ])
  func everyTownCanBeTyped(name: String) throws {
    let towns = gazetteer.towns(named: name)
    #expect(towns.count > 1)
    for town in towns {
      let spelling = gazetteer.spelling(of: town)
      if let point = Coordinates(spelling) {
        #expect(point.kilometers(to: town.coordinates) < 0.1)
      } else {
        #expect(gazetteer.search(spelling) == .one(town))
      }
    }
  }
}
