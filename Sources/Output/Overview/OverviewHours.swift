import Basics
import Weather

/// The middle part of an overview: the temperature of the coming hours as a curve, with icons and rain.
struct OverviewHours {
  let rows: [ReportRow]
  let options: RenderingOptions
  let text: ValueText
  let style: ANSIStyle

  func lines(width: Int) -> [String] {
    guard !rows.isEmpty else { return [] }
    let plot = ChartPlot(rows, width: width, text: text, style: style, icons: options.icons)
    let temperatures = rows.compactMap(\.temperature)
    var lines: [String] = []
    if temperatures.count > 1, let unit = temperatures.first?.unit {
      let height = 3
      let scale = ValueScale(temperatures.map(\.value), least: 4, top: 0, bottom: Double(height * 4 - 1))
      lines += plot.curve(scale, unit, height: height)
    }
    lines += [rain(plot), icons(plot), times(plot)].compactMap { $0 }
    return lines.map { style.merged(DisplayWidth.trimmed(options.plain($0))) }
  }

  /// Bars for the chance of rain, or for its amount where there are no chances; nil if nothing is said or falls.
  private func rain(_ plot: ChartPlot) -> String? {
    let full = ReportRow.fullAmount(rows, least: 2)
    let shares = rows.map { row in row.precipitationChance.map { $0 / 100 } ?? row.precipitation.map { $0.value / full }
    }
    guard shares.contains(where: { ($0 ?? 0) > 0.05 }) else { return nil }
    var line = ChartLine(width: plot.width)
    for (index, share) in shares.enumerated() {
      guard let share, share > 0.05 else { continue }
      let eighths = min(8, max(1, Int((share * 8).rounded())))
      let sign = options.isUnicode ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][eighths - 1] : eighths > 4 ? "#" : "."
      for column in plot.slots[index] {
        line.put(sign, around: column, spaced: false) {
          style.rain($0, chance: rows[index].precipitationChance, amount: rows[index].precipitation)
        }
      }
    }
    return line.text
  }

  /// The interval in hours, a divisor of 24, at which labels of some columns have room.
  private func step(_ plot: ChartPlot, columns: Int) -> Int {
    let hours = max(1, rows.reduce(0) { $0 + $1.length } / 3600)
    return [1, 2, 3, 6, 12, 24].first { $0 * plot.width / hours >= columns } ?? 24
  }

  private func labelled(_ plot: ChartPlot, columns: Int) -> [Int] {
    let step = step(plot, columns: columns)
    return rows.indices.filter { rows[$0].length > 3600 || (rows[$0].time?.clock.hour ?? 0) % step == 0 }
  }

  private func icons(_ plot: ChartPlot) -> String? {
    var line = ChartLine(width: plot.width)
    var isEmpty = true
    for index in labelled(plot, columns: 8) {
      guard let sign = Icon.sign(forWords: rows[index].description, isNight: rows[index].isNight, in: options.icons)
      else { continue }
      isEmpty = false
      line.put(sign, around: plot.center(index))
    }
    return isEmpty ? nil : line.text
  }

  /// The hours, dim at night; midnight has the new day's name.
  private func times(_ plot: ChartPlot) -> String {
    var line = ChartLine(width: plot.width)
    for index in labelled(plot, columns: 8) {
      guard let time = rows[index].time else { continue }
      let isMidnight = time.clock.hour == 0
      let name = isMidnight ? text.locale.weekday(time.day) : String(text.clock(time).prefix(2))
      line.put(name, around: plot.center(index)) {
        isMidnight ? style.bold($0) : rows[index].isNight ? style.dim($0) : $0
      }
    }
    return line.text
  }
}
