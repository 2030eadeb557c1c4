import Support

extension FaultChapter {
  /// Proxies that fail.
  static let proxies = FaultChapter(
    title: "Proxies",
    faults: [
      Fault("the proxy is not there", .error(75, ["http_proxy"]), within: 1) {
        var scene = try await FaultScene.stockholm(at: "http://site.example")
        scene.environment["http_proxy"] = "http://127.0.0.1:\(try LoopbackServer { _ in .init(200) }.port)"
        return scene
      },
      Fault(
        "the proxy's name is not known", .error(75, ["proxy"]), needs: "getent hosts no-such-host.invalid; test $? = 2"
      ) {
        var scene = try await FaultScene.stockholm(at: "http://site.example")
        scene.environment["http_proxy"] = "http://no-such-host.invalid:3128"
        return scene
      },
      Fault("the proxy dies before it answers CONNECT", .error(75, ["site.example"])) {
        try await tunnel { _ in .init([], ending: .resets) }
      },
      Fault("the proxy dies in the middle of its answer to CONNECT", .error(75, ["site.example"])) {
        try await tunnel { _ in breaking(behind: "HTTP/1.1 200 Conn") }
      },
      Fault("the proxy dies when the tunnel stands", .error(75, ["site.example"])) {
        try await tunnel { _ in breaking(behind: "HTTP/1.1 200 OK\r\n\r\n") }
      },
      Fault(
        "the proxy wants a password for CONNECT", .error(75, ["the proxy on the way to site.example failed"]), within: 1
      ) {
        try await tunnel { _ in .init(407, ["Proxy-Authenticate: Basic realm=\"x\""]) }
      },
      Fault("the proxy dies in the middle of a page", .error(75, ["cut short"])) {
        let page = try Stockholm.page(Stockholm.todayPath) ?? []
        let proxy = try LoopbackServer { _ in
          .init([(.zero, head(page.count) + page[..<9000]), (.milliseconds(50), [])], ending: .resets)
        }
        var scene = try await FaultScene.stockholm(at: "http://site.example")
        scene.environment["http_proxy"] = proxy.url("")
        scene.servers = [proxy]
        return scene
      },
    ])

  /// A connection that breaks when this has been sent.
  private static func breaking(behind text: String) -> LoopbackServer.Reply {
    .init([(.zero, Array(text.utf8)), (.milliseconds(50), [])], ending: .resets)
  }

  /// A site behind a tunnel that is asked for like this.
  private static func tunnel(_ answer: @escaping @Sendable (String) -> LoopbackServer.Reply) async throws -> FaultScene
  {
    let proxy = try LoopbackServer(answer)
    var scene = try await FaultScene.stockholm(at: "https://site.example")
    scene.environment["https_proxy"] = proxy.url("")
    scene.servers = [proxy]
    return scene
  }
}
