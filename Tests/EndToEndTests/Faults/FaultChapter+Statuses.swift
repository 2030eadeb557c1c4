import Support

extension FaultChapter {
  /// Sites that refuse or fail.
  static let statuses = FaultChapter(
    title: "Statuses",
    faults: [
      Fault("status 403 is not tried again", .error(69, ["refuses programs", "--replay"]), within: 1) {
        try await asked(once: .init(403))
      },
      Fault("status 404 is not tried again", .error(68, ["does not know the area"]), within: 1) {
        try await asked(once: .init(404))
      },
      Fault("status 500, again and again", .error(69, ["status 500"]), within: 3) {
        try await .stockholm { _ in .init(500) }
      },
      Fault("status 429 with Retry-After: 3600", .error(69, ["status 429"]), within: 1) {
        try await asked(once: .init(429, ["Retry-After: 3600"]))
      },
      Fault(
        "status 503 with a Retry-After that no number holds", .error(69, ["status 503", "more than a day"]), within: 1
      ) {
        try await asked(once: .init(503, ["Retry-After: \(String(repeating: "9", count: 40))"]))
      },
      Fault("status 503 with a Retry-After that is no time", .error(69, ["status 503"]), within: 3) {
        try await .stockholm { _ in .init(503, ["Retry-After: -1 soon"]) }
      },
      Fault("a status that is none", .error(75, ["127.0.0.1"]), within: 3) {
        try await .stockholm { _ in .init(raw: "HTTP/1.1 99999 Whatever\nContent-Length: 0\n\n") }
      },
      Fault("status 304, which nobody asked for", .error(69, ["status 304"]), within: 1) {
        try await asked(once: .init(304))
      },
    ])

  /// A site that is to be asked no more than once.
  private static func asked(once reply: LoopbackServer.Reply) async throws -> FaultScene {
    let server = try LoopbackServer { _ in reply }
    var scene = try await FaultScene.stockholm(at: server.url(""))
    scene.servers = [server]
    scene.objections = { server.requests.count == 1 ? [] : ["it asked \(server.requests.count) times"] }
    return scene
  }
}
