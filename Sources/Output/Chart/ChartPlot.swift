import Basics
import Weather

/// What is drawn over the axis of a chart: one column or more for each day or hour.
struct ChartPlot {
  /// The days or hours.
  let rows: [ReportRow]
  /// How many columns there are for all of them.
  let width: Int
  /// How values are written.
  let text: ValueText
  /// The colours.
  let ink: ANSIStyle
  /// The signs for conditions.
  let iconSet: IconSet
  /// The columns of each row, as long as it holds: a source may give hours at first, and then steps of six.
  private let slots: [Range<Int>]

  /// A drawing of so many columns.
  init(rows: [ReportRow], width: Int, text: ValueText, ink: ANSIStyle, icons: IconSet) {
    self.rows = rows
    self.width = width
    self.text = text
    self.ink = ink
    iconSet = icons
    slots = Self.slots(of: rows, width: width)
  }

  /// Shares the columns out by time.
  private static func slots(of rows: [ReportRow], width: Int) -> [Range<Int>] {
    let times = rows.map { $0.time?.secondsSince1970 ?? $0.day.number * 86_400 }
    guard let first = times.first, let last = times.last else { return [] }
    let total = max(1, last + rows[rows.count - 1].length - first)
    func edge(_ time: Int) -> Int { (time - first) * width / total }
    return zip(times, rows).map { time, row in
      let start = min(max(0, edge(time)), width - 1)
      return start..<min(width, max(start + 1, edge(time + row.length)))
    }
  }

  /// Whether the rows are hours.
  var areHours: Bool { rows.first?.time != nil }

  /// Whether a number for each row would bury the curve.
  private var isCrowded: Bool { areHours || width / rows.count < 4 }

  /// The columns of a row, of all that there are.
  func slot(_ index: Int) -> Range<Int> { slots[index] }

  /// The column in the middle of a row's.
  func center(_ index: Int) -> Int { (slot(index).lowerBound + slot(index).upperBound - 1) / 2 }

  // MARK: - The curve

  /// The curve with the numbers that mark it: a line for the highs' numbers, the rows of the drawing, a line for the lows'.
  func curve(_ scale: ChartScale, height: Int) -> [String] {
    var canvas = DotCanvas(columns: width, rows: height, isUnicode: text.isUnicode)
    draw(rows.map { $0.highest }, scale, on: &canvas)
    draw(rows.map { $0.low }, scale, on: &canvas)
    var lines = (0..<height + 2).map { _ in ChartLine(width: width) }
    mark(rows.map { $0.highest }, scale, height, above: true, in: &lines)
    mark(areHours ? rows.map { $0.highest } : rows.map { $0.low }, scale, height, above: false, in: &lines)
    for row in 0..<height {
      let temperature = scale.temperature(row: row, of: height)
      for column in 0..<width {
        guard let sign = canvas.sign(column: column, row: row) else { continue }
        lines[row + 1].put(String(sign), around: column, spaced: false) { ink.temperature($0, temperature) }
      }
    }
    return lines.map { $0.text }
  }

  /// Draws a line through the values; a value that is not known leaves a gap, and so do rows that are missing.
  private func draw(_ values: [Temperature?], _ scale: ChartScale, on canvas: inout DotCanvas) {
    var last: (x: Int, y: Int)?
    for (index, value) in values.enumerated() {
      guard let value else {
        last = nil
        continue
      }
      if rows[index].followsGap { last = nil }
      let slot = slot(index)
      let point = (x: slot.lowerBound + slot.upperBound - 1, y: scale.dot(value.value, of: canvas.height))
      if last == nil, index + 1 == values.count || values[index + 1] == nil || rows[index + 1].followsGap {
        // A value without neighbours would be one dot.
        let reach = slot.count / 2
        canvas.line(from: (point.x - reach, point.y), to: (point.x + reach, point.y))
      }
      canvas.line(from: last ?? point, to: point)
      last = point
    }
  }

  /// Writes numbers beside the curve: the highest and the lowest; of days all that there is room for, the most extreme
  /// first.
  private func mark(
    _ values: [Temperature?], _ scale: ChartScale, _ height: Int, above: Bool, in lines: inout [ChartLine]
  ) {
    let known = values.enumerated().compactMap { index, value in value.map { (index: index, value: $0) } }
    let ordered = known.sorted {
      $0.value.value == $1.value.value
        ? $0.index < $1.index : above ? $0.value.value > $1.value.value : $0.value.value < $1.value.value
    }
    for (index, value) in isCrowded ? Array(ordered.prefix(1)) : ordered {
      let row = scale.dot(value.value, of: height * 4) / 4
      lines[above ? row : row + 2].put(text.degrees(value), around: center(index)) {
        ink.bold($0)
      }
    }
  }

  // MARK: - The axis

  /// A line of signs, as many as there is room for; words, or as much of them as fits, where they have no sign.
  var icons: [String] {
    let signs = rows.map { Icon.sign(forWords: $0.description, isNight: $0.isNight, in: iconSet) }
    var line = ChartLine(width: width)
    let step = step(Icon.width(of: iconSet) + 1)
    for (index, sign) in signs.enumerated() where isLabelled(index, step) {
      let room = max(2, slot(index).count - 1)
      let words = rows[index].description.map { DisplayWidth.cut($0, to: room, isUnicode: text.isUnicode) }
      line.put(sign ?? words ?? (room < 4 ? "?" : ValueText.unknown), around: center(index))
    }
    return [line.text]
  }

  /// Lines that say when: of days the weekday and, where there is room, the date; of hours the hour and the day.
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
      let row = rows[index]
      // A day that begins near the edge has no room for its name, and the rest of a day is to leave room for the next.
      let name = "\(locale.weekday(row.day)) \(row.day.date.day)"
      let middle = slot(index).lowerBound + DisplayWidth.of(name) / 2
      let isRest = number == 0 && starts.count > 1 && slot(starts[1]).lowerBound <= DisplayWidth.of(name)
      if !isRest, middle + DisplayWidth.of(name) / 2 <= width { days.put(name, around: middle) }
    }
    return [spread(hours), days.text]
  }

  /// Texts below their rows, as many as fit at even distances.
  func spread(_ texts: [String], paint: (Int) -> (String) -> String = { _ in { $0 } }) -> String {
    let step = step((texts.map { DisplayWidth.of($0) }.max() ?? 0) + 1)
    var line = ChartLine(width: width)
    for (index, text) in texts.enumerated() where isLabelled(index, step) {
      line.put(text, around: center(index), paint: paint(index))
    }
    return line.text
  }

  /// Every how many days, or at which hours, there is room for so many columns; of hours a number that divides the day.
  private func step(_ columns: Int) -> Int {
    guard areHours else { return (1...rows.count).first { $0 * width / rows.count >= columns } ?? rows.count }
    let hours = max(1, Self.seconds(from: rows.first, to: rows.last) / 3600 + 1)
    return [1, 2, 3, 4, 6, 8, 12, 24].first { $0 * width / hours >= columns } ?? 24
  }

  /// Whether a row has its label where every so manieth has one: hours that are even, unless they are not one by one.
  private func isLabelled(_ index: Int, _ step: Int) -> Bool {
    guard let time = rows[index].time else { return index % step == 0 }
    return rows[index].length > 3600 || time.clock.hour % step == 0
  }

  /// How much time lies between two hours.
  private static func seconds(from first: ReportRow?, to last: ReportRow?) -> Int {
    guard let first = first?.time, let last = last?.time else { return 0 }
    return last.secondsSince1970 - first.secondsSince1970
  }
}
