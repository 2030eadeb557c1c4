import Basics
import Weather

/// A report's days or hours as a table; the first column is the row header.
struct HtmlTable {
  let report: Report
  let fields: HtmlFields
  /// Makes element ids unique among reports.
  let index: Int

  /// The `table` element, in a frame that scrolls on narrow screens; hours are grouped by day.
  var element: String {
    let rows = ReportRow.rows(of: report)
    guard !rows.isEmpty else { return "" }
    let shown = fields.shown(report.showsHours ? .hour : .day).filter { field in
      field.group == nil || rows.contains { fields.cell(field, of: $0) != nil }
    }
    // Text is left-aligned.
    let words = " class=\"words\" dir=\"auto\""
    func style(_ field: Field) -> String { field.kind == .words ? words : "" }
    let heads = shown.map { field in
      let title = field == .description ? phrase("Conditions") : MarkupText.escaped(fields.values.title(field))
      return "<th scope=\"col\"\(style(field))>\(title)\(unit(of: field, in: rows))</th>"
    }
    var body = report.showsHours ? "" : "<tbody>\n"
    for (index, row) in rows.enumerated() {
      if report.showsHours, index == 0 || rows[index - 1].day != row.day {
        body += (index == 0 ? "" : "</tbody>\n") + "<tbody>\n<tr class=\"group\"><th colspan=\"\(shown.count + 1)\""
        body += " scope=\"rowgroup\">\(MarkupText.escaped(fields.values.locale.fullDate(row.day)))</th></tr>\n"
      }
      let cells = shown.map { "<td\(style($0))>\(Self.cell(fields.cell($0, of: row), fields.values.phrases))</td>" }
      let name = MarkupText.escaped(fields.name(row, today: report.today))
      body += "<tr><th scope=\"row\"\(words)>\(name)</th>\(cells.joined())</tr>\n"
    }
    return "<div class=\"frame\" tabindex=\"0\" role=\"group\" aria-labelledby=\"table\(index)\">\n<table>\n"
      + "<caption id=\"table\(index)\">\(phrase(fields.groups == nil ? "Every value" : "Values"))</caption>\n<thead>\n<tr>"
      + "<th scope=\"col\"\(words)>\(phrase(report.showsHours ? "Time" : "Day"))</th>\(heads.joined())</tr>\n</thead>\n"
      + body + "</tbody>\n</table>\n</div>\n"
  }

  /// The unit of a field's values, for the column header; empty if there is none.
  private func unit(of field: Field, in rows: [ReportRow]) -> String {
    let units = rows.lazy.flatMap { $0.values.known }.compactMap { $0.value.measured?.unit }
    guard let unit = units.first(where: { $0.quantity == field.quantity }) else { return "" }
    return " <small>\(unit.quantity == .temperature ? "°" : "")\(MarkupText.escaped(fields.values.unit(unit)))</small>"
  }

  private func phrase(_ text: String) -> String { MarkupText.escaped(fields.values.phrases(text)) }

  /// A value as a cell's content; unknown values are marked.
  static func cell(_ value: String?, _ phrases: Phrases) -> String {
    value.map { MarkupText.escaped($0) }
      ?? "<abbr title=\"\(MarkupText.escaped(phrases("unknown")))\">\(ValueText.unknown)</abbr>"
  }
}

struct HtmlFields {
  let values: ValueText
  /// The chosen groups; nil for all.
  let groups: [FieldGroup]?

  /// The fields of a kind of row: text first, times last. Wind direction is shown with the speed.
  func shown(_ kind: RowKinds) -> [Field] {
    let fields = Field.all.filter { field in
      guard field.rows.contains(kind), field != .windDirection, field != .windDegrees else { return false }
      return groups.flatMap { groups in field.group.map { groups.contains($0) } } ?? true
    }
    return [0, 1, 2].flatMap { rank in fields.filter { ($0.kind == .words ? 0 : $0.kind == .time ? 2 : 1) == rank } }
  }

  /// A value next to the current temperature; nil if it is unknown, or shown in large type already.
  func detail(_ field: Field, of now: CurrentConditions) -> String? {
    if field == .temperature || field == .description { return nil }
    if field == .windSpeed { return now.wind.speed == nil && now.wind.direction == nil ? nil : values.wind(now.wind) }
    if field.quantity == .temperature { return now.values[field].map { values.degrees($0.measured, decimals: 1) } }
    return values.value(of: field, in: now)
  }

  /// A value without its unit, which is in the column header; nil if unknown.
  func cell(_ field: Field, of row: ReportRow) -> String? {
    if field == .sunrise || field == .sunset, let state = row.sunState { return values.words(state) }
    let number = row.values[field]?.measured.map { values.number($0.value, decimals: $0.unit.decimals) }
    if field == .windSpeed {
      let wind = [row.wind.direction.map { values.direction($0) }, number].compactMap { $0 }
      return wind.isEmpty ? nil : wind.joined(separator: " ")
    }
    return number ?? values.value(of: field, in: row)
  }

  /// The row header: `Sun, Apr 25 (rest of today, from 21:00)`, `14:00–20:00`.
  func name(_ row: ReportRow, today: CalendarDay) -> String {
    row.time == nil
      ? "\(values.locale.weekday(row.day)), \(values.locale.date(row.day))\(row.restMark(today, values))"
      : row.span(values)
  }
}
