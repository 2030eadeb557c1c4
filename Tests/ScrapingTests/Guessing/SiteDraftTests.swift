import Basics
import Testing

@testable import Scraping

/// What is guessed of pages of each shape, and that every draft is a site file.
@Suite struct SiteDraftTests {
  private static let clock = LocalTime("2026-11-21T09:00:00+01:00") ?? LocalTime(secondsSince1970: 0, offset: 0)

  private func draft(_ text: String, url: String? = nil) throws -> SiteDraft {
    var page = Page(url: url ?? "", status: 200, body: Array(text.utf8), fetched: Self.clock)
    page.isUTF8 = true
    return SiteDraft(try SamplePage(page), name: "Sample", url: url)
  }

  /// The fields that are read, as `days.high`; the draft must load.
  private func fields(_ text: String, url: String? = nil) throws -> Set<String> {
    let draft = try draft(text, url: url)
    let definition = try SiteDefinition(checking: draft.text(from: "a page"), file: "Sample.yaml")
    #expect(definition.tests.isEmpty == draft.found.isEmpty)
    return Set(draft.found.flatMap { section in section.fields.map { "\(section.section).\($0)" } })
  }

  @Test func aTableIsReadByItsHeader() throws {
    let page = """
      <html><body><p>Temperatures in °C</p><table id="week"><tr><th>Day</th><th>High</th><th>Low</th><th>Rain</th><th>Wind</th></tr>
      <tr><td>Today</td><td>5</td><td>-1</td><td>0.4 mm</td><td>SW 7 m/s</td></tr>
      <tr><td>Sun 22</td><td>6</td><td>0</td><td>2 mm</td><td>W 4 m/s</td></tr></table></body></html>
      """
    #expect(try fields(page) == ["days.high", "days.low", "days.precipitation", "days.wind"])
    let text = try draft(page).text(from: "a page")
    #expect(text.contains("rows: //table[@id='week']//tr[td]"))
    #expect(text.contains("units: {temperature: °C}"))
  }

  @Test func aTableWhoseColumnsAreDaysIsReadByTheNamesOfItsLines() throws {
    let page = """
      <html><body><table id="w"><tr><th></th><th>Sa 21.11.</th><th>So 22.11.</th></tr>
      <tr><th>Höchstwert</th><td>5 °C</td><td>4 °C</td></tr><tr><th>Tiefstwert</th><td>-1 °C</td><td>0 °C</td></tr></table></body></html>
      """
    #expect(try fields(page) == ["days.high", "days.low"])
  }

  @Test func siblingsOfOneClassAreRows() throws {
    let cards = [("Today", "Sunny", 5), ("Sunday", "Light rain", 6), ("Monday", "Cloudy", 7)].map { day, sky, high in
      """
      <div class="card"><h3 class="name">\(day)</h3><span class="summary">\(sky)</span><p class="max x-7f3a9b">High: \(high) °C</p>
      <dl><dt>Humidity</dt><dd>8\(high)%</dd></dl></div>
      """
    }
    let page = "<html><body><main id='f'>\(cards.joined())</main></body></html>"
    #expect(try fields(page) == ["days.description", "days.high", "days.humidity"])
    // A class that is a hash will be another tomorrow.
    #expect(try !draft(page).text(from: "a page").contains("7f3a9b"))
  }

  @Test func wordsForWeatherNeedNoName() throws {
    let cards = [("Tue 1 Dec", 4, "Rain", 5), ("Wed 2 Dec", 5, "Cloudy", 7), ("Thu 3 Dec", 3, "Snow", 3)].map {
      "<div class='day'><h3>\($0)</h3><i class='hi'>\($1)°C</i><p class='t'>\($2)</p><i class='w'>\($3) m/s</i></div>"
    }
    let page = "<html><body>\(cards.joined())</body></html>"
    #expect(try fields(page) == ["days.high", "days.description"])
    // A speed without a name may be a gust.
    #expect(try draft(page).text(from: "a page").contains("# windSpeed: "))
  }

  @Test func rowsOfNightsAreHalves() throws {
    let rows = [("Tonight", "Low", 41), ("Sunday", "High", 60), ("Sunday Night", "Low", 38), ("Monday", "High", 55)]
    let items = rows.map { "<li class='p'><b class='when'>\($0)</b><i class='temp'>\($1): \($2) °F</i></li>" }
    #expect(try fields("<html><body><ul>\(items.joined())</ul></body></html>") == ["halves.temperature"])
  }

  @Test func listsOfObjectsAreRowsWithTheUnitsBesideTheirValues() throws {
    let page = """
      {"meta": {"updated": "2026-11-21T07:00:00Z", "units": {"air_temperature": "celsius", "wind_speed": "m/s"}}, "series": [
      {"time": "2026-11-21T09:00:00Z", "d": {"air_temperature": 5.5, "wind_speed": 3, "wind_from_direction": 220, "id": 7}},
      {"time": "2026-11-21T10:00:00Z", "d": {"air_temperature": 6.5, "wind_speed": 4, "wind_from_direction": 230, "id": 8}}]}
      """
    #expect(try fields(page) == ["hours.temperature", "hours.windSpeed", "hours.windDegrees"])
    let text = try draft(page).text(from: "a page")
    #expect(text.contains("units: $.meta.units") && text.contains("days: {from: hours}"))
  }

