import Foundation
import Oracle
import Output
import Scraping
import Trials
import Weather

/// The JSON output of a trial in the oracle's units.
enum ReportReading {
  /// The reading of a body.
  static func reading(_ trial: Trial, _ body: [UInt8]) -> Reading {
    switch trial.outcome(body) {
    case .read(let report): json(report).map { .shown(values(of: $0)) } ?? .refused("the json form is no JSON")
    case .refused(let error): .refused(String("\(Mirror(reflecting: error).children.first?.label ?? "\(error)")"))
    case .lost: .lost
    }
  }

  /// The parsed JSON output.
  static func json(_ report: Report) -> [String: Any]? {
    guard let form = allRenderers.first(where: { $0.name == "ndjson" }),
      let data = form.init(options: RenderingOptions()).text(of: [report.plain]).data(using: .utf8)
    else { return nil }
    return try? JSONSerialization.jsonObject(with: data) as? [String: Any]
  }

  /// The values by path.
  static func values(of json: [String: Any]) -> [String: ShownValue] {
    let units = (json["units"] as? [String: Any])?.compactMapValues { $0 as? String } ?? [:]
    var values: [String: ShownValue] = [:]
    for shown in Shown.values(of: json) {
      switch shown.value {
      case .text(let text): values[shown.path] = .text(text)
      case .number(let number):
        let quantity = shown.part == "place" ? nil : FieldQuantity(field: shown.field)
        values[shown.path] = .number(quantity.map { plain(number, $0, units) } ?? number)
      }
    }
    return values
  }

  /// A report's number in the oracle's unit.
  private static func plain(_ number: Double, _ quantity: FieldQuantity, _ units: [String: String]) -> Double {
    switch quantity {
    case .temperature: units["temperature"] == "F" ? (number - 32) / 1.8 : number
    case .speed:
      number * (["km/h": 1 / 3.6, "mph": 0.44704, "kn": 1852 / 3600.0][units["speed"] ?? ""] ?? 1)
    case .pressure: number * (["inHg": 33.86389, "mmHg": 1.333224][units["pressure"] ?? ""] ?? 1)
    case .distance: units["distance"] == "mi" ? number * 1.609344 : number
    case .precipitation: units["precipitation"] == "in" ? number * 25.4 : number
    case .share, .uvIndex, .angle: number
    }
  }
}
