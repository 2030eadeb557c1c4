import Basics
import Scraping
import Testing
import Weather

@testable import App

/// Every kind of forecast, asked of a site that answers with anything: the parser refuses it in words of its own room, and
/// never makes a forecast of it.
struct HostileAnswerTests {
  private static let now = LocalTime(secondsSince1970: 1_779_012_000, offset: 7200)
  private static let bodies = HostileBody.foreign(size: 200_000)

  @Test(arguments: Candidate.all, ForecastKind.allCases)
  func anyBodyIsRefused(_ candidate: Candidate, _ kind: ForecastKind) async throws {
    let query = try candidate.question(kind, now: Self.now)
    for body in Self.bodies { await expectRefusal(by: candidate, of: query, status: 200, body) }
  }

  @Test(
    arguments: Candidate.all, [203, 204, 206, 301, 400, 401, 403, 404, 410, 418, 422, 429, 500, 503, 0, -1, 99_999])
  func anyStatusIsRefused(_ candidate: Candidate, _ status: Int) async throws {
    for kind in ForecastKind.allCases {
      let query = try candidate.question(kind, now: Self.now)
      for body in Self.bodies.prefix(12) { await expectRefusal(by: candidate, of: query, status: status, body) }
    }
  }

  @Test(arguments: Candidate.all)
  func aFailedLoadIsThrownOn(_ candidate: Candidate) async throws {
    struct NoNetwork: Error {}
    for kind in ForecastKind.allCases {
      let query = try candidate.question(kind, now: Self.now)
      do {
        _ = try await candidate.type.forecast(for: query) { _ in throw NoNetwork() }
        Issue.record("\(candidate.name) made a \(kind.rawValue) forecast of nothing")
      } catch is NoNetwork {
      } catch ScrapingError.unsupported {
      } catch {
        Issue.record("\(candidate.name), \(kind.rawValue): \(error) hides the network's error")
      }
    }
  }

  @Test(arguments: Candidate.all)
  func pagesAreAskedOfTheSitesOwnHosts(_ candidate: Candidate) async throws {
    for kind in ForecastKind.allCases {
      let query = try candidate.question(kind, now: Self.now)
      let body = Self.bodies[4]
      _ = try? await candidate.type.forecast(for: query) { request in
        let host = request.url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst().first
        #expect(candidate.facts.hosts.contains(String(host ?? "")), "\(request.url) is of no host that is stated")
        return Page(url: request.url, status: 200, body: body.bytes, fetched: query.now)
      }
    }
  }

  private func expectRefusal(
    by candidate: Candidate, of query: ForecastQuery, status: Int, _ body: HostileBody
  ) async {
    let what = Comment(rawValue: "\(candidate.name), \(query.question.key), \(body.name) with status \(status)")
    do {
      let forecast = try await candidate.report(on: query) { request in
        Page(url: request.url, status: status, body: body.bytes, fetched: query.now)
      }
      Issue.record("\(what) became a forecast: \(String(describing: forecast).prefix(500))")
    } catch let error as ScrapingError {
      let text = error.description
      #expect(text.count > 30 && text.count < 2000, what)
      #expect(text.contains(candidate.facts.title), "\(what): \(text) does not say which site")
    } catch {
      Issue.record("\(what): \(error) is no error of the room")
    }
  }
}
