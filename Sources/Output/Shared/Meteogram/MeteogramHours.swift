import Basics
import Weather

/// Which of many hours have labels.
extension Meteogram {
  /// How much space an hour needs at least, for `14:00`.
  static let wideLabel = 38.0
  /// How much space a step of several hours needs at least, for `14`.
  private static let narrowLabel = 20.0

  /// The columns with labels and a sign, and the space that they have: every hour, every second, third, fourth, sixth, twelfth
  /// or only midnight, as there is room; of steps of several hours all that there is room for.
  var hourLabels: [(column: MeteogramSeries.Column, room: Double)] {
    let columns = series.columns
    guard let first = columns.first, let last = columns.last, first.middle < last.middle,
      let start = first.time?.secondsSince1970, let end = last.time?.secondsSince1970
    else { return columns.map { ($0, 60) } }
    let hour = (x(last) - x(first)) / Double(end - start) * 3600
    let step = [1, 2, 3, 4, 6, 12].first { Double($0) * hour >= Self.wideLabel } ?? 24
    let positions = columns.map(x)
    let needed = columns.map { $0.length > 3600 ? Self.narrowLabel : Self.wideLabel }
    var shown: [Int] = []
    for (index, column) in columns.enumerated() {
      guard column.length > 3600 || column.time?.clock.hour.isMultiple(of: step) ?? true else { continue }
      if let last = shown.last, positions[index] - positions[last] < (needed[last] + needed[index]) / 2 - 0.01 {
        continue
      }
      shown.append(index)
    }
    let all = Self.filled(shown, positions, spacing: Double(step) * hour - 0.01)
    return all.indices.map { place in
      let before = place > 0 ? positions[all[place]] - positions[all[place - 1]] : .infinity
      let after = place + 1 < all.count ? positions[all[place + 1]] - positions[all[place]] : .infinity
      return (columns[all[place]], min(before, after, max(Self.wideLabel, Double(step) * hour)))
    }
  }

  /// The columns that are shown, and others where a stretch would have none: odd hours are better than nothing.
  private static func filled(_ shown: [Int], _ positions: [Double], spacing: Double) -> [Int] {
    var (rest, all) = (shown[...], [Int]())
    for index in positions.indices {
      func isFar(_ other: Int?) -> Bool { other.map { abs(positions[index] - positions[$0]) >= spacing } ?? true }
      if rest.first == index {
        rest.removeFirst()
      } else if !isFar(all.last) || !isFar(rest.first) {
        continue
      }
      all.append(index)
    }
    return all
  }
}
