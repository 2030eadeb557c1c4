internal import Basics
internal import Foundation
public import Scraping
public import Weather
internal import Web

@testable import App

/// A run from a fixture: a query and the recorded answers to the parser's requests.
public struct FixtureRun: Sendable {
  /// The fixture and forecast kind, such as `OpenMeteo/day today`.
  public let name: String
  /// The parser.
  public let parser: any ForecastParser
  /// The query.
  public private(set) var query: ForecastQuery
  /// The answers in the order of requests.
  public private(set) var pages: [Page]

  /// The runs in a parser's fixtures that make requests, by name.
  ///
  /// - Parameter folder: the path of `Tests/Fixtures`.
  public static func all(of parser: any ForecastParser, in folder: String) -> [FixtureRun] {
    let root = URL(filePath: folder).appending(path: parser.name)
    let cases = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return cases.sorted().flatMap { name -> [FixtureRun] in
      let fixture = root.appending(path: name)
      guard let data = try? Data(contentsOf: fixture.appending(path: "expected.json")),
        let runs = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
      else { return [] }
      return runs.compactMap { FixtureRun(parser, fixture, $0) }
    }
  }

  /// A run from `expected.json`; nil if it makes no requests.
  private init?(_ parser: any ForecastParser, _ fixture: URL, _ run: [String: Any]) {
    guard let arguments = run["arguments"] as? [String], let kind = Self.kind(arguments),
      let area = Self.value(of: ["-a", "--areacode"], in: arguments),
      let recording = try? Recording(path: fixture.appending(path: run["replay"] as? String ?? "session.har").path)
    else { return nil }
    let session = ReplaySession(recording)
    guard let clock = session.clock(hosts: parser.facts.hosts),
      let meant = try? AreaResolver(places: [:]).area(area, for: parser)
    else { return nil }
    let query = ForecastQuery(
      area: meant.text, question: kind.question, now: clock, timeZone: meant.timeZone, towns: meant.towns,
      contact: "fuzz@example.org")
    let pages = InlineExecutor.result {
      let log = PageLog()
      _ = try? await parser.forecast(for: query) { request in
        let response = try session.response(to: TransferRequest(url: request.url, headers: request.headers))
        let page = Page(url: response.url, status: response.status, body: response.body, fetched: query.now)
        log.note(page, for: request.url)
        return page
      }
      return log.pages
    }
    guard !pages.isEmpty else { return nil }
    name = "\(parser.name)/\(fixture.lastPathComponent) \(kind.rawValue)"
    self.parser = parser
    self.query = query
    self.pages = pages.map(\.page)
    urls = pages.map(\.url)
  }

  /// The requested addresses.
  private let urls: [String]

  /// The same run with another forecast kind, for parsers that request the same page for all of them.
  public func asking(_ question: Question) -> FixtureRun {
    var run = self
    run.query.question = question
    return run
  }

  /// The same run with all bodies changed.
  public func rewritten(_ change: ([UInt8]) -> [UInt8]) -> FixtureRun {
    var run = self
    for index in run.pages.indices { run.pages[index].body = change(run.pages[index].body) }
    return run
  }

  /// There is no recorded answer.
  struct NoAnswer: Error {}

  /// The answer to the request with a number, from 0; the one with the number `changed` gets the given body.
  public func page(_ number: Int, for url: String, changed: Int, _ body: [UInt8]) throws -> Page {
    guard number == changed else {
      guard let place = urls.firstIndex(of: url) else { throw NoAnswer() }
      return pages[place]
    }
    var page = pages[changed]
    page.body = body
    return page
  }

  private static func value(of names: [String], in arguments: [String]) -> String? {
    arguments.firstIndex { names.contains($0) }.flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
  }

  private static func kind(_ arguments: [String]) -> ForecastKind? {
    ForecastKind.allCases.first { !$0.optionNames.filter(arguments.contains).isEmpty }
  }
}
