import Foundation
import Support

/// All that is set up for a run that meets a fault.
struct FaultScene: Sendable {
  /// The home, which is the working folder, too.
  let home: Home
  /// The words behind the program's name.
  var arguments: [String]
  /// Variables of the environment.
  var environment: [String: String] = [:]
  /// A line of bash that starts the program, which stands in it as `"$@"`.
  var shell: String?
  /// Whether the process that is started is the program, also where a shell begins it, so that its memory can be read.
  var isMeasured = true
  /// What has to live as long as the run.
  var servers: [any Sendable] = []
  /// What the run prints where the fault does no harm.
  var forecast = ""
  /// What is wrong after the run, beyond what it said itself.
  var objections: @Sendable () throws -> [String] = { [] }

  /// A run with these words, in a home of its own.
  init(_ arguments: [String], configuration: String? = nil) throws {
    home = try Home(configuration: configuration)
    self.arguments = arguments
  }

  /// Asks WeatherCom for today in Stockholm, at another address.
  static func stockholm(at base: String, _ more: [String] = [], configuration: String? = nil) async throws -> Self {
    var scene = try Self(
      Stockholm.place + ["-td", "--base-url", base] + more, configuration: configuration)
    scene.forecast = try await Stockholm.shown("-td")
    return scene
  }

  /// Asks WeatherCom for today in Stockholm, where this is answered in place of the page.
  static func stockholm(
    _ more: [String] = [], configuration: String? = nil,
    answer: @escaping @Sendable (_ page: [UInt8]) -> LoopbackServer.Reply
  ) async throws -> Self {
    let page = try Stockholm.page(Stockholm.todayPath) ?? []
    let server = try LoopbackServer { _ in answer(page) }
    var scene = try await stockholm(at: server.url(""), more, configuration: configuration)
    scene.servers = [server]
    return scene
  }

  /// Asks WeatherCom for today in Stockholm, where the page is changed.
  static func page(_ change: @escaping @Sendable (String) -> String) async throws -> Self {
    try await stockholm { page in
      .init(200, ["Content-Type: text/html"], body: Array(change(String(decoding: page, as: UTF8.self)).utf8))
    }
  }

  /// Asks a parser for five days, where this is the answer.
  static func body(_ parser: String, _ area: String, _ body: [UInt8]) throws -> Self {
    let server = try LoopbackServer { _ in .init(200, body: body) }
    var scene = try Self(["-p", parser, "-a", area, "-5d", "--base-url", server.url("")])
    scene.servers = [server]
    return scene
  }

  /// Asks a parser for five days, where this is the answer, with a status.
  static func status(_ status: Int, _ parser: String, _ text: String) throws -> Self {
    let server = try LoopbackServer { _ in .init(status, body: Array(text.utf8)) }
    var scene = try Self(["-p", parser, "-a", "21,18.07", "-5d", "--base-url", server.url("")])
    scene.servers = [server]
    return scene
  }

  /// Asks the US National Weather Service's XML for five days, where this is the answer.
  static func xml(_ text: String) throws -> Self { try body("WeatherGovXML", "38.44,-105.24", Array(text.utf8)) }

  /// Asks the US National Weather Service's page for five days, where this is the answer.
  static func html(_ text: String) throws -> Self { try body("WeatherGovPage", "44.02,-123.11", Array(text.utf8)) }

  /// Asks Open-Meteo for five days, where its answer is changed.
  static func openMeteo(_ change: @escaping @Sendable (String) -> String = { $0 }) async throws -> Self {
    let server = try LoopbackServer { path in
      .init(200, body: Array(change(String(decoding: OpenMeteoSite.answer(path), as: UTF8.self)).utf8))
    }
    var scene = try Self(openMeteoArguments + ["--base-url", server.url("")])
    scene.servers = [server]
    let plain = try OpenMeteoSite.server()
    scene.forecast = try await Program.run(openMeteoArguments + ["--base-url", plain.url("")]).output
    return scene
  }

  private static let openMeteoArguments = ["-p", "OpenMeteo", "-a", "21,18.07", "-5d"]
}
