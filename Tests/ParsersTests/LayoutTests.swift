import Scraping
import Testing

@testable import Parsers

/// All that is in site files is right, in those that parsers in Swift use as well.
struct LayoutTests {
  @Test func everyExpressionOfWeatherComIsOne() throws {
    try WeatherComParser.pages.validate()
    let sections = try WeatherComParser.pages.defined().definition.sections
    let kinds: [SiteDefinition.Section.Kind] = [.current, .today, .days, .hours]
    #expect(kinds.map { sections[$0]?.count } == [2, 2, 3, 2])
    for kind in kinds { for section in sections[kind] ?? [] { try LayoutReader(section).validate() } }
  }

  @Test func everyExpressionOfEnvironmentCanadaIsOne() throws { try EnvironmentCanadaParser.report.validate() }

  @Test(arguments: allParsers.compactMap { $0 as? SiteFileParser }.map(\.name))
  func everySiteFileIsRight(name: String) throws {
    let parser = try #require(allParsers.lazy.compactMap { $0 as? SiteFileParser }.first { $0.name == name })
    try parser.validate()
  }
}
