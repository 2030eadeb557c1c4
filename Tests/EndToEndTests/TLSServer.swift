import Foundation
import Support

/// A server that speaks TLS with a certificate made for the test, and shows today's page of Stockholm.
final class TLSServer: Sendable {
  private let home: Home
  private let process = Process()
  private let port: Int

  /// A server; its certificate is signed by nobody else and for a name, such as `IP:127.0.0.1`, and holds for so many days
  /// from now on: with -1 it ended yesterday.
  ///
  /// - Parameter redirect: the address that it leads on to in place of a page.
  init(name: String, days: Int = 2, redirect: String? = nil) async throws {
    home = try Home()
    let folder = home.folder
    _ = try await Shell.output(
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test "
        + "-addext subjectAltName=\(name) -keyout '\(folder.path)/key.pem' -out '\(folder.path)/cert.pem' 2> /dev/null")
    if days < 0 {
      _ = try await Shell.output(
        "cd '\(folder.path)' && openssl x509 -in cert.pem -signkey key.pem -days \(days) -out old.pem 2> /dev/null "
          + "&& mv old.pem cert.pem")
    }
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    let head = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(page.count)\r\n\r\n"
    let answer = redirect.map { Array("HTTP/1.0 302 Found\r\nLocation: \($0)\r\nContent-Length: 0\r\n\r\n".utf8) }
    try home.write(String(Stockholm.todayPath.dropFirst()), answer ?? Array(head.utf8) + page)
    // A port that was free a moment ago.
    port = try LoopbackServer { _ in .init(200) }.port
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "openssl", "s_server", "-accept", "127.0.0.1:\(port)", "-cert", "cert.pem", "-key", "key.pem", "-HTTP",
    ]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try ChildProcess.start(process)
    for _ in 0..<100 where await !listens() { try await Task.sleep(for: .milliseconds(50)) }
  }

  /// Whether somebody answers at the port.
  private func listens() async -> Bool {
    (try? await Shell.output("bash -c ': < /dev/tcp/127.0.0.1/\(port)' 2> /dev/null")) != nil
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// The server's address.
  var url: String { "https://127.0.0.1:\(port)" }
  /// The file of its certificate.
  var certificate: String { home.folder.appendingPathComponent("cert.pem").path }
}
