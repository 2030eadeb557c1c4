import Basics
import Scraping
import Weather
import Web

/// A status as a traffic light.
enum Light: Int, CaseIterable, Comparable, Sendable {
  case green, yellow, red

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The word shown with the colour.
  var word: String {
    switch self {
    case .green: "ok"
    case .yellow: "warning"
    case .red: "broken"
    }
  }

  /// The colour's name, for programs.
  var name: String { "\(self)" }
}

/// A check of the machine.
struct Check: Sendable {
  var name: String
  var light: Light
  /// The result and, if there is a problem, what to do.
  var text: String
  /// The exit status if this is the first red check.
  var status = ExitStatus.data

  init(_ name: String, _ text: String) { (self.name, self.text, light) = (name, text, .green) }

  init(_ name: String, _ light: Light, _ text: String, status: ExitStatus = .data) {
    (self.name, self.light, self.text, self.status) = (name, light, text, status)
  }
}

/// The health of a field, over a parser's answers or a page's rows.
struct FieldCheck: Sendable {
  /// The kind of question: today, days, hours.
  var page: String
  var rows: RowKinds
  var field: Field
  /// Nil if the field is missing but healthy pages omit it at times.
  var light: Light?
  /// Number of answers or rows with the field, and of all.
  var found: Int
  var total: Int
  /// The selector that found it; nil if none did.
  var way: FieldCounts.Way?
  /// The selector's position in the ladder, from 1; nil if it is not in the site file.
  var depth: Int?
  var depths: Int?
  /// When it was first found this way or, if it is missing, last found; in seconds since 1970-01-01T00:00:00Z.
  var since: Int?
  /// Whether the last answer lacks it.
  var isMissing = false
}

/// The health of a parser.
struct ParserCheck: Sendable {
  var name: String
  /// The user's file; nil for a built-in parser.
  var file: String?
  /// Whether its selectors were learned and are not accepted yet.
  var isRepaired = false
  var light = Light.green
  var text: String
  var status = ExitStatus.data
  /// Number of new answers, and the time of the first and the last.
  var answers = 0
  var since: Int?
  var last: Int?
  var fields: [FieldCheck] = []
  /// Layouts that gave no value in any answer, as `days: twc-table`.
  var unusedLayouts: [String] = []
}

/// The health of a recorded or saved page.
struct PageCheck: Sendable {
  var parser: String
  var page: String
  /// The layouts that gave values.
  var layouts: [String]
  var fields: [FieldCheck]
  /// Why there is no forecast; nil where there is one.
  var failure: Failure?

  var light: Light { failure == nil ? fields.compactMap(\.light).max() ?? .green : .red }
}

/// The result of asking a host.
struct HostCheck: Sendable {
  var host: String
  var probe: HostProbe
  var light: Light
  var text: String
}

/// The complete result of `doctor`.
struct DoctorReport: Sendable {
  var time: LocalTime
  var machine: [Check] = []
  /// Nil where the network was not asked.
  var network: [HostCheck]?
  var parsers: [ParserCheck] = []
  /// Number of parsers left out because they have no answers yet.
  var unusedParsers = 0
  /// Whether the parsers' fields are listed.
  var isDetailed = false
  var page: PageCheck?

  /// All lights in the order of the report, each with its exit status if red.
  private var lights: [(light: Light, status: ExitStatus)] {
    machine.map { ($0.light, $0.status) } + (network ?? []).map { ($0.light, .network) }
      + parsers.map { ($0.light, $0.status) } + [page].compactMap { $0 }.map { ($0.light, $0.failure?.status ?? .data) }
  }

  var light: Light { lights.map(\.light).max() ?? .green }

  /// Number of items with a light.
  func count(_ light: Light) -> Int { lights.filter { $0.light == light }.count }

  /// 0 if all is green, 1 for yellow; for red the status with which a forecast would end.
  var status: ExitStatus {
    switch light {
    case .green: .done
    case .yellow: .attention
    case .red: lights.first { $0.light == .red }?.status ?? .data
    }
  }
}
