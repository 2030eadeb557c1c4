internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The time layouts of a document, by the keys that its values name.
struct WeatherGovXMLLayouts {
  /// A period: when it begins, and what it is called.
  private struct Period {
    let start: LocalTime?
    let name: String
  }

  private var periods: [String: [Period]] = [:]

  /// The layouts of a part of the document.
  init(_ data: Node) {
    for layout in data.children(named: "time-layout") {
      guard let key = layout.children(named: "layout-key").first?.text else { continue }
      periods[key] = layout.children(named: "start-valid-time").map {
        Period(start: LocalTime($0.text), name: $0.attribute("period-name")?.lowercased() ?? "")
      }
    }
  }

  /// The beginnings of all periods, in order.
  var starts: [LocalTime] { Set(periods.values.joined().compactMap(\.start)).sorted() }

  /// Whether a period is a night: by its name, else by the time of day at which it begins.
  func isNight(_ start: LocalTime) -> Bool {
    let name = periods.values.joined().first { $0.start == start }?.name ?? ""
    return name.contains("night") || !(5..<18).contains(start.clock.hour)
  }

  /// The elements of a name in a parameter, each with the beginning of its period; none where there are more or fewer of
  /// them than periods, so that nobody knows which belongs to which, or where the layout is not there.
  func values(of parameter: Node, named name: String) -> [(LocalTime, Node)] {
    let layout = parameter.attribute("time-layout").flatMap { periods[$0] } ?? []
    let values = parameter.children(named: name)
    guard values.count == layout.count else { return [] }
    return zip(layout, values).compactMap { period, value in
      period.start.map { ($0, value) }
    }
  }

  /// What is read off each element of a parameter that is there, by the beginning of its period.
  func byTime<Value>(
    _ parameters: Node, _ parameter: String, _ name: String, _ read: (Node) -> Value?
  ) -> [LocalTime: Value] {
    var found: [LocalTime: Value] = [:]
    for node in parameters.children(named: parameter) {
      for (time, element) in values(of: node, named: name) where found[time] == nil { found[time] = read(element) }
    }
    return found
  }
}
