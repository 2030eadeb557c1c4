import Testing

@testable import Transfer

@Suite struct HostHealthTests {
  private let request = TransferRequest(url: "http://a.example/1")
  private let other = TransferRequest(url: "http://a.example/2")

  private func failure(_ code: Int) -> Result<TransferResponse, TransferError> {
    .failure(.network(url: request.url, code: code, text: "text"))
  }

  private var answer: Result<TransferResponse, TransferError> {
    .success(
      TransferResponse(
        url: request.url, status: 500, headers: [], body: [], started: Timestamp(secondsSince1970: 0, offset: 0)))
  }

  @Test(arguments: [6, 7, 28, 60, 5])
  func aHostThatFailsAgainAndAgainIsGivenUp(code: Int) {
    let health = HostHealth(limit: 2)
    health.note(failure(code), of: request)
    #expect(health.failure(of: other) == nil)
    health.note(failure(code), of: request)
    #expect(
      health.failure(of: other)
        == .network(url: other.url, code: code, text: "text, for others of this site, too"))
    #expect(health.failure(of: TransferRequest(url: "http://b.example/1")) == nil)
  }

  @Test func aHostThatHasAnsweredIsNot() {
    let health = HostHealth(limit: 1)
    health.note(answer, of: request)
    for _ in 0..<9 { health.note(failure(28), of: request) }
    #expect(health.failure(of: request) == nil)
  }

  @Test(arguments: [18, 56, 23])
  func onePageThatBreaksSaysNothingOfOthers(code: Int) {
    let health = HostHealth(limit: 1)
    health.note(failure(code), of: request)
    #expect(health.failure(of: request) == nil)
  }
}
