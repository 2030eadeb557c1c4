import Basics
import Testing

@testable import Web

@Suite struct HostHealthTests {
  private let request = TransferRequest(url: "http://a.example/1")
  private let now = ContinuousClock.now
  private let other = TransferRequest(url: "http://a.example/2")

  private func failure(_ code: Int) -> Result<TransferResponse, TransferError> {
    .failure(.network(url: request.url, code: code, text: "text"))
  }

  private func answer(_ status: Int = 200, retryAfter: String? = nil) -> Result<TransferResponse, TransferError> {
    let headers = retryAfter.map { [HeaderField(name: "Retry-After", value: $0)] } ?? []
    return .success(
      TransferResponse(
        url: request.url, status: status, headers: headers, body: [],
        started: LocalTime(secondsSince1970: 0, offset: 0)))
  }

  @Test(arguments: [6, 7, 28, 60, 5])
  func aHostThatFailsAgainAndAgainIsGivenUp(code: Int) {
    let health = HostHealth(limit: 1)
    // One page that takes long says nothing of the others, nor do two.
    for _ in 0..<2 { health.note(failure(code), of: request, now: now) }
    #expect(health.failure(of: other) == nil)
    health.note(failure(code), of: request, now: now)
    #expect(
      health.failure(of: other)
        == .network(url: other.url, code: code, text: "text, for others of this site, too"))
    #expect(health.failure(of: TransferRequest(url: "http://b.example/1")) == nil)
  }

  @Test func aHostThatHasAnsweredIsNot() {
    let health = HostHealth(limit: 1)
    health.note(answer(500), of: request, now: now)
    for _ in 0..<9 { health.note(failure(28), of: request, now: now) }
    #expect(health.failure(of: request) == nil)
  }

  @Test(arguments: [18, 56, 23])
  func onePageThatBreaksSaysNothingOfOthers(code: Int) {
    let health = HostHealth(limit: 1)
    health.note(failure(code), of: request, now: now)
    #expect(health.failure(of: request) == nil)
  }

  @Test func aHostThatIsNeverWellIsTriedOnceEach() {
    let health = HostHealth(limit: 4)
    for _ in 0..<4 {
      #expect(!health.isFailing(other))
      health.note(answer(503), of: request, now: now)
    }
    #expect(health.isFailing(other))
    health.note(answer(404), of: request, now: now)
    #expect(!health.isFailing(other))
  }

  @Test func whatAHostAsksForHoldsForAllRequestsToIt() {
    let health = HostHealth(limit: 4)
    #expect(health.wait(of: other, now: now) == nil)
    health.note(answer(429, retryAfter: "7"), of: request, now: now)
    #expect(health.wait(of: other, now: now) == .seconds(7))
    #expect(health.wait(of: other, now: now + .seconds(8)) == nil)
    #expect(health.wait(of: TransferRequest(url: "http://b.example/1"), now: now) == nil)
    health.note(answer(429, retryAfter: "99999999999999999999"), of: request, now: now)
    #expect(health.wait(of: other, now: now) == .seconds(366 * 86_400))
  }

  @Test func aPauseIsKeptBetweenTheRequestsToAHost() {
    let health = HostHealth(limit: 4, pauses: ["http://a.example": .seconds(2), "http://a.example/x": .seconds(1)])
    #expect(health.turn(of: request, now: now) == now)
    #expect(health.turn(of: other, now: now) == now + .seconds(2))
    let late = TransferRequest(url: request.url, deadline: now + .seconds(3))
    #expect(health.turn(of: late, now: now) == nil)
    // Who could not wait has taken nobody's turn.
    #expect(health.turn(of: other, now: now) == now + .seconds(4))
    #expect(health.turn(of: TransferRequest(url: "http://b.example/"), now: now) == now)
  }
}
