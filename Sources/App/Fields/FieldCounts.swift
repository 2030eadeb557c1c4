import Scraping
import Weather

/// On how many rows each field was found, and by which selectors.
struct FieldCounts {
  /// A selector that gave values; without a layout and a selector where nothing says how a value was found, as of days that are
  /// made of hours.
  struct Way: Hashable {
    var layout = ""
    var selector = ""

    /// No selector.
    init() {}

    /// A selector by its layout.
    init(layout: String, selector: String) { (self.layout, self.selector) = (layout, selector) }

    /// The selector of a value; when the weather now was observed is said by the section's `time`.
    init(_ origin: Origin) {
      self.init(layout: origin.layout, selector: origin.selector.isEmpty ? "time" : origin.selector)
    }
  }

  /// The rows of one kind.
  struct Rows {
    var count = 0
    /// By the fields' places in the catalogue.
    fileprivate var ways: [[(way: Way, count: Int)]] = []

    /// The selectors that found a field with the number of rows, in the order of the rows.
    func ways(of field: Field) -> [(way: Way, count: Int)] { field.index < ways.count ? ways[field.index] : [] }

    /// On how many rows a field was found.
    func found(_ field: Field) -> Int { ways(of: field).reduce(0) { $0 + $1.count } }

    fileprivate mutating func add(_ values: FieldValues) {
      count += 1
      if ways.isEmpty { ways = Array(repeating: [], count: Field.all.count) }
      for (field, _) in values.known {
        let way = values.origin(of: field).map { Way($0) } ?? Way()
        // One row is read as the one before: texts that share their storage are compared at once.
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

  /// What a row of the kind is called.
  var word: String {
    switch self {
    case .current: "current"
    case .day: "days"
    default: "hours"
    }
  }
}

extension FieldCounts.Way {
  /// The layout and the selector; empty for what was made of other values.
  var text: String { [layout, selector].filter { !$0.isEmpty }.joined(separator: ": ") }
}
