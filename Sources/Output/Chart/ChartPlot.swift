import Basics
import Weather

/// The body of a chart: at least one column per day or hour.
struct ChartPlot {
  /// Daily or hourly rows; at least one.
  let rows: [ReportRow]
  let width: Int
  let text: ValueText
  let style: ANSIStyle
  let iconSet: IconSet
  /// The columns of each row, in proportion to its length: a source may start with hours and continue with six-hour
  /// steps.
  let slots: [Range<Int>]
  let areHours: Bool

  init(_ rows: [ReportRow], width: Int, text: ValueText, style: ANSIStyle, icons: IconSet) {
    (self.rows, self.width, self.text, self.style, iconSet) = (rows, width, text, style, icons)
    areHours = rows.first?.time != nil
    let times = rows.map { $0.time?.secondsSince1970 ?? $0.day.number * 86_400 }
    let first = times[0]
    let total = max(1, times[times.count - 1] + rows[rows.count - 1].length - first)
    func edge(_ time: Int) -> Int { (time - first) * width / total }
    slots = zip(times, rows).map { time, row in
      let start = min(max(0, edge(time)), width - 1)
      return start..<min(width, max(start + 1, edge(time + row.length)))
    }
  }

  func center(_ index: Int) -> Int { (slots[index].lowerBound + slots[index].upperBound - 1) / 2 }

  /// The curve and its labels, on `height` plus two lines.
  func curve(_ scale: ValueScale, _ unit: MeasurementUnit, height: Int) -> [String] {
    var canvas = DotCanvas(columns: width, rows: height, isUnicode: text.isUnicode)
    let (highs, lows) = (rows.map { $0.highest }, rows.map { $0.low })
    draw(highs, scale, on: &canvas)
    draw(lows, scale, on: &canvas)
    var lines = (0..<height + 2).map { _ in ChartLine(width: width) }
    mark(highs, scale, above: true, in: &lines)
    mark(areHours ? highs : lows, scale, above: false, in: &lines)
    for row in 0..<height {
      let value = scale.high - (scale.high - scale.low) * Double(row) / Double(height - 1)
      for column in 0..<width {
        guard let sign = canvas.sign(column: column, row: row) else { continue }
        lines[row + 1].put(sign, around: column, spaced: false) { style.temperature($0, Temperature(value, unit)) }
      }
    }
    return lines.map { $0.text }
  }

  private func dot(_ value: Temperature, _ scale: ValueScale) -> Int { Int(scale.y(value.value).rounded()) }

  /// Draws a line through the values, with gaps at unknown values and missing rows.
  private func draw(_ values: [Temperature?], _ scale: ValueScale, on canvas: inout DotCanvas) {
    var last: (x: Int, y: Int)?
    for (index, value) in values.enumerated() {
      if value == nil || rows[index].followsGap { last = nil }
      guard let value else { continue }
      let slot = slots[index]
      let point = (x: slot.lowerBound + slot.upperBound - 1, y: dot(value, scale))
      if last == nil, index + 1 == values.count || values[index + 1] == nil || rows[index + 1].followsGap {
        // A value without neighbours would be a single dot.
        let reach = slot.count / 2
        canvas.line(from: (point.x - reach, point.y), to: (point.x + reach, point.y))
      }
      canvas.line(from: last ?? point, to: point)
      last = point
    }
  }

  /// Labels the curve with numbers: for days as many as there is room for, the most extreme first; only the most
  /// extreme one if more would cover the curve.
  private func mark(_ values: [Temperature?], _ scale: ValueScale, above: Bool, in lines: inout [ChartLine]) {
    let known = values.enumerated().compactMap { index, value in value.map { (index: index, value: $0) } }
    let ordered = known.sorted { a, b in
      a.value.value == b.value.value ? a.index < b.index : (a.value.value > b.value.value) == above
    }
    let isCrowded = areHours || width / rows.count < 4
    for (index, value) in ordered.prefix(isCrowded ? 1 : ordered.count) {
      lines[dot(value, scale) / 4 + (above ? 0 : 2)].put(text.degrees(value), around: center(index)) { style.bold($0) }
    }
  }

  /// A line of icons, as many as there is room for; descriptions without an icon are shown as text, truncated if
  /// necessary.
  var icons: String {
    var line = ChartLine(width: width)
    let step = step(Icon.width(of: iconSet) + 1)
    for (index, row) in rows.enumerated() where isLabelled(index, step) {
      let room = max(2, slots[index].count - 1)
      let words = row.description.map { DisplayWidth.cut(text.words($0), to: room, isUnicode: text.isUnicode) }
      let sign = Icon.sign(forWords: row.description, isNight: row.isNight, in: iconSet)
      line.put(sign ?? words ?? (room < 4 ? "?" : ValueText.unknown), around: center(index))
    }
    return line.text
  }

  /// Two lines with the time: weekdays and, if there is room, dates for days; hours and days for hours.
  var times: [String] {
    let locale = text.locale
    if !areHours {
      let weekdays = rows.map { locale.weekday($0.day) + ($0.from == nil ? "" : "*") }
      let dates = rows.map { locale.date($0.day) }
      let widest = dates.map { DisplayWidth.of($0) }.max() ?? 0
      return [spread(weekdays), spread(width / rows.count > widest ? dates : rows.map { String($0.day.date.day) })]
    }
    let hours = rows.map { row in row.time.map { String(locale.clock($0).prefix(2)) } ?? "" }
    var days = ChartLine(width: width)
    let starts = rows.indices.filter { $0 == 0 || rows[$0 - 1].day != rows[$0].day }
    for (number, index) in starts.enumerated() {
      let day = rows[index].day
      // A day that begins near the edge has no room for its name, and the rest of the first day must not displace the
      // next day's name.
      let name = "\(locale.weekday(day)) \(day.date.day)"
      let length = DisplayWidth.of(name)
      let middle = slots[index].lowerBound + length / 2
      let isRest = number == 0 && starts.count > 1 && slots[starts[1]].lowerBound <= length
      if !isRest, middle + length / 2 <= width { days.put(name, around: middle) }
    }
    return [spread(hours), days.text]
  }

  /// Texts below their rows, as many as fit at even intervals.
  func spread(_ texts: [String], paint: (Int, String) -> String = { $1 }) -> String {
    let step = step((texts.map { DisplayWidth.of($0) }.max() ?? 0) + 1)
    var line = ChartLine(width: width)
    for (index, text) in texts.enumerated() where isLabelled(index, step) {
      line.put(text, around: center(index)) { paint(index, $0) }
    }
    return line.text
  }

  /// The interval in rows, or in hours (a divisor of 24), at which there is room for labels of this width.
  private func step(_ columns: Int) -> Int {
    guard let first = rows.first?.time, let last = rows.last?.time else {
      return (1...rows.count).first { $0 * width / rows.count >= columns } ?? rows.count
    }
    let hours = max(1, (last.secondsSince1970 - first.secondsSince1970) / 3600 + 1)
    return [1, 2, 3, 4, 6, 8, 12, 24].first { $0 * width / hours >= columns } ?? 24
  }

  /// True if a row is labelled at this interval: hours divisible by it, and all longer steps.
  private func isLabelled(_ index: Int, _ step: Int) -> Bool {
    guard let time = rows[index].time else { return index % step == 0 }
    return rows[index].length > 3600 || time.clock.hour % step == 0
  }
}
