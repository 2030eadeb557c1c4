import Support
import Testing

@testable import Web

/// Requests of users' site files: to the site's hosts alone, and to no address of this machine or its network.
@Suite struct ConfinedRequestTests {
  private func request(_ url: String, _ hosts: [String]) -> TransferRequest {
    var request = TransferRequest(url: url)
    request.confinedTo = hosts
    return request
  }

  @Test func aLocalAddressIsNotConnectedTo() async throws {
    let server = try LoopbackServer { _ in .init(200) }
    let session = try SessionTests.session()
    for host in ["127.0.0.1", "localhost"] {
      let url = "http://\(host):\(server.port)/"
      #expect(await SessionTests.failure(request(url, [host]), in: session) == .localAddress(url: url))
    }
    #expect(server.requests.isEmpty)
    #expect(try await session.response(to: TransferRequest(url: server.url("/"))).status == 200)
    #expect(TransferError.localAddress(url: "").category == .refused)
  }

  @Test func onlyTheSitesHostsMayBeLedTo() {
    let request = request("https://Site.example/a", ["Site.example", "api.site.example"])
    for url in ["https://site.example/b", "http://API.site.example:8080/"] { #expect(request.mayLead(to: url)) }
    for url in [
      "https://other.example/", "https://site.example.evil.example/", "https://site.example@evil.example/", "nonsense",
    ] {
      #expect(!request.mayLead(to: url))
    }
    #expect(TransferRequest(url: "https://site.example/").mayLead(to: "https://other.example/"))
  }
}
