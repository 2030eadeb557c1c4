import Basics
import Weather

/// The upper part of an overview: what it is like now, beside a drawing of it.
struct OverviewNow {
  let report: Report
  let hours: [ReportRow]
  let options: RenderingOptions
  let text: ValueText
  let style: ANSIStyle
  let phrases: OverviewPhrases

  /// The narrowest text that may stand beside the drawing.
  private static let leastText = 26
  private static let margin = 2

  func lines(width: Int) -> [String] {
    let daylight = Daylight(report)
    let row = ReportRow.now(report, daylight)
    let isBeside = width >= SketchCanvas.columns + Self.margin + Self.leastText
    let condition = row.description.flatMap { Condition(words: $0) }
    let drawing =
      isBeside
      ? ConditionSketch.lines(condition, isNight: row.isNight, style, isUnicode: options.isUnicode) : []
    let room = drawing.isEmpty ? width : width - SketchCanvas.columns - Self.margin
    var lines = said(row).flatMap { items -> [String] in wrapped(items, to: room) }
    if drawing.isEmpty { return lines }
    // Few lines stand in the middle of the drawing.
    while lines.count + 1 < drawing.count { lines = lines.count.isMultiple(of: 2) ? [""] + lines : lines + [""] }
    let blank = String(repeating: " ", count: SketchCanvas.columns)
    return (0..<max(lines.count, drawing.count)).map { index in
      let picture = index < drawing.count ? drawing[index] : blank
      return picture + String(repeating: " ", count: Self.margin) + (index < lines.count ? lines[index] : "")
    }
  }

  /// A text with its style, which does not count for the width.
  private struct Item {
    var text: String
    var paint: (String) -> String = { $0 }
  }

  /// The items of each line, as far as they are known.
  private func said(_ row: ReportRow) -> [[Item]] {
    let now = report.current
    let words = row.description.map { options.plain($0) }
    var lines: [[Item]] = [[Item(text: words ?? phrases.conditionsUnknown, paint: style.bold)]]
    if let air = now?.temperature {
      var items = [Item(text: text.degreesWithUnit(air)) { style.bold(style.temperature($0, air)) }]
      if let felt = now?.feelsLike {
        items.append(Item(text: phrases.feelsLike(text.degrees(felt))) { $0 })
      }
      lines.append(items)
    }
    // What is known of the whole day only is not the weather now.
    lines.append([now.flatMap { wind($0.wind) }].compactMap { $0 })
    lines.append(
      [
        now?.humidity.map { phrases.humidity(text.percent($0)) },
        now?.pressure.map { phrases.pressure(pressure($0)) },
        now?.uvIndex.map { phrases.ultraviolet(text.number($0, decimals: 0)) },
      ].compactMap { $0.map { Item(text: $0) } })
    lines.append([sun(row)].compactMap { $0.map { Item(text: $0) } })
    lines.append([PrecipitationOutlook(hours)].compactMap { $0.map { Item(text: phrases.outlook($0)) } })
    return lines.filter { !$0.isEmpty }
  }

  private func pressure(_ pressure: Pressure) -> String {
    "\(text.number(pressure.value, decimals: pressure.unit == .hectopascals ? 0 : pressure.unit.decimals)) "
      + pressure.unit.rawValue
  }

  private func wind(_ wind: Wind) -> Item? {
    guard wind.speed != nil || wind.direction != nil else { return nil }
    let whole = { (speed: Speed) in "\(text.number(speed.value, decimals: 0)) \(speed.unit.rawValue)" }
    let arrow = options.isUnicode ? wind.direction.map { text.arrow($0) } : nil
    let words = [arrow, wind.direction?.rawValue, wind.speed.map(whole)].compactMap { $0 }.joined(separator: " ")
    let gusts = wind.gust.flatMap { gust in (wind.speed.map { gust.value > $0.value } ?? true) ? whole(gust) : nil }
    return Item(text: gusts.map { phrases.windWithGusts(words, gusts: $0) } ?? phrases.wind(words)) {
      style.wind($0, wind.speed)
    }
  }

  private func sun(_ row: ReportRow) -> String? {
    if let state = row.sunState { return phrases.sunState(state) }
    switch (row.sunrise, row.sunset) {
    case (let rise?, let set?): return phrases.sun(rise: text.clock(rise), set: text.clock(set))
    case (let rise?, nil): return phrases.sunrise(text.clock(rise))
    case (nil, let set?): return phrases.sunset(text.clock(set))
    case (nil, nil): return nil
    }
  }

  /// Items in lines that fit.
  private func wrapped(_ items: [Item], to room: Int) -> [String] {
    let gap = options.isUnicode ? " · " : ", "
    var lines: [(text: String, width: Int)] = []
    for item in items {
      let width = DisplayWidth.of(item.text)
      if let last = lines.last, last.width + DisplayWidth.of(gap) + width <= room {
        lines[lines.count - 1] = (last.text + style.dim(gap) + item.paint(item.text), last.width + gap.count + width)
      } else {
        for piece in DisplayWidth.wrapped(item.text, to: room) {
          lines.append((item.paint(piece), DisplayWidth.of(piece)))
        }
      }
    }
    return lines.map(\.text)
  }
}
