import Basics
import Weather

/// The lower part of an overview: the days, with bars of their span on one scale.
struct OverviewDays {
  let rows: [ReportRow]
  let report: Report
  let options: RenderingOptions
  let text: ValueText
  let style: ANSIStyle
  let phrases: OverviewPhrases

  /// A column of texts, each with its paint.
  private struct Column {
    var cells: [String]
    var isRight = false
    var paint: (Int, String) -> String = { $1 }

    var width: Int { cells.reduce(0) { max($0, DisplayWidth.of($1)) } }
  }

  private static let gap = 2
  private static let bar = 8...40

  func lines(width: Int) -> [String] {
    guard !rows.isEmpty else { return [] }
    let gap = width < 40 ? 1 : Self.gap
    let name = Column(cells: rows.map { options.plain(self.name($0)) }) {
      rows[$0].day == report.today ? style.bold($1) : $1
    }
    let icon = Column(
      cells: rows.map { Icon.sign(forWords: $0.description, isNight: $0.isNight, in: options.icons) ?? "" })
    let low = degrees(rows.map(\.low))
    let high = degrees(rows.map(\.high))
    var words = Column(cells: rows.map { $0.description.map { options.plain($0) } ?? "" })
    let rain = Column(cells: rows.map(rain), isRight: true) { index, cell in
      style.rain(cell, chance: rows[index].precipitationChance, amount: rows[index].precipitation)
    }
    let wind = Column(cells: rows.map(wind), isRight: true) { style.wind($1, rows[$0].wind.speed) }
    func needed(_ columns: [Column]) -> Int { columns.filter { $0.width > 0 }.reduce(0) { $0 + $1.width + gap } }
    var spare = width - needed([name, icon, low, high]) + gap
    let bar = TemperatureBar(rows, isUnicode: options.isUnicode)
    var barWidth = 0
    if bar.isUseful, spare >= Self.bar.lowerBound + gap {
      barWidth = Self.bar.lowerBound
      spare -= barWidth + gap
    }
    var behind: [Column] = []
    for column in [rain, wind] where column.width > 0 && spare >= column.width + gap {
      behind.append(column)
      spare -= column.width + gap
    }
    let room = min(words.width, spare - gap)
    if room >= min(words.width, 10), words.width > 0 {
      words.cells = words.cells.map { DisplayWidth.cut($0, to: room, isUnicode: options.isUnicode) }
      spare -= words.width + gap
    } else {
      words.cells = []
    }
    if barWidth > 0 { barWidth = min(barWidth + max(0, spare), Self.bar.upperBound) }
    return rows.indices.map { index in
      var cells = [name, icon, words, low].compactMap { cell($0, index) }
      if barWidth > 0 { cells.append(padded(bar, rows[index], barWidth)) }
      cells += ([high] + behind).compactMap { cell($0, index) }
      return cells.joined(separator: String(repeating: " ", count: gap))
    }
  }

  private func cell(_ column: Column, _ index: Int) -> String? {
    guard column.width > 0 else { return nil }
    let text = DisplayWidth.fitted(
      column.cells[index], to: column.width, column.isRight ? .right : .left, isUnicode: options.isUnicode)
    return column.paint(index, text)
  }

  /// A row's bar, with blanks to the bar's whole width.
  private func padded(_ bar: TemperatureBar, _ row: ReportRow, _ width: Int) -> String {
    let plain = bar.text(row, width: width, ANSIStyle(isColored: false))
    return style.merged(bar.text(row, width: width, style))
      + String(repeating: " ", count: max(0, width - DisplayWidth.of(plain)))
  }

  private func name(_ row: ReportRow) -> String {
    let mark = row.from == nil ? "" : "*"
    if row.day == report.today { return phrases.today + mark }
    return "\(text.locale.weekday(row.day)) \(row.day.date.day)\(mark)"
  }

  private func degrees(_ values: [Temperature?]) -> Column {
    Column(cells: values.map { value in value.map { text.degrees($0) } ?? "" }, isRight: true) {
      style.temperature($1, values[$0])
    }
  }

  /// Chance and amount of rain; nothing where none falls.
  private func rain(_ row: ReportRow) -> String {
    let amount = row.precipitation.flatMap { $0.value > 0 ? text.measured($0) : nil }
    return [row.precipitationChance.map { text.percent($0) }, amount].compactMap { $0 }.joined(separator: " ")
  }

  private func wind(_ row: ReportRow) -> String {
    guard let speed = row.wind.speed else { return "" }
    let from = row.wind.direction.map { "\(text.arrow($0)) " } ?? ""
    return "\(from)\(text.number(speed.value, decimals: 0)) \(speed.unit.rawValue)"
  }
}
