import Foundation
import Support
import Testing

@testable import Web

/// TLS against `openssl s_server`, with a certificate made for the test.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl"))) struct CertificateTests {
  /// A server whose certificate is signed by nobody else and fits 127.0.0.1.
  private final class Server {
    let folder: TemporaryFolder
    let port: Int
    private let process = Process()

    init(name: String = "IP:127.0.0.1") async throws {
      folder = try TemporaryFolder()
      _ = try SessionTests.packed(
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout \(folder.path)/key.pem "
          + "-out \(folder.path)/cert.pem -days 2 -subj /CN=test -addext subjectAltName=\(name) 2>/dev/null")
      // A port that was free a moment ago.
      port = try LoopbackServer { _ in .init(200) }.port
      process.executableURL = URL(filePath: "/usr/bin/openssl")
      process.arguments = [
        "s_server", "-accept", "127.0.0.1:\(port)", "-cert", "\(folder.path)/cert.pem", "-key",
        "\(folder.path)/key.pem",
        "-www", "-quiet",
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      try ChildProcess.start(process)
      try await Task.sleep(for: .milliseconds(300))
    }

    deinit { process.terminate() }

    var certificate: String { "\(folder.path)/cert.pem" }
    var url: String { "https://127.0.0.1:\(port)/" }
  }

  @Test func anUnknownCertificateIsRefused() async throws {
    let server = try await Server()
    let error = await SessionTests.failure(server.url, in: try SessionTests.session())
    guard case .network(_, 60, let text) = error else { Issue.record("\(String(describing: error))"); return }
    #expect(text.contains("certificate"))
  }

  @Test func theConfiguredCertificateIsTrusted() async throws {
    let server = try await Server()
    let session = try SessionTests.session(caFile: server.certificate)
    let response = try await session.response(to: TransferRequest(url: server.url))
    #expect(response.status == 200)
    #expect(!response.body.isEmpty)
  }

  @Test func aCertificateOfAnotherNameIsRefused() async throws {
    let server = try await Server(name: "DNS:elsewhere.example")
    let session = try SessionTests.session(caFile: server.certificate)
    let error = await SessionTests.failure(server.url, in: session)
    guard case .network(_, 60, _) = error else { Issue.record("\(String(describing: error))"); return }
  }

  /// A folder like the system's, with a name for each certificate.
  private static func folder(of certificate: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try SessionTests.packed("cp \(certificate) \(folder.path)/one.pem && openssl rehash \(folder.path)")
    return folder
  }

  @Test func aCertificateOfTheSystemsFolderIsTrusted() async throws {
    let server = try await Server()
    let folder = try Self.folder(of: server.certificate)
    let session = try SessionTests.session(systemFolder: folder.path)
    let response = try await session.response(to: TransferRequest(url: server.url))
    #expect(response.status == 200)
  }

  @Test func aCertificateThatIsNotInTheSystemsFolderIsRefused() async throws {
    let server = try await Server()
    let other = try await Server()
    let folder = try Self.folder(of: other.certificate)
    let session = try SessionTests.session(systemFolder: folder.path)
    let error = await SessionTests.failure(server.url, in: session)
    guard case .network(_, 60, _) = error else { Issue.record("\(String(describing: error))"); return }
    // Nor does that spoil anything for the next.
    let fresh = try SessionTests.session(systemFolder: folder.path)
    #expect(try await fresh.response(to: TransferRequest(url: other.url)).status == 200)
  }

  @Test func onlyAFolderOfHashedNamesIsOne() throws {
    let folder = try TemporaryFolder()
    #expect(CertificateFolder(folder.path) == nil)
    #expect(CertificateFolder(folder.path + "/none") == nil)
    for name in ["ca-certificates.crt", "0123456g.0", "01234567.1", "012345678.0"] {
      _ = try folder.write(name, "".utf8)
    }
    #expect(CertificateFolder(folder.path) == nil)
    _ = try folder.write("0a1b2c3d.0", "".utf8)
    #expect(CertificateFolder(folder.path)?.path == folder.path)
  }

  @Test func aFileWithoutCertificatesIsRefusedAtOnce() throws {
    let folder = try TemporaryFolder()
    for path in ["\(folder.path)/missing.pem", try folder.write("empty.pem", "nothing here\n".utf8), folder.path] {
      do {
        _ = try SessionTests.session(caFile: path)
        Issue.record("\(path) was taken")
      } catch let error as TransferError {
        guard case .badCertificates(path, _) = error else { Issue.record("\(error)"); continue }
        #expect(error.category == .configuration)
      }
    }
  }
}
