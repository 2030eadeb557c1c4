import Scraping
import Weather

/// Number of rows on which each field was found, by selector.
struct FieldCounts {
  /// A selector with its layout; both are empty for values without an origin, such as those computed from hours.
  struct Way: Hashable {
    var layout = ""
    var selector = ""

    /// No selector.
    init() {}

    /// A selector by its layout.
    init(layout: String, selector: String) { (self.layout, self.selector) = (layout, selector) }

    /// The selector of a value; the observation time comes from the section's `time`.
    init(_ origin: Origin) {
      self.init(layout: origin.layout, selector: origin.selector.isEmpty ? "time" : origin.selector)
    }
  }

  /// The rows of one kind.
  struct Rows {
    var count = 0
    /// Indexed by field.
    fileprivate var ways: [[(way: Way, count: Int)]] = []

    /// The selectors that found a field, each with its number of rows.
    func ways(of field: Field) -> [(way: Way, count: Int)] { field.index < ways.count ? ways[field.index] : [] }

    /// Number of rows with a field.
    func found(_ field: Field) -> Int { ways(of: field).reduce(0) { $0 + $1.count } }

    fileprivate mutating func add(_ values: FieldValues) {
      count += 1
      if ways.isEmpty { ways = Array(repeating: [], count: Field.all.count) }
      for (field, _) in values.known {
        let way = values.origin(of: field).map { Way($0) } ?? Way()
        // Usually the same as in the previous row; strings that share storage compare quickly.
        if let index = ways[field.index].firstIndex(where: { $0.way == way }) {
          ways[field.index][index].count += 1
        } else {
          ways[field.index].append((way, 1))
        }
      }
    }
  }

  private var current = Rows()
  private var days = Rows()
  private var hours = Rows()

  /// Counts the rows of some forecasts.
  init(_ forecasts: [Forecast]) {
    for forecast in forecasts {
      if let now = forecast.current { current.add(now.values) }
      for day in forecast.days { days.add(day.values) }
      for hour in forecast.hours { hours.add(hour.values) }
    }
  }

  /// The rows of a kind.
  subscript(kind: RowKinds) -> Rows {
    switch kind {
    case .current: current
    case .day: days
    default: hours
    }
  }
}

extension RowKinds {
  /// The kinds, one by one.
  static let each: [RowKinds] = [.current, .day, .hour]

  /// The name of the rows in json.
  var word: String {
    switch self {
    case .current: "current"
    case .day: "days"
    default: "hours"
    }
  }
}

extension FieldCounts.Way {
  /// Layout and selector; empty for computed values.
  var text: String { [layout, selector].filter { !$0.isEmpty }.joined(separator: ": ") }
}
