import Basics
import Weather

/// Which of many hours are written out: every hour, every second, third, fourth, sixth, twelfth or only midnight, as there
/// is room; of steps of several hours, which begin when they begin, all that there is room for.
enum HourLabels {
  /// A column with texts and a sign of its own, and the room that they have.
  typealias Label = (column: MeteogramColumn, room: Double)

  /// How much room an hour needs at least, for `14:00`.
  static let wide = 38.0
  /// How much room a step of several hours needs at least, for `14`.
  private static let narrow = 20.0

  /// The columns that are written out.
  static func labels(_ series: MeteogramSeries, frame: MeteogramFrame) -> [Label] {
    guard let first = series.columns.first, let last = series.columns.last, first.middle < last.middle,
      let start = first.time?.secondsSince1970, let end = last.time?.secondsSince1970
    else { return series.columns.map { ($0, 60) } }
    let hour = (frame.x(last.middle) - frame.x(first.middle)) / Double(end - start) * 3600
    let step = [1, 2, 3, 4, 6, 12].first { Double($0) * hour >= wide } ?? 24
    let positions = series.columns.map { frame.x($0.middle) }
    let isLong = series.columns.map { $0.length > 3600 }
    func needed(_ a: Int, _ b: Int) -> Double {
      ((isLong[a] ? narrow : wide) + (isLong[b] ? narrow : wide)) / 2 - 0.01
    }
    var shown: [Int] = []
    for (index, column) in series.columns.enumerated() {
      guard isLong[index] || column.time.map({ $0.clock.hour.isMultiple(of: step) }) ?? true else { continue }
      if let last = shown.last, positions[index] - positions[last] < needed(last, index) { continue }
      shown.append(index)
    }
    let all = filled(shown, positions, spacing: Double(step) * hour - 0.01)
    return all.indices.map { place in
      let before = place > 0 ? positions[all[place]] - positions[all[place - 1]] : .infinity
      let after = place + 1 < all.count ? positions[all[place + 1]] - positions[all[place]] : .infinity
      return (series.columns[all[place]], min(before, after, max(wide, Double(step) * hour)))
    }
  }

  /// The columns that are shown, and others where a stretch would have none: hours that nobody would choose are better than
  /// nothing.
  private static func filled(_ shown: [Int], _ positions: [Double], spacing: Double) -> [Int] {
    var next = 0
    var all: [Int] = []
    for index in positions.indices {
      if next < shown.count, shown[next] == index {
        all.append(index)
        next += 1
      } else if all.last.map({ positions[index] - positions[$0] >= spacing }) ?? true,
        next == shown.count || positions[shown[next]] - positions[index] >= spacing
      {
        all.append(index)
      }
    }
    return all
  }
}
