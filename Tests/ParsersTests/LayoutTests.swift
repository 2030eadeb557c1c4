import Scraping
import Testing

@testable import Parsers

/// The expressions of a parser in Swift are checked as those of a site file are.
struct LayoutTests {
  @Test func everyExpressionOfWeatherComIsOne() throws {
    let layouts = WeatherComLayouts.now + WeatherComLayouts.days + WeatherComLayouts.hours
    #expect(layouts.count == 7)
    for layout in layouts { try layout.reader.validate() }
  }

  @Test(arguments: allParsers.compactMap { $0 as? SiteFileParser }.map(\.name))
  func everySiteFileIsRight(name: String) throws {
    let parser = try #require(allParsers.lazy.compactMap { $0 as? SiteFileParser }.first { $0.name == name })
    try parser.validate()
  }
}
