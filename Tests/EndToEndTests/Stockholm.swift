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

  /// The page behind a path of the site's, as if it had been made just now: the program shows no page of another day as
  /// today's. Nil where the site has none.
  static func page(_ path: String) throws -> [UInt8]? {
    try recordedPage(path).map { Array(moved(String(decoding: $0, as: UTF8.self)).utf8) }
  }

  /// The page behind a path of the site's, as it was recorded; nil where the site has none.
  static func recordedPage(_ path: String) throws -> [UInt8]? {
    let names = ["today": "1.html", "tenday": "2.html", "hourbyhour": "3.html"]
    let parts = path.split(separator: "/")
    guard parts.count == 4, parts[0] == "weather", parts[3] == "SWXX2372", let name = names[String(parts[1])] else {
      return nil
    }
    return Array(try Data(contentsOf: URL(fileURLWithPath: "\(session)/\(name)")))
  }

  /// The calendar of the place.
  private static var calendar: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
    return calendar
  }

  /// A page of the recorded session with its dates moved to today's, and the times of its observation to now's.
  private static func moved(_ page: String) -> String {
    let now = Date()
    let parts = page.components(separatedBy: "2026-11-")
    var moved = parts[0]
    for part in parts.dropFirst() {
      let days = (Int(part.prefix(2)) ?? 14) - 14
      let date = calendar.date(byAdding: .day, value: days, to: now) ?? now
      moved += text("%Y-%m-%d", date) + part.dropFirst(2)
    }
    let zone = calendar.timeZone.isDaylightSavingTime(for: now) ? "CEST" : "CET"
    return moved.replacing("T07:31:12+0100", with: text("T%H:%M:%S%z", now))
      .replacing("7:42 am CET", with: "\(text("%I:%M", now)) \(text("%H", now) < "12" ? "am" : "pm") \(zone)")
  }

  /// A date by the place's clocks, as `strftime` writes it.
  private static func text(_ format: String, _ date: Date) -> String {
    let seconds = calendar.timeZone.secondsFromGMT(for: date)
    var local = Int(date.timeIntervalSince1970) + seconds
    var parts = tm()
    gmtime_r(&local, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let zone = String(format: "+%02d%02d", seconds / 3600, seconds / 60 % 60)
    let count = strftime(&buffer, buffer.count, format.replacing("%z", with: zone), &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// What a run of the site prints that shows its pages now: the recorded session's output, with today's date.
  static func shown(_ arguments: String...) async throws -> String {
    let outcome = try await Program.run(place + arguments + ["--replay", session])
    guard outcome.status == 0, !outcome.output.isEmpty else { throw NoForecast(text: outcome.error) }
    return outcome.output.replacing(">> Sat Nov 14", with: text(">> %a %b %d", Date()))
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
