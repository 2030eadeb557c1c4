import Support

extension FaultChapter {
  /// Connections that do not come about, or do not last, and answers on the second try.
  static let connections = FaultChapter(
    title: "Connections",
    faults: [
      Fault("the connection is refused", .error(75, ["no connection to 127.0.0.1"]), within: 1) {
        // A port that was free a moment ago.
        try await .stockholm(at: "http://127.0.0.1:\(try LoopbackServer { _ in .init(200) }.port)")
      },
      Fault(
        "there is no such name", .error(75, ["the name no-such-host.invalid is not known"]), within: 1, needs: unknown
      ) {
        try await .stockholm(at: "http://no-such-host.invalid")
      },
      Fault("the connection is reset before the answer", .error(75, ["cut short"])) {
        try await .stockholm { _ in .init([], ending: .resets) }
      },
      Fault("the connection is reset in the middle of the answer", .error(75, ["cut short"])) {
        try await .stockholm { page in
          .init([(.zero, head(page.count) + page[..<9000]), (.milliseconds(50), [])], ending: .resets)
        }
      },
      Fault("the connection is closed without a word", .error(75, ["cut short"])) {
        try await .stockholm { _ in .init([]) }
      },
      Fault("a body is cut short, though a forecast could be read off it", .error(75, ["cut short"])) {
        try await .stockholm { page in .init([(.zero, head(page.count + 10) + page)]) }
      },
      Fault("a body in chunks ends before its last chunk", .error(75, ["cut short"])) {
        try await .stockholm { page in
          let length = Array("\(String(page.count, radix: 16))\r\n".utf8)
          return .init([(.zero, Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".utf8) + length + page)])
        }
      },
      Fault("a page without a length is cut off inside its markup", .error(65, ["cut off"])) {
        try await .stockholm { page in .init([(.zero, Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + page[..<9000])]) }
      },
      Fault("a mail server answers", .error(75, ["127.0.0.1"])) {
        try await .stockholm { _ in .init(raw: "220 mail.example ESMTP\n\n") }
      },
      Fault("the connection is reset, and the next one is fine", .forecast()) {
        try await second { .init([], ending: .resets) }
      },
      Fault("status 500, and then all is well", .forecast()) { try await second { .init(500) } },
      Fault("status 503 with Retry-After: 1, and then all is well", .forecast(), within: 3) {
        try await second { .init(503, ["Retry-After: 1"]) }
      },
      Fault("status 429 with Retry-After: 1, and then all is well", .forecast(), within: 3) {
        try await second { .init(429, ["Retry-After: 1"]) }
      },
      Fault("a certificate that nobody vouches for", .error(75, ["no trusted connection", "http.ca_file"])) {
        try await tls("IP:127.0.0.1", isTrusted: false)
      },
      Fault("a trusted certificate for another name", .error(75, ["no trusted connection"])) {
        try await tls("DNS:elsewhere.example")
      },
      Fault("a trusted certificate that ended yesterday", .error(75, ["no trusted connection", "clock"])) {
        try await tls("IP:127.0.0.1", days: -1)
      },
      Fault("a server that speaks no TLS where it should", .error(75, ["no trusted connection"])) {
        let server = try LoopbackServer(greeting: "HTTP/1.1 400 Bad Request\r\n\r\n")
        var scene = try await FaultScene.stockholm(at: "https://127.0.0.1:\(server.port)")
        scene.servers = [server]
        return scene
      },
    ])

  /// A head that announces a length.
  static func head(_ length: Int) -> [UInt8] {
    Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(length)\r\n\r\n".utf8)
  }

  /// Where no name server answers at all, a name is not unknown but late.
  private static let unknown = "getent hosts no-such-host.invalid; test $? = 2"

  /// A site whose first answer is this and whose second is the page.
  private static func second(first: @escaping @Sendable () -> LoopbackServer.Reply) async throws -> FaultScene {
    let turn = Turn()
    return try await .stockholm { page in turn.next() == 1 ? first() : .init(200, body: page) }
  }

  /// A site that speaks TLS.
  private static func tls(_ name: String, days: Int = 2, isTrusted: Bool = true) async throws -> FaultScene {
    let server = try await TLSServer(name: name, days: days)
    var scene = try await FaultScene.stockholm(
      at: server.url, configuration: isTrusted ? "http: {ca_file: \"\(server.certificate)\"}" : nil)
    scene.servers = [server]
    return scene
  }
}
