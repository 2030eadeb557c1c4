import Basics
import Scraping
import Weather
import Web

/// How something is, as on a traffic light.
enum Light: Int, CaseIterable, Comparable, Sendable {
  case green, yellow, red

  static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The word that stands for it, so that nobody needs the colour.
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

/// One thing that was looked at.
struct Check: Sendable {
  var name: String
  var light: Light
  /// What was found; where it is not well, what to do.
  var text: String
  /// The status that the program ends with where this is the first that is broken.
  var status = ExitStatus.data

  init(_ name: String, _ text: String) { (self.name, self.text, light) = (name, text, .green) }

  init(_ name: String, _ light: Light, _ text: String, status: ExitStatus = .data) {
    (self.name, self.light, self.text, self.status) = (name, light, text, status)
  }
}

/// How a field is: over the answers of a parser, or over the rows of a page.
struct FieldCheck: Sendable {
  /// The kind of question: today, days, hours.
  var page: String
  var rows: RowKinds
  var field: Field
  /// Nil for one that good pages lack at times, and that this one lacks.
  var light: Light?
  /// In how many of how many answers, or rows, it is.
  var found: Int
  var total: Int
  /// The selector that gives it; nil where none does.
  var way: FieldCounts.Way?
  /// The selector's place among those of the field, from 1 on; nil where the file does not have it.
  var depth: Int?
  var depths: Int?
  /// When it was first found so; where it is missing, when it was last found. In seconds since 1970-01-01T00:00:00Z.
  var since: Int?
  /// Whether the last answer lacks it.
  var isMissing = false
}

/// What is known of a parser.
struct ParserCheck: Sendable {
  var name: String
  /// The user's file; nil for a built-in parser.
  var file: String?
  /// Whether its selectors were learned and nobody has accepted them.
  var isRepaired = false
  var light = Light.green
  var text: String
  var status = ExitStatus.data
  /// How many new answers are counted, and since when.
  var answers = 0
  var since: Int?
  var last: Int?
  var fields: [FieldCheck] = []
  /// Layouts of which no answer had a value, as `days: twc-table`.
  var unusedLayouts: [String] = []
}

/// What a recording or a saved page holds for a parser.
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

/// A host that was asked.
struct HostCheck: Sendable {
  var host: String
  var probe: HostProbe
  var light: Light
  var text: String
}

/// All that `doctor` found.
struct DoctorReport: Sendable {
  var time: LocalTime
  var machine: [Check] = []
  /// Nil where the network was not asked.
  var network: [HostCheck]?
  var parsers: [ParserCheck] = []
  /// How many parsers have no answers yet and are not told of.
  var unusedParsers = 0
  /// Whether the fields of the parsers are told one by one.
  var isDetailed = false
  var page: PageCheck?

  /// Everything that has a light, in the order of the report, with the status that it ends the program with where it is broken.
  private var lights: [(light: Light, status: ExitStatus)] {
    machine.map { ($0.light, $0.status) } + (network ?? []).map { ($0.light, .network) }
      + parsers.map { ($0.light, $0.status) } + [page].compactMap { $0 }.map { ($0.light, $0.failure?.status ?? .data) }
  }

  var light: Light { lights.map(\.light).max() ?? .green }

  /// How many things have a light.
  func count(_ light: Light) -> Int { lights.filter { $0.light == light }.count }

  /// 0 where all is well, 1 where something should be looked at; where something is broken what a forecast would end with.
  var status: ExitStatus {
    switch light {
    case .green: .done
    case .yellow: .attention
    case .red: lights.first { $0.light == .red }?.status ?? .data
    }
  }
}
