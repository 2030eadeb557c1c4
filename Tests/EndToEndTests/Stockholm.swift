import Foundation
import Support

/// The demonstration's place, and the pages that a server of the tests shows of it in the site's place.
enum Stockholm {
  /// The recorded session.
  static let session = Program.checkout.appendingPathComponent("Examples/stockholm").path
  /// The arguments that ask for it.
  static let place = ["-p", "WeatherCom", "-a", "SWXX2372"]
  /// The path of today's page.
  static let todayPath = "/weather/today/l/SWXX2372"

  /// The page behind a path of the site's; nil where it has none.
  static func page(_ path: String) throws -> [UInt8]? {
    let names = ["today": "1.html", "tenday": "2.html", "hourbyhour": "3.html"]
    let parts = path.split(separator: "/")
    guard parts.count == 4, parts[0] == "weather", parts[3] == "SWXX2372", let name = names[String(parts[1])] else {
      return nil
    }
    return Array(try Data(contentsOf: URL(fileURLWithPath: "\(session)/\(name)")))
  }

  /// What a run of the recorded session prints.
  static func recorded(_ arguments: String...) async throws -> String {
    let outcome = try await Program.run(place + arguments + ["--replay", session])
    guard outcome.status == 0, !outcome.output.isEmpty else { throw NoForecast(text: outcome.error) }
    return outcome.output
  }

  /// A server that shows all of its pages.
  static func server() throws -> LoopbackServer {
    try LoopbackServer { path in
      guard let page = try? page(path) else { return .init(404, body: Array("no such page".utf8)) }
      return .init(200, ["Content-Type: text/html; charset=utf-8"], body: page)
    }
  }

  /// The recorded session prints nothing, so that there is nothing to compare with.
  struct NoForecast: Error {
    let text: String
  }
}
