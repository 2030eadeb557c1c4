import Foundation
import Support

/// A server that answers as Open-Meteo does, for any point and from today on: the high is the latitude, the low 5 degrees
/// less.
enum OpenMeteoSite {
  /// The answer to a request's path, of `days` days; with another high than the latitude where one is given.
  static func answer(_ path: String, days: Int = 10, high: Int? = nil) -> [UInt8] {
    let items = path.split(separator: "?").last.map { $0.split(separator: "&") } ?? []
    func value(_ name: String) -> String {
      items.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) } ?? "0"
    }
    let latitude = Double(value("latitude")) ?? 0
    let high = high.map(Double.init) ?? latitude
    func list(_ item: (Int) -> String) -> String { "[\((0..<days).map(item).joined(separator: ","))]" }
    let times = list { "\"\(day(after: $0))\"" }
    return Array(
      """
      {"latitude": \(latitude), "longitude": \(value("longitude")), "utc_offset_seconds": 0, "timezone": "GMT",
       "daily_units": {"time": "iso8601", "temperature_2m_max": "°C", "temperature_2m_min": "°C"},
       "daily": {"time": \(times), "temperature_2m_max": \(list { _ in "\(high)" }),
        "temperature_2m_min": \(list { _ in "\(high - 5)" })}}
      """.utf8)
  }

  /// The date so many days after today, in UTC. By the C library: many threads ask at once, each for itself.
  private static func day(after count: Int) -> String {
    var seconds = time(nil) + count * 86_400
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }

  /// A server that has an answer for every point.
  static func server() throws -> LoopbackServer {
    try LoopbackServer { .init(200, ["Content-Type: application/json"], body: answer($0), keepsOpen: true) }
  }

  /// The configuration under which Open-Meteo is asked there.
  static func configuration(_ base: String) -> String { "parsers: {OpenMeteo: {base_url: \"\(base)\"}}\n" }
}
