import Basics
import Weather

/// Chooses the hours that are labelled.
extension Meteogram {
  /// Minimum width of an hour's label, `14:00`.
  static let wideLabel = 38.0
  /// Minimum width of a longer step's label, `14`.
  private static let narrowLabel = 20.0

  /// The columns with labels and icon, and their width: every hour, every second, third, fourth, sixth or twelfth, or
  /// midnight only, as there is room; of longer steps all that fit.
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

  /// The given columns, and others where there would be a large gap: odd hours are better than none.
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