  @Test func parallelListsAreColumns() throws {
    let page = """
      {"latitude": 47.1, "longitude": 13.2, "timezone": "Europe/Vienna", "daily_units": {"temperature_2m_max": "°C", "temperature_2m_min": "°C"},
      "daily": {"time": ["2026-11-21", "2026-11-22"], "temperature_2m_max": [5, 6], "temperature_2m_min": [-1, 0], "uv_index_max": [1, 2]},
      "current_units": {"temperature_2m": "°C"}, "current": {"time": "2026-11-21T09:00", "temperature_2m": 2.5, "relative_humidity_2m": 80}}
      """
    #expect(
      try fields(page, url: "https://api.site.example/v1?latitude=47.1&longitude=13.2") == [
        "days.high", "days.low", "days.uvIndex", "current.temperature", "current.humidity",
      ])
    let text = try draft(page, url: "https://api.site.example/v1?latitude=47.1&longitude=13.2").text(from: "a page")
    #expect(text.contains("latitude={latitude}&longitude={longitude}") && text.contains("timeZone: $.timezone"))
  }

  @Test func linkedDataInAScriptIsRead() throws {
    let page = """
      <html><head><script type="application/ld+json">{"@type": "Dataset", "hasPart": [
      {"observationDate": "2026-11-21", "maxTemperature": {"value": 5, "unitText": "°C"}, "description": "Cloudy"},
      {"observationDate": "2026-11-22", "maxTemperature": {"value": 6, "unitText": "°C"}, "description": "Light rain"}]}</script></head>
      <body>Weather</body></html>
      """
    #expect(try fields(page) == ["days.high", "days.description"])
    #expect(try draft(page).text(from: "a page").contains("inside: \"//script[@type='application/ld+json']\""))
  }

  @Test func sentencesOfAFeedAreReadByTheirLabels() throws {
    let items = [("Saturday", 9, 3), ("Sunday", 8, 2), ("Monday", 7, 1)].map { day, high, low in
      """
      <item><title>\(day): Light Rain, Minimum Temperature: \(low)°C</title>
      <description>Maximum Temperature: \(high)°C (50°F), Humidity: 8\(low)%, Pressure: 1012mb</description></item>
      """
    }
    let page = "<?xml version='1.0'?><rss version='2.0'><channel><title>Skelby</title>\(items.joined())</channel></rss>"
    #expect(try fields(page).isSuperset(of: ["days.high", "days.low", "days.humidity", "days.description"]))
  }

  @Test func attributesAndUnitsOfXMLAreRead() throws {
    let times = (9...12).map { hour in
      """
      <time from="2026-11-21T\(hour < 10 ? "0" : "")\(hour):00:00Z"><temperature unit="celsius" value="\(hour)"/><wind mps="4" name="SW"/>
      <fog percent="0"/></time>
      """
    }
    #expect(
      try fields("<weather><product>\(times.joined())</product></weather>") == [
        "hours.temperature", "hours.windSpeed", "hours.windDirection",
      ])
  }

  @Test func columnsOfATextTableAreReadByTheirNames() throws {
    let page =
      "# made up\nday;hour;temperature (°C);wind (km/h)\n2026-11-21;10;5,5;12\n2026-11-21;11;6,5;14\n2026-11-21;12;7;9\n"
    #expect(try fields(page) == ["hours.temperature", "hours.windSpeed"])
    #expect(try draft(page).text(from: "a page").contains("{at: day, and: hour, format: \"yyyy-MM-dd H\"}"))
  }

  @Test func whatHasNoUnitIsLeftToTheUser() throws {
    let page = #"{"days": [{"date": "2026-11-21", "high": 5, "low": 1}, {"date": "2026-11-22", "high": 6, "low": 2}]}"#
    let draft = try draft(page)
    #expect(draft.missingUnits == ["temperature"])
    #expect(draft.text(from: "a page").contains("# units: {temperature: °C}"))
    _ = try SiteDefinition(checking: draft.text(from: "a page"), file: "Sample.yaml")
  }

  @Test func aPageWithoutRowsIsASkeletonThatLoads() throws {
    for page in ["<html><body><p>Hello</p></body></html>", "{\"a\": 1}", "<a><b/></a>", "a,b\n1,2\n"] {
      let draft = try draft(page)
      #expect(draft.found.isEmpty)
      _ = try SiteDefinition(checking: draft.text(from: "a page"), file: "Sample.yaml")
    }
  }

  /// Names from a page are text, whatever they look like.
  @Test func hostileNamesDoNotBecomeKeys() throws {
    let page = """
      <html><head><title>A "b" \\ c: d # e</title></head><body><table id="x' or 'y"><tr><th>Day</th><th>High "°C": {a}</th></tr>
      <tr><td>Today</td><td>5 °C</td></tr><tr><td>Sunday</td><td>6 °C</td></tr></table></body></html>
      """
    #expect(try fields(page, url: "https://site.example/\"x\"/{area}\\") == ["days.high"])
    let json =
      "{\"d'\\n\\\"x\": [{\"date\": \"2026-11-21\", \"high °C\\nhosts: [evil.example]\": 5}, {\"date\": \"2026-11-22\", \"high °C\\nhosts: [evil.example]\": 6}]}"
    let definition = try SiteDefinition(checking: try draft(json).text(from: "a\nb"), file: "Sample.yaml")
    #expect(definition.facts.hosts.isEmpty)
  }

  @Test func whatIsNoPageIsSaidSo() throws {
    func fault(_ bytes: [UInt8]) -> SamplePage.Fault? {
      do throws(SamplePage.Fault) {
        _ = try SamplePage(Page(url: "", status: 200, body: bytes, fetched: Self.clock))
        return nil
      } catch {
        return error
      }
    }
    #expect(fault(Array(" \n".utf8)) == .empty)
    #expect(fault([0x89, 0x50, 0x4E, 0x47, 0, 1]) == .binary)
    #expect(fault(Array("{\"log\": {\"entries\": [{}, {}]}}".utf8)) == .recording(entries: 2))
    guard case .unreadable = fault(Array("{\"a\": ".utf8)) else {
      Issue.record("broken JSON was read")
      return
    }
  }
}
