import Weather

/// Which of many hours are written out: every hour, every second, third, fourth, sixth, twelfth or only midnight, as there
/// is room.
enum HourLabels {
  /// The columns with texts and signs of their own, and the room that each of them has.
  static func columns(_ series: MeteogramSeries, frame: MeteogramFrame) -> ([MeteogramColumn], room: Double) {
    guard let first = series.columns.first, let last = series.columns.last, first.middle < last.middle,
      let start = first.time?.secondsSince1970, let end = last.time?.secondsSince1970
    else { return (series.columns, 60) }
    let hour = (frame.x(last.middle) - frame.x(first.middle)) / Double(end - start) * 3600
    let step = [1, 2, 3, 4, 6, 12].first { Double($0) * hour >= 38 } ?? 24
    return (
      series.columns.filter { column in
        column.time.map { $0.clock.hour.isMultiple(of: step) && $0.clock.minute == 0 } ?? true
      }, Double(step) * hour
    )
  }
}
