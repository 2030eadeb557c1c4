import Basics
import Weather

/// The possible columns of a table of days or hours.
struct TableColumns {
  let rows: [ReportRow]
  let report: Report
  let terminal: TerminalReport

  private var text: ValueText { terminal.text }

  /// Forms of a day's name: `Sunday, April 25`, `Sun Apr 25` or `Sun 25`.
  enum DayForm { case long, medium, short }

  var areHours: Bool { rows.first?.time != nil }

  /// The days, with today in bold; for hours the time.
  func label(_ form: DayForm) -> TableColumn {
    TableColumn("", rows, .left) { row in
      row.time == nil ? name(row.day, form) + (row.from == nil ? "" : "*") : time(row)
    } paint: { row, style, text in
      row.time == nil && row.day == report.today ? style.bold(text) : text
    }
  }

  /// `14:00`, or `14-20` for a longer step.
  private func time(_ row: ReportRow) -> String {
    let clocks = [row.time, row.end].compactMap { $0.map { text.clock($0) } }
    let isShort = clocks.count > 1 && row.time?.clock.minute == 0
    return clocks.map { isShort ? $0.prefix(2) : $0[...] }.joined(separator: "-")
  }

  func name(_ day: CalendarDay, _ form: DayForm) -> String {
    let locale = text.locale
    return switch form {
    case .long: "\(locale.weekday(day, isShort: false)) \(locale.date(day, isShort: false))"
    case .medium: "\(locale.weekday(day)) \(locale.date(day))"
    case .short: "\(locale.weekday(day)) \(day.date.day < 10 ? " " : "")\(day.date.day)"
    }
  }

  /// The icons; blank for an unrecognized description, which is in the next column.
  var icon: TableColumn {
    TableColumn("", rows, .left) {
      Icon.sign(forWords: $0.description, isNight: $0.isNight, in: terminal.options.icons) ?? ""
    }
  }

  var words: TableColumn {
    TableColumn("", rows, .left) { row in row.description.map { text.words($0) } ?? ValueText.unknown }
  }

  /// Highs and lows, or hourly temperatures.
  var temperatures: [TableColumn] {
    areHours
      ? [column(.temperature, text.phrases("Temp", in: "column"))]
      : [column(.high, text.title(.high)), column(.low, text.title(.low))]
  }

  /// Chance and amount of precipitation, each with its unit (`55% 39 mm`).
  func rain(_ title: String? = nil) -> TableColumn {
    TableColumn(title ?? text.title(.rain), rows) {
      text.value(of: .rain, in: $0)
    } paint: {
      $1.rain($2, chance: $0.precipitationChance, amount: $0.precipitation)
    }
  }

  func isKnown(_ group: FieldGroup) -> Bool {
    rows.contains { row in
      group.fields.contains { row.values[$0] != nil } || group == .sun && row.sunState != nil
    }
  }

  func column(_ group: FieldGroup) -> TableColumn {
    switch group {
    case .wind:
      return TableColumn(title(group, .speed), rows) { row in
        text.joined([
          row.wind.direction.map { text.direction($0) }, row.wind.speed.map { text.number($0.value, decimals: 0) },
        ])
      } paint: {
        $1.wind($2, $0.wind.speed)
      }
    case .rain:
      // A source without chances may have amounts.
      let hasAmountOnly = !rows.contains { $0.precipitationChance != nil } && rows.contains { $0.precipitation != nil }
      let unit = report.units[.precipitation].map { text.unit($0) } ?? ""
      return hasAmountOnly ? column(.precipitation, "\(text.title(group)) \(unit)") : rain()
    case .sun:
      return TableColumn(text.phrases("Daylight", in: "column"), rows) { row in
        if let state = row.sunState { return text.phrases(state == .upAllDay ? "all day" : "none", in: "daylight") }
        return row.sunrise == nil && row.sunset == nil
          ? ValueText.unknown : "\(text.clock(row.sunrise))-\(text.clock(row.sunset))"
      }
    case .feels: return column(.feelsLike, text.phrases("Feels", in: "column"))
    default:
      let fields = group.fields
      guard fields.count == 1 else { return TableColumn(text.title(group), rows) { text.value(of: group, in: $0) } }
      return column(fields[0], title(group, fields[0].quantity))
    }
  }

  /// A title with the values' unit; temperatures have theirs in the cells.
  private func title(_ group: FieldGroup, _ quantity: Quantity?) -> String {
    let unit = quantity.flatMap { $0 == .temperature ? nil : report.units[$0] }
    return unit.map { "\(text.title(group)) \(text.unit($0))" } ?? text.title(group)
  }

  /// A field's column, with the unit in the title.
  private func column(_ field: Field, _ title: String) -> TableColumn {
    TableColumn(title, rows, field.kind == .words ? .left : .right) { row in
      let value = row.values[field]
      return switch field.kind {
      case .measured(.temperature): text.degrees(value?.measured)
      case .measured(.speed): text.number(value?.measured?.value, decimals: 0)
      case .measured: text.number(value?.measured?.value, decimals: value?.measured?.unit.decimals ?? 1)
      case .number: text.number(value?.number, decimals: 0)
      default: text.value(of: field, in: row) ?? ValueText.unknown
      }
    } paint: { row, style, text in
      let value = row.values[field]?.measured
      return switch field.quantity {
      case .temperature: style.temperature(text, value)
      case .speed: style.wind(text, value)
      case .precipitation: style.rain(text, chance: nil, amount: value)
      default: text
      }
    }
  }
}

struct TableColumn {
  var title: String
  private let alignment: TextAlignment
  private let texts: [String]
  var width = 0

  private let rows: [ReportRow]
  /// Colours a text that has already been padded to the column's width.
  private let paint: (ReportRow, ANSIStyle, String) -> String

  /// Creates a column as wide as its widest text; not coloured by default.
  init(
    _ title: String, _ rows: [ReportRow], _ alignment: TextAlignment = .right, text: (ReportRow) -> String,
    paint: @escaping (ReportRow, ANSIStyle, String) -> String = { $2 }
  ) {
    (self.title, self.alignment, self.rows, self.paint) = (title, alignment, rows, paint)
    texts = rows.map(text)
    fit()
  }

  mutating func fit() { width = texts.reduce(DisplayWidth.of(title)) { max($0, DisplayWidth.of($1)) } }

  func head(isUnicode: Bool) -> String {
    DisplayWidth.fitted(title, to: width, alignment, isUnicode: isUnicode)
  }

  func text(_ row: Int, _ style: ANSIStyle, isUnicode: Bool) -> String {
    paint(rows[row], style, DisplayWidth.fitted(texts[row], to: width, alignment, isUnicode: isUnicode))
  }
}
