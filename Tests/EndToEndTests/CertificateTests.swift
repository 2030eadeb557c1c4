import Foundation
import Support
import Testing

/// TLS is verified, and a certificate of one's own can be added.
@Suite struct CertificateTests {
  @Test func aCertificateThatNobodyVouchesForIsRefused() async throws {
    let server = try await TLSServer(name: "IP:127.0.0.1")
    let outcome = try await Home().today(server.url)
    expectFailure(outcome, 75, "no trusted connection to 127.0.0.1", "certificate", "http.ca_file", within: 5)
    // The library's own words.
    #expect(outcome.error.contains("self-signed certificate") || outcome.error.contains("self signed certificate"))
  }

  @Test func aCertificateOfOnesOwnIsTrusted() async throws {
    let server = try await TLSServer(name: "IP:127.0.0.1")
    let outcome = try await Home(configuration: "http: {ca_file: \"\(server.certificate)\"}").today(server.url)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try await outcome.output == Stockholm.recorded("-td"))
  }

  @Test func aCertificateForAnotherNameIsRefused() async throws {
    let server = try await TLSServer(name: "DNS:elsewhere.example")
    let outcome = try await Home(configuration: "http: {ca_file: \"\(server.certificate)\"}").today(server.url)
    expectFailure(outcome, 75, "no trusted connection to 127.0.0.1", within: 5)
  }

  @Test func aServerWithoutTLSIsToldApart() async throws {
    let server = try LoopbackServer { _ in .init(raw: "no TLS here\n\n") }
    let home = try Home(configuration: "http: {connect_timeout: 500ms}")
    // Whoever waits for the other's first word is given up; whoever hears the wrong one says so.
    expectFailure(try await home.today("https://127.0.0.1:\(server.port)"), 75, "127.0.0.1", within: 4)
  }

  @Test(arguments: ["missing.pem", "empty.pem", "."])
  func aFileWithoutCertificatesIsAWrongConfiguration(file: String) async throws {
    let home = try Home(configuration: "http: {ca_file: \(file)}")
    try home.write("empty.pem", "nothing here\n")
    expectFailure(try await home.today("https://127.0.0.1:1"), 78, "http.ca_file")
  }
}
