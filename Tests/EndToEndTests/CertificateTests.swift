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
    #expect(try await outcome.output == Stockholm.shown("-td"))
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

  @Test(arguments: ["SSL_CERT_FILE", "CURL_CA_BUNDLE"]) func theEnvironmentsCertificatesAreTrusted(
    variable: String
  ) async throws {
    let server = try await TLSServer(name: "IP:127.0.0.1")
    let home = try Home()
    let outcome = try await home.today(server.url, environment: [variable: server.certificate])
    #expect(outcome.status == 0, "\(outcome.error)")
    let other = try await home.today(
      server.url, ["--refresh", "--no-stale"], environment: [variable: home.folder.path + "/none"])
    expectFailure(other, 75, "certificate")
  }

  @Test func aFolderOfCertificatesIsTrusted() async throws {
    let server = try await TLSServer(name: "IP:127.0.0.1")
    let home = try Home()
    _ = try await Shell.output(
      "mkdir '\(home.folder.path)/certs' && cp '\(server.certificate)' "
        + "\"\(home.folder.path)/certs/$(openssl x509 -hash -noout -in '\(server.certificate)').0\"")
    let outcome = try await home.today(server.url, environment: ["SSL_CERT_DIR": home.folder.path + "/certs"])
    #expect(outcome.status == 0, "\(outcome.error)")
    // As curl has it, the bundle stands alone.
    let both = ["SSL_CERT_DIR": home.folder.path + "/certs", "CURL_CA_BUNDLE": home.folder.path + "/none"]
    expectFailure(try await home.today(server.url, ["--refresh", "--no-stale"], environment: both), 75, "certificate")
  }

  @Test func theConfigurationsCertificatesWin() async throws {
    let server = try await TLSServer(name: "IP:127.0.0.1")
    let home = try Home(configuration: "http: {ca_file: \"\(server.certificate)\"}")
    let outcome = try await home.today(server.url, environment: ["SSL_CERT_FILE": "/none", "CURL_CA_BUNDLE": "/none"])
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test func aFailureIsForgottenWhenTheCertificatesChange() async throws {
    let server = try await TLSServer(name: "IP:127.0.0.1")
    let home = try Home()
    expectFailure(try await home.today(server.url), 75, "certificate")
    expectFailure(try await home.today(server.url), 75, "s ago")
    let outcome = try await home.today(server.url, environment: ["SSL_CERT_FILE": server.certificate])
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test func aSecretAddressNeverFollowsToAnOpenOne() async throws {
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    let open = try LoopbackServer { _ in .init(200, body: page) }
    let server = try await TLSServer(name: "IP:127.0.0.1", redirect: open.url("/there"))
    let home = try Home(configuration: "http: {ca_file: \"\(server.certificate)\"}")
    expectFailure(try await home.today(server.url), 69, open.url("/there"), "https")
    #expect(open.connections == 0)
    // Nor by way of another.
    let first = try LoopbackServer { path in .init(302, ["Location: \(server.url)\(path)"]) }
    expectFailure(try await home.today(first.url("")), 69, open.url("/there"), "https")
    #expect(open.connections == 0)
  }
}
