import Basics
import Parsers
import Scraping
import Trials
import Weather

@testable import App

/// Fuzzes a place as typed by the user; the first byte chooses the parser. Requests must go to its site.
struct AreaTarget: FuzzTarget {
  let name = "area"
  private static let now = LocalTime(secondsSince1970: 1_795_000_000, offset: 3600)

  /// Fixtures are not used.
  init(fixtures: String) {}

  var seeds: [[UInt8]] {
    allParsers.enumerated().flatMap { number, parser in
      (parser.facts.areaForms.map(\.example) + ["Malmö, Sweden", "-33.87,151.21", "x/../y", "São Paulo", "90,180"])
        .map { [UInt8(number)] + Array($0.utf8) }
    }
  }

  func take(_ bytes: [UInt8]) {
    struct Enough: Error {}
    guard let first = bytes.first else { return }
    let parser = allParsers[Int(first) % allParsers.count]
    let word = String(decoding: bytes[1...], as: UTF8.self)
    let area: Area
    do { area = try AreaResolver(places: [:]).area(word, for: parser) } catch {
      let failure = Failure(error)
      Forms.look(failure.message, "the error")
      return
    }
    let kinds = ForecastKind.allCases
    let query = ForecastQuery(
      area: area.text, question: kinds[Int(first) / allParsers.count % kinds.count].question, now: Self.now,
      timeZone: area.timeZone,
      towns: area.towns, contact: "fuzz@example.org")
    InlineExecutor.result {
      _ = try? await parser.forecast(for: query) { request in
        Asked.check(request, of: parser)
        throw Enough()
      }
    }
  }
}
