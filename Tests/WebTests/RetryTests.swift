import Basics
import Foundation
import Support
import Testing

@testable import Web

@Suite struct RetryTests {
  private func answer(_ status: Int, _ headers: [HeaderField] = [], took: Duration = .zero) -> Attempt {
    let response = TransferResponse(
      url: "http://a.example/", status: status, headers: headers, body: [],
      started: LocalTime(secondsSince1970: 784_111_777, offset: 0))
    return Attempt(result: .success(response), took: took)
  }

  private func failure(_ code: Int) -> Attempt {
    Attempt(result: .failure(.network(url: "http://a.example/", code: code, text: "text")), took: .zero)
  }

  @Test func aTryIsToHaveAsMuchTimeAsTheLast() {
    for (took, left, isTried) in [(400, 610, true), (400, 590, false), (0, 350, true), (0, 290, false)] {
      var retry = Retry()
      let attempt = answer(503, took: .milliseconds(took))
      #expect((retry.pause(after: attempt, left: .milliseconds(left), share: 0) != nil) == isTried)
    }
  }

  @Test func whatWasSaidInTimeIsSaid() async throws {
    let replies = Replies([.init(503), .init([(.seconds(5), [])])])
    let server = try LoopbackServer { _ in replies.next() }
    let request = TransferRequest(url: server.url("/"), deadline: .now + .seconds(1))
    let response = try await SessionTests.session().response(to: request)
    #expect(response.status == 503)
  }

  @Test func thePausesGrowAndEnd() {
    var retry = Retry()
    #expect(retry.pause(after: answer(503), left: .seconds(20), share: 1) == .milliseconds(400))
    #expect(retry.pause(after: answer(503), left: .seconds(20), share: 0) == .milliseconds(400))
    #expect(retry.pause(after: answer(503), left: .seconds(20), share: 0) == nil)
    var other = Retry()
    #expect(other.pause(after: answer(503), left: .seconds(20), share: 0) == .milliseconds(200))
    #expect(other.pause(after: answer(503), left: .milliseconds(700), share: 1) == nil)
  }

  @Test(arguments: [429, 500, 502, 503, 504])
  func whatMayPassIsTriedAgain(status: Int) {
    var retry = Retry()
    #expect(retry.pause(after: answer(status), left: .seconds(20), share: 0) != nil)
  }

  @Test(arguments: [200, 204, 301, 400, 401, 403, 404, 410, 501, 505])
  func whatIsAsItIsIsNot(status: Int) {
    var retry = Retry()
    #expect(retry.pause(after: answer(status), left: .seconds(20), share: 0) == nil)
  }

  @Test(arguments: [
    // Broken: partial file, nothing, receive, send, http/2; else no name, refused, timeout, TLS, proxy.
    (18, true), (52, true), (56, true), (55, true), (92, true), (16, true), (6, false), (7, false), (28, false),
    (35, false), (60, false), (5, false), (97, false),
  ])
  func onlyABrokenConnectionIsTriedAgain(code: Int, isTried: Bool) {
    var retry = Retry()
    #expect((retry.pause(after: failure(code), left: .seconds(20), share: 0) != nil) == isTried)
  }

  @Test(
    arguments: [
      ("2", .seconds(2)), ("0", .milliseconds(200)), ("Sun, 06 Nov 1994 08:49:40 GMT", .seconds(3)),
      ("Sun, 06 Nov 1994 08:49:30 GMT", .milliseconds(200)), ("soon", .milliseconds(200)), ("21", nil),
      ("99999999999999999999", nil),
    ] as [(String, Duration?)])
  func theServersWordIsKept(text: String, pause: Duration?) {
    var retry = Retry()
    let fields = [HeaderField(name: "Retry-After", value: text)]
    #expect(retry.pause(after: answer(429, fields), left: .seconds(20), share: 0) == pause)
  }

  @Test func anAnswerThatComesLaterIsTaken() async throws {
    let replies = Replies([.init(503), .init([]), .init(200, body: Array("fine".utf8))])
    let server = try LoopbackServer { _ in replies.next() }
    let response = try await SessionTests.session().response(to: TransferRequest(url: server.url("/")))
    #expect(response.status == 200 && response.body == Array("fine".utf8))
    #expect(server.requests.count == 3)
  }

  @Test func threeTimesIsAll() async throws {
    let server = try LoopbackServer { _ in .init(502) }
    let response = try await SessionTests.session().response(to: TransferRequest(url: server.url("/")))
    #expect(response.status == 502)
    #expect(server.requests.count == 3)
  }

  @Test func aLongRetryAfterIsReportedAtOnce() async throws {
    let server = try LoopbackServer { _ in .init(429, ["Retry-After: 3600"]) }
    let response = try await SessionTests.session().response(to: TransferRequest(url: server.url("/")))
    #expect(response.retryAfter == 3600)
    #expect(server.requests.count == 1)
  }

  @Test func aShortRetryAfterIsWaitedFor() async throws {
    let replies = Replies([.init(429, ["Retry-After: 1"]), .init(200)])
    let server = try LoopbackServer { _ in replies.next() }
    let begin = ContinuousClock.now
    let response = try await SessionTests.session().response(to: TransferRequest(url: server.url("/")))
    #expect(response.status == 200)
    #expect(ContinuousClock.now - begin >= .seconds(1))
  }

  @Test func aDeadlineEndsARequestWhereverItIs() async throws {
    let server = try LoopbackServer { _ in .init([(.seconds(10), [])]) }
    let session = try SessionTests.session(perHost: 1)
    let begin = ContinuousClock.now
    let deadline = begin + .milliseconds(400)
    async let first = SessionTests.failure(TransferRequest(url: server.url("/1"), deadline: deadline), in: session)
    async let second = SessionTests.failure(TransferRequest(url: server.url("/2"), deadline: deadline), in: session)
    let failures = await [first, second]
    #expect(ContinuousClock.now - begin < .seconds(5))
    // Which of them was first is not ours to say; the other has never been asked.
    #expect(server.requests.count == 1)
    #expect(failures.allSatisfy { $0?.category == .network })
    #expect(failures.contains { if case .outOfTime = $0 { true } else { false } })
  }
}
