import Basics
import Output
import Weather

/// Formats a report for a terminal: one line per item, with a word and a colour for its light.
struct DoctorText {
  let style: ANSIStyle
  /// The columns of a line.
  let width: Int
  let isUnicode: Bool

  private static let nameWidth = 13

  func text(of report: DoctorReport) -> String {
    var lines: [String] = []
    // For a page or single parsers, a healthy machine is summarized in one line.
    let isShort = report.isDetailed && report.machine.allSatisfy { $0.light == .green }
    lines += [style.bold("Machine")]
    lines += isShort ? line(.green, "all", "\(report.machine.count) checks") : report.machine.flatMap { line($0) }
    if let network = report.network {
      lines += ["", style.bold("Network")] + network.flatMap { line($0.light, $0.host, $0.text) }
    }
    if !report.parsers.isEmpty || report.page == nil {
      lines +=
        ["", style.bold("Parsers")]
        + report.parsers.flatMap { parser in
          line(parser.light, parser.name, parser.text) + (report.isDetailed ? details(of: parser, report.time) : [])
        }
      if report.unusedParsers > 0 {
        lines += line(nil, "", "\(report.unusedParsers) \(report.parsers.isEmpty ? "" : "more ")have no answers yet")
      }
    }
    if let page = report.page { lines += [""] + self.page(page, report.time) }
    return (lines + [""] + summary(of: report)).map { $0 + "\n" }.joined()
  }

  private func summary(of report: DoctorReport) -> [String] {
    let (yellow, red) = (report.count(.yellow), report.count(.red))
    if yellow + red == 0 { return [style.signal("All is well.", .green)] }
    let parts = (red > 0 ? ["\(red) broken"] : []) + (yellow > 0 ? ["\(yellow) to look at"] : [])
    let summary = "\(parts.joined(separator: ", ")): exit status \(report.status.rawValue)"
    let page = report.page.flatMap { $0.light == .red ? $0.parser : nil }
    let parser = report.parsers.first { $0.light == .red && $0.status == .data }?.name
    if let name = page ?? parser { return [summary, "New selectors may be learned: weatherterm repair \(name)"] }
    return [
      red > 0 && report.network == nil && report.page == nil ? "\(summary); --online asks the hosts, too" : summary
    ]
  }

  // MARK: - Lines

  private func line(_ check: Check) -> [String] { line(check.light, check.name, check.text) }

  /// A light, a name and a text, wrapped with a hanging indent.
  private func line(_ light: Light?, _ name: String, _ text: String) -> [String] {
    let nameWidth = max(Self.nameWidth, DisplayWidth.of(name))
    let indent = 2 + 8 + nameWidth + 2
    let rows = DisplayWidth.wrapped(PlainText.of(text), to: max(20, width - indent))
    return rows.enumerated().map { index, row in
      if index > 0 { return String(repeating: " ", count: indent) + row }
      return "  \(word(light))\(padded(name, nameWidth))  \(row)"
    }
  }

  private func word(_ light: Light?) -> String {
    let word = padded(light?.word ?? "", 8)
    return light.map { style.signal(word, $0.color) } ?? word
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  // MARK: - Fields

  private func details(of parser: ParserCheck, _ time: LocalTime) -> [String] {
    let unused =
      parser.unusedLayouts.isEmpty
      ? []
      : line(nil, "not seen", "layouts of which no answer had a value: \(parser.unusedLayouts.joined(separator: ", "))")
    return fields(parser.fields, time) + unused
  }

  private func page(_ page: PageCheck, _ time: LocalTime) -> [String] {
    let layouts =
      page.fields.allSatisfy { $0.found == 0 }
      ? ", in no layout that is known"
      : page.layouts.isEmpty ? "" : ", layout \(page.layouts.joined(separator: ", "))"
    let head = style.bold("Page") + " read by \(page.parser) as the page of \(page.page)\(layouts)"
    return [head]
      + (page.failure.map { line(.red, "forecast", $0.message) } ?? line(.green, "forecast", "it gives one"))
      + fields(page.fields, time)
  }

  /// One line per field: its rows, counts, selector and date.
  private func fields(_ fields: [FieldCheck], _ time: LocalTime) -> [String] {
    let names = fields.map { name($0, in: fields) }
    let nameWidth = names.map { DisplayWidth.of($0) }.max() ?? 0
    let counts = fields.map { "\($0.found) of \($0.total)" }
    let countWidth = counts.map { $0.count }.max() ?? 0
    return fields.indices.map { index in
      let field = fields[index]
      let light = field.light == nil ? padded(field.found == 0 ? "none" : "", 8) : word(field.light)
      let head = "  \(padded(names[index], nameWidth))  \(padded(counts[index], countWidth))  "
      // The date is dropped if it leaves no room for the selector.
      let day = day(field, time)
      let left = width - 8 - DisplayWidth.of(head)
      let since = left - DisplayWidth.of(day) < 10 ? "" : day
      let room = left - DisplayWidth.of(since)
      let way = DisplayWidth.cut(PlainText.of(self.way(field)), to: max(0, room), isUnicode: isUnicode)
      return "  \(light)\(head.dropFirst(2))\(since.isEmpty ? way : padded(way, room))\(since)"
    }
  }

  /// `  since Nov 2`, or `  until Nov 20` for a field that is missing.
  private func day(_ field: FieldCheck, _ time: LocalTime) -> String {
    guard let since = field.since else { return "" }
    let day = LocalTime(secondsSince1970: since, offset: time.offset).day
    return "  \(field.isMissing ? "until" : "since") \(DriftNote.text(day))"
  }

  /// `days high`, with the page before it where there are several.
  private func name(_ field: FieldCheck, in all: [FieldCheck]) -> String {
    let isAlone = all.allSatisfy { $0.page == field.page }
    let rows = field.rows == .current ? "now" : field.rows.word
    let place = isAlone || field.page == rows ? rows : "\(field.page) \(rows)"
    return "\(place) \(field.field.key)"
  }

  /// `1/4 test ids: .//*[@data-testid]`.
  private func way(_ field: FieldCheck) -> String {
    guard let way = field.way else { return field.light == nil ? "may be missing" : "no selector gives a value" }
    if way.text.isEmpty { return "made of other values" }
    guard let depth = field.depth, let depths = field.depths else { return way.text }
    return "\(depth)/\(depths) \(way.text)"
  }
}

extension Light {
  /// Its colour on a terminal.
  var color: SignalColor {
    switch self {
    case .green: .green
    case .yellow: .yellow
    case .red: .red
    }
  }
}
