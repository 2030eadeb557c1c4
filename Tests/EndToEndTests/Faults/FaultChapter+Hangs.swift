import Foundation
import Support

extension FaultChapter {
  /// What never ends, each with `--timeout 2s`, which bounds the whole run.
  static let hangs = FaultChapter(
    title: "Hanging, with `--timeout 2s`",
    faults: [
      hang("the connection never comes about, as behind a firewall that drops all") {
        let hole = try BlackHole()
        return try await timed("http://127.0.0.1:\(hole.port)", hole)
      },
      hang("the TLS handshake is never answered") {
        let server = try LoopbackServer { _ in .init([]) }
        return try await timed("https://127.0.0.1:\(server.port)", server)
      },
      hang("the request is never answered") { try await timed { _ in .init([(.seconds(4), [])]) } },
      hang("the header never ends: a line, then silence") {
        try await timed { _ in .init([(.zero, Array("HTTP/1.1 200 OK\r\n".utf8)), (.seconds(4), [])]) }
      },
      hang("headers, then silence") {
        try await timed { page in .init([(.zero, head(page.count)), (.seconds(4), [])]) }
      },
      hang("one byte a second") {
        try await timed { page in .init([(.zero, head(page.count))], ending: .goesOn([0x3C], pause: .seconds(1))) }
      },
      hang("headers without end, one a tenth of a second") {
        try await timed { _ in
          .init(
            [(.zero, Array("HTTP/1.1 200 OK\r\n".utf8))],
            ending: .goesOn(Array("X-More: yes\r\n".utf8), pause: .milliseconds(100)))
        }
      },
      hang("each try breaks after 1.5 seconds", says: "127.0.0.1") {
        try await timed { _ in .init([(.milliseconds(1500), [])], ending: .resets) }
      },
      hang("the name server never answers", needs: privateNames) {
        var scene = try await FaultScene.stockholm(at: "http://site.example", ["--timeout", "2s"])
        try scene.home.write("resolv.conf", "nameserver 127.0.0.1\n")
        _ = try await Shell.output(
          "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test "
            + "-keyout '\(scene.home.folder.path)/key' -out '\(scene.home.folder.path)/cert' 2> /dev/null")
        // DTLS takes the questions in, and drops them. Its input never ends, and it must not live on.
        scene.shell = """
          mkfifo never && exec unshare -rnm bash -c '\(ownNames)
          openssl s_server -quiet -dtls -accept 127.0.0.1:53 -cert cert -key key > /dev/null 2>&1 0<>never &
          sleep 0.2; "$@"; status=$?; kill -9 $! && wait $! 2> /dev/null; exit $status' bash "$@"
          """
        scene.isMeasured = false
        return scene
      },
      hang("the proxy never answers CONNECT") {
        let proxy = try LoopbackServer { _ in .init([(.seconds(4), [])]) }
        var scene = try await timed("https://site.example", proxy)
        scene.environment["https_proxy"] = proxy.url("")
        return scene
      },
      hang("both parsers' sites never answer") {
        let server = try LoopbackServer { _ in .init([(.seconds(4), [])]) }
        var scene = try FaultScene(
          ["-p", "SMHI,OpenMeteo", "-a", "59.33,18.07", "-td", "--timeout", "2s", "--quiet"],
          configuration:
            "parsers: {\(["SMHI", "OpenMeteo"].map { "\($0): {base_url: \"\(server.url(""))\"}" }.joined(separator: ", "))}"
        )
        scene.servers = [server]
        return scene
      },
      hang("the list of areas never comes on standard input", says: "--timeout") {
        var scene = try FaultScene(["-p", "WeatherCom", "--areas", "-", "-td", "--timeout", "2s"])
        scene.shell = "mkfifo never && exec \"$@\" 0<>never"
        return scene
      },
      Fault(
        "the site hangs, and an answer of before is kept", .forecast(note: "showing the answer from 1 min ago"),
        within: 2.5
      ) {
        let turn = Turn()
        var scene = try await timed { page in
          turn.next() == 1 ? .init(200, body: page) : .init([(.seconds(4), [])])
        }
        _ = try await scene.home.run(scene.arguments)
        scene.arguments += ["--max-age", "0"]
        let lines = scene.forecast.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        scene.forecast = "\(lines[0]) (1 min old)\n\(lines[1])"
        return scene
      },
    ])

  private static func hang(
    _ name: String, says words: String = "in time", needs: String? = nil,
    _ arrange: @escaping @Sendable () async throws -> FaultScene
  ) -> Fault {
    Fault(name, .error(75, [words]), within: 2.5, needs: needs, arrange)
  }

  private static func timed(
    _ answer: @escaping @Sendable (_ page: [UInt8]) -> LoopbackServer.Reply
  ) async throws -> FaultScene { try await .stockholm(["--timeout", "2s"], answer: answer) }

  private static func timed(_ base: String, _ server: any Sendable) async throws -> FaultScene {
    var scene = try await FaultScene.stockholm(at: base, ["--timeout", "2s"])
    scene.servers = [server]
    return scene
  }

  /// A network and a name server of the run's own, which needs no rights where users may have namespaces.
  private static let ownNames = "ip link set lo up && mount --bind resolv.conf /etc/resolv.conf"
  private static let privateNames =
    "echo nameserver 127.0.0.1 > resolv.conf && unshare -rnm bash -c '\(ownNames)' && openssl version"
}
