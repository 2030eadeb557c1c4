import Basics
import Weather

/// A report's days or hours as a table; the first column names the rows.
struct HtmlTable {
  /// A column.
  private struct Column {
    let title: String
    /// The unit of its values, below the title.
    var unit: String?
    /// Whether it holds words, which begin at the left, and not numbers.
    let isWords: Bool
    /// The value of a row; nil is unknown.
    let value: (ReportRow) -> String?

    var style: String { isWords ? " class=\"words\" dir=\"auto\"" : "" }
  }

  private let rows: [ReportRow]
  private let columns: [Column]
  private let fields: HtmlFields
  private let showsHours: Bool
  private let index: Int

  /// A report's table; `index` tells its ids from those of other reports.
  init(_ report: Report, fields: HtmlFields, index: Int) {
    let rows = ReportRow.rows(of: report)
    (self.rows, self.fields, self.index) = (rows, fields, index)
    showsHours = report.showsHours
    let first = Column(title: showsHours ? "Time" : "Day", isWords: true) { fields.name($0, today: report.today) }
    columns =
      [first]
      + fields.shown(showsHours ? .hour : .day).filter { field in
        field.group == nil || rows.contains { fields.cell(field, of: $0) != nil }
      }.map { field in
        Column(
          title: field == .description ? "Conditions" : field.title, unit: Self.unit(of: field, in: rows),
          isWords: field.kind == .words
        ) { fields.cell(field, of: $0) }
      }
  }

  /// The unit of a field's quantity in the rows.
  private static func unit(of field: Field, in rows: [ReportRow]) -> String? {
    let units = rows.lazy.flatMap { $0.values.known }.compactMap { $0.value.measured?.unit }
    return units.first { $0.quantity == field.quantity }.map { ($0.quantity == .temperature ? "°" : "") + $0.rawValue }
  }

  /// The `table` element in a frame that scrolls on a narrow screen; hours have their day above them.
  var element: String {
    guard !rows.isEmpty else { return "" }
    var body = showsHours ? "" : "<tbody>\n"
    for (index, row) in rows.enumerated() {
      if showsHours, index == 0 || rows[index - 1].day != row.day {
        body += (index == 0 ? "" : "</tbody>\n") + "<tbody>\n<tr class=\"group\"><th colspan=\"\(columns.count)\""
        body += " scope=\"rowgroup\">\(MarkupText.escaped(fields.values.locale.fullDate(row.day)))</th></tr>\n"
      }
      let cells = columns.enumerated().map { index, column in
        let value = Self.cell(column.value(row))
        return index == 0
          ? "<th scope=\"row\"\(column.style)>\(value)</th>" : "<td\(column.style)>\(value)</td>"
      }
      body += "<tr>\(cells.joined())</tr>\n"
    }
    let heads = columns.map { column in
      "<th scope=\"col\"\(column.style)>\(column.title)\(column.unit.map { " <small>\($0)</small>" } ?? "")</th>"
    }
    return "<div class=\"frame\" tabindex=\"0\" role=\"group\" aria-labelledby=\"table\(index)\">\n<table>\n"
      + "<caption id=\"table\(index)\">\(fields.groups == nil ? "Every value" : "Values")</caption>\n"
      + "<thead>\n<tr>\(heads.joined())</tr>\n</thead>\n" + body + "</tbody>\n</table>\n</div>\n"
  }

  /// A value as it stands in a cell, marked where it is unknown.
  static func cell(_ value: String?) -> String {
    value.map { MarkupText.escaped($0) } ?? "<abbr title=\"unknown\">\(ValueText.unknown)</abbr>"
  }
}

/// Which fields a page shows, and how.
struct HtmlFields {
  let values: ValueText
  /// The groups that were asked for; nil for all.
  let groups: [FieldGroup]?

  /// The fields of a kind of rows: words first, times last. The wind's direction stands with its speed.
  func shown(_ kind: RowKinds) -> [Field] {
    let fields = Field.all.filter { field in
      guard field.rows.contains(kind), field != .windDirection, field != .windDegrees else { return false }
      return groups.flatMap { groups in field.group.map { groups.contains($0) } } ?? true
    }
    return fields.filter { $0.kind == .words } + fields.filter { $0.kind != .words && $0.kind != .time }
      + fields.filter { $0.kind == .time }
  }

  /// A value beside the temperature now; nil where it is unknown, and for what stands in large letters.
  func detail(_ field: Field, of now: CurrentConditions) -> String? {
    if field == .temperature || field == .description { return nil }
    if field == .windSpeed { return now.wind.speed == nil && now.wind.direction == nil ? nil : values.wind(now.wind) }
    if field.quantity == .temperature { return now.values[field].map { values.degrees($0.measured, decimals: 1) } }
    return values.value(of: field, in: now)
  }

  /// A value in a table, without its unit, which stands at the column's head; nil where it is unknown.
  func cell(_ field: Field, of row: ReportRow) -> String? {
    if field == .sunrise || field == .sunset, let state = row.sunState { return state.words }
    let number = row.values[field]?.measured.map { values.number($0.value, decimals: $0.unit.decimals) }
    if field == .windSpeed {
      let wind = [row.wind.direction?.rawValue, number].compactMap { $0 }
      return wind.isEmpty ? nil : wind.joined(separator: " ")
    }
    return number ?? values.value(of: field, in: row)
  }

  /// What a row is called: `Sun, Apr 25 (rest of today, from 21:00)`, `14:00–20:00`.
  func name(_ row: ReportRow, today: CalendarDay) -> String {
    if let time = row.time {
      return values.clock(time) + (RowSpan.end(of: time, hours: row.hours).map { "–\(values.clock($0))" } ?? "")
    }
    let rest = RowSpan.rest(from: row.from, isToday: row.day == today) { values.clock($0) }
    return "\(values.locale.weekday(row.day)), \(values.locale.date(row.day))" + (rest.map { " (\($0))" } ?? "")
  }
}
