import Foundation
import Support
import Testing

/// A site that answers, but not with a forecast.
@Suite struct RefusalTests {
  @Test func programsThatAreRefusedAreToldTheWayIn() async throws {
    let server = try LoopbackServer { _ in
      .init(403, ["Content-Type: text/html"], body: Array("<html><title>Access Denied</title></html>".utf8))
    }
    let outcome = try await Home().today(server.url(""))
    expectFailure(outcome, 69, "refuses programs", "403", "--replay", "save the page from a browser", within: 5)
    #expect(server.requests.count == 1)
  }

  @Test func anAreaThatTheSiteDoesNotKnowIsTold() async throws {
    let server = try LoopbackServer { _ in .init(404, body: Array("<title>404 Not Found</title>".utf8)) }
    expectFailure(try await Home().today(server.url("")), 68, "does not know the area SWXX2372", within: 5)
  }

  @Test(arguments: [400, 401, 410, 418, 429, 500, 502, 503, 504])
  func aFaultOfTheSiteIsToldWithItsStatus(status: Int) async throws {
    let server = try LoopbackServer { _ in .init(status, body: Array("<title>Sorry</title>".utf8)) }
    let outcome = try await Home().today(server.url(""))
    if status == 410 {
      expectFailure(outcome, 68, "SWXX2372")
    } else {
      expectFailure(outcome, 69, "status \(status)", "weather.com\(Stockholm.todayPath)")
    }
  }

  @Test func aCircleOfRedirectsEnds() async throws {
    let server = try LoopbackServer { path in .init(302, ["Location: \(path == "/a" ? "/b" : "/a")"]) }
    expectFailure(try await Home().today(server.url("")), 69, "redirects in a circle", within: 5)
    #expect(server.requests.count == 11)
  }

  @Test func redirectsThatGoOnAndOnEnd() async throws {
    let server = try LoopbackServer { path in .init(307, ["Location: \(path)x"]) }
    expectFailure(try await Home().today(server.url("")), 69, "more than 10 times", within: 5)
    #expect(server.requests.count == 11)
  }

  @Test(arguments: ["file:///etc/hostname", "ftp://127.0.0.1/x", "gopher://127.0.0.1/x", "dict://127.0.0.1/x"])
  func aRedirectToWhatIsNotTheWebIsRefused(target: String) async throws {
    let server = try LoopbackServer { _ in .init(302, ["Location: \(target)"]) }
    expectFailure(
      try await Home().today(server.url("")), 69, "redirects to \(target)", "only http and https", within: 5)
  }

  @Test func aRedirectToNowhereIsTold() async throws {
    let server = try LoopbackServer { _ in .init(302, ["Location: http://"]) }
    let outcome = try await Home().today(server.url(""))
    expectFailure(outcome, outcome.status)
    #expect([69, 75].contains(outcome.status), "\(outcome.error)")
  }

  @Test func aRedirectWithoutATargetIsAFaultOfTheSite() async throws {
    let server = try LoopbackServer { _ in .init(302) }
    expectFailure(try await Home().today(server.url("")), 69, "status 302")
  }

  @Test(
    arguments: [
      ("", "empty"),
      ("<html><body><form><input type='password'></form></body></html>", "login page"),
      ("<html><title>Before you continue</title></html>", "consent page"),
      ("<html><body><p>Something else</p></body></html>", "none of the layouts"),
      (#"{"weather": "fine"}"#, "none of the layouts"),
      (String(repeating: "\0", count: 5000), "none of the layouts"),
    ])
  func aPageThatIsNoForecastIsNamed(page: String, sentence: String) async throws {
    let server = try LoopbackServer { _ in .init(200, body: Array(page.utf8)) }
    expectFailure(try await Home().today(server.url("")), 65, sentence, "https://weather.com\(Stockholm.todayPath)")
  }
}
