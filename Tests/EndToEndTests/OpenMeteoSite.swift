import Foundation
import Support

/// A server that answers as Open-Meteo does, for any point and from today on: the high is the latitude, the low 5 degrees
/// less.
enum OpenMeteoSite {
  /// The answer to a request's path, of `days` days.
  static func answer(_ path: String, days: Int = 10) -> [UInt8] {
    let items = path.split(separator: "?").last.map { $0.split(separator: "&") } ?? []
    func value(_ name: String) -> String {
      items.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) } ?? "0"
    }
    let latitude = Double(value("latitude")) ?? 0
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "yyyy-MM-dd"
    func list(_ item: (Int) -> String) -> String { "[\((0..<days).map(item).joined(separator: ","))]" }
    let times = list { "\"\(format.string(from: Date().addingTimeInterval(Double($0) * 86_400)))\"" }
    return Array(
      """
      {"latitude": \(latitude), "longitude": \(value("longitude")), "utc_offset_seconds": 0, "timezone": "GMT",
       "daily_units": {"time": "iso8601", "temperature_2m_max": "°C", "temperature_2m_min": "°C"},
       "daily": {"time": \(times), "temperature_2m_max": \(list { _ in "\(latitude)" }),
        "temperature_2m_min": \(list { _ in "\(latitude - 5)" })}}
      """.utf8)
  }

  /// A server that has an answer for every point.
  static func server() throws -> LoopbackServer {
    try LoopbackServer { .init(200, ["Content-Type: application/json"], body: answer($0), keepsOpen: true) }
  }

  /// The configuration under which Open-Meteo is asked there.
  static func configuration(_ base: String) -> String { "parsers: {OpenMeteo: {base_url: \"\(base)\"}}\n" }
}
