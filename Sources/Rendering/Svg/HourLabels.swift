import Weather

/// Which of many hours are written out: every hour, every second, third, fourth, sixth, twelfth or only midnight, as there
/// is room; of steps of several hours, which begin when they begin, those that there is room for.
enum HourLabels {
  /// How much room a label needs at least.
  private static let least = 38.0

  /// The columns with texts and signs of their own, and the room that each of them has.
  static func columns(_ series: MeteogramSeries, frame: MeteogramFrame) -> ([MeteogramColumn], room: Double) {
    guard let first = series.columns.first, let last = series.columns.last, first.middle < last.middle,
      let start = first.time?.secondsSince1970, let end = last.time?.secondsSince1970
    else { return (series.columns, 60) }
    let hour = (frame.x(last.middle) - frame.x(first.middle)) / Double(end - start) * 3600
    let step = [1, 2, 3, 4, 6, 12].first { Double($0) * hour >= least } ?? 24
    let (positions, spacing) = (series.columns.map { frame.x($0.middle) }, Double(step) * hour - 0.01)
    var shown: [Int] = []
    for (index, column) in series.columns.enumerated() {
      guard column.length > 3600 || column.time.map({ $0.clock.hour.isMultiple(of: step) }) ?? true else { continue }
      if let last = shown.last, positions[index] - positions[last] < least - 0.01 { continue }
      shown.append(index)
    }
    // Hours that nobody would choose are still better than a stretch without any.
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
    let room = zip(all, all.dropFirst()).map { positions[$1] - positions[$0] }.min() ?? Double(step) * hour
    return (all.map { series.columns[$0] }, min(room, Double(step) * hour))
  }
}
