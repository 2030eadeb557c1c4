import Testing
import Weather

@testable import Places

/// What names of villages, resorts, islands and homonyms, codes and foreign names give: a town, or a question.
struct PlaceNameTests {
  private let gazetteer = Gazetteer()

  /// A name and the one town that it is, by its main name and country.
  @Test(arguments: [
    // Villages, with their letters and without.
    ("Åre", "Åre", "SE"), ("Zermatt", "Zermatt", "CH"), ("Chamonix", "Chamonix-Mont-Blanc", "FR"),
    ("Whistler", "Whistler", "CA"), ("Åmål", "Åmål", "SE"), ("Amal", "Åmål", "SE"), ("Aspen", "Aspen", "US"),
    ("Davos", "Davos", "CH"), ("Lake Louise", "Lake Louise", "CA"), ("Sälen", "Sälen", "SE"),
    ("Ischgl", "Ischgl", "AT"),
    ("Kitzbuehel", "Kitzbühel", "AT"), ("Courchevel", "Courchevel", "FR"), ("Val d'Isere", "Val-d'Isère", "FR"),
    ("Hallstatt", "Hallstatt", "AT"), ("Positano", "Positano", "IT"), ("Niseko", "Niseko", "JP"),
    ("Telluride", "Telluride", "US"), ("Oban", "Oban", "GB"), ("Kirkwall", "Kirkwall", "GB"), ("Ios", "Íos", "GR"),
    ("Mykonos", "Mykonos", "GR"), ("Torshavn", "Tórshavn", "FO"), ("Longyearbyen", "Longyearbyen", "SJ"),
    ("Tromso", "Tromsø", "NO"), ("Malmo", "Malmö", "SE"), ("Vík í Mýrdal", "Vík í Mýrdal", "IS"),
    // Names in the languages of the country, present and former.
    ("Sion", "Sitten", "CH"), ("Sion, Switzerland", "Sitten", "CH"), ("Göteborg", "Gothenburg", "SE"),
    ("Goteborg", "Gothenburg", "SE"), ("München", "Munich", "DE"), ("Muenchen", "Munich", "DE"), ("Köln", "Köln", "DE"),
    ("Cologne", "Köln", "DE"), ("Wien", "Vienna", "AT"), ("Praha", "Prague", "CZ"), ("Roma", "Rome", "IT"),
    ("Milano", "Milan", "IT"), ("Firenze", "Florence", "IT"), ("Lisboa", "Lisbon", "PT"),
    ("Den Haag", "The Hague", "NL"),
    ("København", "Copenhagen", "DK"), ("Warszawa", "Warsaw", "PL"), ("Genf", "Geneva", "CH"), ("Åbo", "Turku", "FI"),
    ("Bozen", "Bolzano", "IT"), ("Antwerpen", "Antwerp", "BE"), ("Moskva", "Moscow", "RU"), ("Bombay", "Mumbai", "IN"),
    ("Saigon", "Ho Chi Minh City", "VN"), ("Mexico", "Mexico City", "MX"), ("Αθήνα", "Athens", "GR"),
    ("Київ", "Kyiv", "UA"), ("北京", "Beijing", "CN"),
    // Parts of main names.
    ("New York", "New York City", "US"), ("Frankfurt", "Frankfurt am Main", "DE"),
    ("Bad Homburg", "Bad Homburg vor der Höhe", "DE"), ("Biel", "Biel/Bienne", "CH"),
    // Short forms, both ways.
    ("Ft Worth", "Fort Worth", "US"), ("Ft. Lauderdale", "Fort Lauderdale", "US"), ("St Moritz", "St. Moritz", "CH"),
    ("Sankt Moritz", "St. Moritz", "CH"), ("Saint Petersburg", "Saint Petersburg", "RU"),
    ("St. Petersburg", "Saint Petersburg", "RU"), ("Sankt Petersburg", "Saint Petersburg", "RU"),
    ("Ste-Foy", "Sainte-Foy", "CA"), ("Sankt Anton am Arlberg", "St Anton am Arlberg", "AT"),
    ("St. Louis", "St. Louis", "US"), ("Pt Lincoln", "Port Lincoln", "AU"), ("Mt Vernon, NY", "Mount Vernon", "US"),
    ("W Palm Beach", "West Palm Beach", "US"),
    ("E St Louis", "East Saint Louis", "US"), ("St Albans, UK", "St Albans", "GB"),
    ("Saint Albans, VT", "Saint Albans", "US"),
    ("Ontario, CA", "Ontario", "US"), ("Zurich", "Zürich", "CH"), ("Luxembourg", "Luxembourg", "LU"),
    // Another name is fine where it was said where the town is.
    ("Peking, China", "Beijing", "CN"), ("Nizza, France", "Nice", "FR"),
  ])
  func isATown(text: String, name: String, country: String) {
    guard case .one(let town) = gazetteer.search(text) else {
      Issue.record("\(text): \(gazetteer.search(text))")
      return
    }
    #expect(town.name == name)
    #expect(town.countryCode == country)
  }

