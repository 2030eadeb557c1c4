import Foundation
import Support

extension FaultChapter {
  /// Redirects to where nobody should go.
  static let redirects = FaultChapter(
    title: "Redirects",
    faults: [
      // Whoever opened the pipe would wait for ever.
      Fault("a redirect to a file", .error(69, ["only http and https"]), within: 1) {
        let home = try Home()
        _ = try await Shell.output("mkfifo '\(home.folder.path)/trap'")
        var scene = try await to("file://\(home.folder.path)/trap")
        scene.servers.append(home)
        return scene
      },
      Fault("a redirect to ftp", .error(69, ["only http and https"]), within: 1) { try await elsewhere("ftp") },
      Fault("a redirect to gopher", .error(69, ["only http and https"]), within: 1) { try await elsewhere("gopher") },
      Fault("a redirect to dict", .error(69, ["only http and https"]), within: 1) { try await elsewhere("dict") },
      Fault("a redirect to a scheme that nobody knows", .error(69, ["only http and https"]), within: 1) {
        try await elsewhere("nonsense")
      },
      Fault("a redirect with escapes in it", .error(69, ["only http and https"]), within: 1) {
        try await to("nonsense://\u{1B}]0;owned\u{7}\u{1B}[31m\u{202E}/")
      },
      Fault("a redirect to nowhere", .error(69, ["redirects to http://"]), within: 1) { try await to("http://") },
      Fault("a redirect of 200 kB", .error(65, ["header", "larger than 100 KiB"]), within: 1) {
        try await to("/" + String(repeating: "x", count: 200_000))
      },
      Fault("a redirect to itself", .error(69, ["redirects in a circle"]), within: 1) {
        try await to(Stockholm.todayPath)
      },
      Fault("a redirect to ever longer addresses", .error(69, ["more than 10 times"]), within: 1) {
        let server = try LoopbackServer { path in .init(307, ["Location: \(path)x"]) }
        var scene = try await FaultScene.stockholm(at: server.url(""))
        scene.servers = [server]
        return scene
      },
      Fault("a cookie, and a redirect to another host", .forecast(), within: 2) {
        let page = try Stockholm.page(Stockholm.todayPath) ?? []
        let other = try LoopbackServer { _ in .init(200, body: page) }
        let location = "Location: http://localhost:\(other.port)/there"
        let site = try LoopbackServer { _ in
          .init(302, ["Set-Cookie: secret=1; Path=/", "Set-Cookie: wide=1; Domain=localhost; Path=/", location])
        }
        var scene = try await FaultScene.stockholm(at: site.url(""))
        scene.servers = [site, other]
        scene.objections = {
          let heads = site.requests + other.requests
          if heads.count != 2 { return ["there were \(heads.count) requests"] }
          return heads.filter { $0.lowercased().contains("\r\ncookie:") }.map { "a cookie was sent: \($0)" }
        }
        return scene
      },
    ])

  /// A site that leads on to an address.
  private static func to(_ location: String) async throws -> FaultScene {
    try await .stockholm { _ in .init(302, ["Location: \(location)"]) }
  }

  /// A site that leads on to another server by a scheme; that server is to see nobody.
  private static func elsewhere(_ scheme: String) async throws -> FaultScene {
    let other = try LoopbackServer { _ in .init(200) }
    var scene = try await to("\(scheme)://127.0.0.1:\(other.port)/x")
    scene.servers.append(other)
    scene.objections = { other.connections == 0 ? [] : ["it went there"] }
    return scene
  }
}
