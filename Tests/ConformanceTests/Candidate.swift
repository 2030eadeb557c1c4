import Basics
import Foundation
import Parsers
import Scraping
import Support
import Testing
import Weather

@testable import App

/// A registered parser under test.
struct Candidate: Sendable, CustomTestStringConvertible {
  let type: any ForecastParser

  /// Every parser of the registry, dropped-in ones too.
  static let all = allParsers.map { Candidate(type: $0) }

  var name: String { type.name }
  var facts: SiteFacts { type.facts }
  var testDescription: String { name }

  /// The area of its most usual form's example, with what the gazetteer says of it.
  func question(_ kind: ForecastKind, now: LocalTime) throws -> ForecastQuery {
    try question(try #require(facts.areaForms.first).example, kind, now: now)
  }

  /// A question about an area as the program would put it.
  func question(_ area: String, _ kind: ForecastKind, now: LocalTime) throws -> ForecastQuery {
    let area = try AreaResolver(places: [:]).area(area, for: type)
    return ForecastQuery(
      area: area.text, question: kind.question, now: now, timeZone: area.timeZone, towns: area.towns,
      contact: "tests@example.org")
  }

  /// Asks the parser and does with its answer all that the program does: chooses, judges, converts, and writes it in
  /// every output form.
  func report(on query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let forecast = try await type.forecast(for: query, load: load)
    let selection = try forecast.selected(
      for: query.question, weekend: [.friday, .saturday, .sunday], now: query.now, site: facts.title)
    try selection.forecast.validate(site: facts.title)
    return selection.forecast
  }

  /// Its recorded sessions below `Tests/Fixtures`.
  var recordings: [RecordedSession] { RecordedSession.all(of: name) }
}