  /// A name of several towns, with some of them in order by country and region.
  @Test(arguments: [
    ("Oia", ["PT Oiã", "GR Oía", "ES Oia"]), ("Levi", ["WS Levī", "FI Levi", "CA Lévis"]),
    ("Lech", ["KH Lech", "AT Lech", "IT Lecco"]), ("Mora", ["CM Mora", "SE Mora", "US Mora"]),
    ("Vik", ["NO Vik", "IS Vík í Mýrdal"]), ("Stowe", ["US Stowe", "US Stowe"]),
    ("Jasper", ["US Jasper", "CA Jasper"]),
    ("Banff", ["CA Banff", "GB Banff"]), ("Are", ["SE Åre", "IT Are"]), ("Odessa", ["UA Odesa", "US Odessa"]),
    ("Florence", ["IT Florence", "US Florence"]), ("Париж", ["RU Parizh", "FR Paris"]),
    ("Saint Albans", ["GB St Albans", "AU St Albans", "US Saint Albans"]),
    ("St Albans", ["GB St Albans", "AU St Albans", "US Saint Albans"]),
    ("Mt Vernon", ["US Mount Vernon", "US Mount Vernon", "US Mount Vernon", "US Mount Vernon"]),
    ("Pt. Pleasant", ["US Point Pleasant", "US Point Pleasant"]),
    ("Saint Louis", ["US St. Louis", "SN Saint-Louis", "RE Saint-Louis"]),
    // Regions and countries that towns elsewhere are called after.
    ("California", ["US California"]), ("Norway", ["US Norway"]), ("Ontario", ["US Ontario"]),
    ("Sault Sainte Marie", ["CA Sault Ste. Marie", "US Sault Ste. Marie"]),
  ])
  func isSeveralTowns(text: String, expected: [String]) {
    guard case .several(let towns) = gazetteer.search(text) else {
      Issue.record("\(text): \(gazetteer.search(text))")
      return
    }
    var rest = expected[...]
    for town in towns where "\(town.countryCode) \(town.name)" == rest.first { rest.removeFirst() }
    #expect(rest.isEmpty, "\(text): \(towns.map { "\($0.countryCode) \($0.name)" })")
  }

  @Test func theTownsOfAShortFormAreThoseOfTheLongOne() {
    guard case .several(let towns) = gazetteer.search("Mt. Vernon") else {
      Issue.record("not several")
      return
    }
    #expect(towns.prefix(4).map(\.region) == ["NY", "WA", "OH", "IL"])
  }

  /// What only other languages call a town, the town being asked about.
  @Test(arguments: [
    ("Peking", "Beijing"), ("Moskau", "Moscow"), ("Nizza", "Nice"), ("Лондон", "London"), ("Tokio", "Tokyo"),
    ("Tölz", "Bad Tölz"),
  ])
  func isAskedAbout(text: String, name: String) {
    guard case .alsoCalled(let towns) = gazetteer.search(text) else {
      Issue.record("\(text): \(gazetteer.search(text))")
      return
    }
    #expect(towns.first?.name == name)
  }

  /// Codes are never taken, and name no town but their own.
  @Test(
    arguments: [
      ("ARN", nil), ("JFK", nil), ("LHR", nil), ("LAX", "Los Angeles"), ("SAN", "San Diego"), ("OR", "Or"),
      ("WA", "Wa"), (",,US", "Us"), (" JFK ", nil),
    ] as [(String, String?)])
  func isACode(text: String, name: String?) {
    guard case .code(let towns) = gazetteer.search(text) else {
      Issue.record("\(text): \(gazetteer.search(text))")
      return
    }
    #expect(towns.first?.name == name)
  }

  /// Misspelt names, and the town that was meant.
  @Test(arguments: [
    ("Zermat", "Zermatt"), ("San Fran", "San Francisco"), ("Stockhlm", "Stockholm"), ("Zermat, Switzerland", "Zermatt"),
    ("Cortina", "Cortina d'Ampezzo"), ("Mt Verno", "Mount Vernon"), ("Reykjavk", "Reykjavík"),
    ("Hong Kog", "Hong Kong"),
  ])
  func meansATown(text: String, name: String) {
    guard case .none(let nearest) = gazetteer.search(text) else {
      Issue.record("\(text): \(gazetteer.search(text))")
      return
    }
    #expect(nearest.first?.name == name)
  }

  /// None is better than nonsense.
  @Test(arguments: ["xyzzy", "jfk", "10001", "qqqq", "Bavaria", "Xqzzywy", "SW1A 1AA", "!!!"])
  func meansNothing(text: String) { #expect(gazetteer.search(text) == .none(nearest: [])) }

  @Test(arguments: ["London", "Paris", "Boston", "Melbourne", "Perth", "Washington"])
  func listsAllTownsOfAName(name: String) {
    let towns = gazetteer.towns(named: name)
    #expect(towns.count > 1)
    #expect(.one(towns[0]) == gazetteer.search(name))
    #expect(towns.allSatisfy { gazetteer.isMainName(of: $0, in: name) || $0.population < towns[0].population })
  }

  @Test func tellsWhetherANameIsTheMainOne() throws {
    guard case .one(let sitten) = gazetteer.search("Sion, Switzerland") else {
      Issue.record("not found")
      return
    }
    #expect(!gazetteer.isMainName(of: sitten, in: "Sion, Switzerland"))
    #expect(gazetteer.isMainName(of: sitten, in: "SITTEN"))
  }
}
