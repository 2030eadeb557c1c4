import Basics
import Weather

/// The columns that a table of days or hours can have.
struct TableColumns {
  /// The rows.
  let rows: [ReportRow]
  /// The day that counts as today.
  let today: CalendarDay
  /// The units of the values.
  let units: ReportUnits
  /// How values are written.
  let text: ValueText
  /// The signs for conditions.
  let icons: IconSet

  /// How much of a day's name is written.
  enum DayForm {
    /// `Sunday, April 25`.
    case long
    /// `Sun Apr 25`.
    case medium
    /// `Sun 25`.
    case short
  }

  /// Whether the rows are hours.
  var areHours: Bool { rows.first?.time != nil }

  /// The days, today in bold; of hours the time.
  func label(_ form: DayForm) -> TableColumn {
    TableColumn("", rows, .left) { row in
      row.time.map { time($0, hours: row.hours) } ?? name(row.day, form) + (row.from == nil ? "" : "*")
    } paint: { row, style, text in
      row.time == nil && row.day == today ? style.bold(text) : text
    }
  }

  /// `14:00`, or `14-20` for a step of several hours.
  private func time(_ time: LocalTime, hours: Int?) -> String {
    guard let end = RowSpan.end(of: time, hours: hours) else { return text.locale.clock(time) }
    let isRound = time.clock.minute == 0
    let (first, last) = (text.locale.clock(time), text.locale.clock(end))
    return isRound ? "\(first.prefix(2))-\(last.prefix(2))" : "\(first)-\(last)"
  }

  /// What the asterisks behind the days' names mean.
  var footnotes: [String] { RowSpan.footnotes(rows, today: today, text.locale) }

  /// A day's name.
  func name(_ day: CalendarDay, _ form: DayForm) -> String {
    let locale = text.locale
    return switch form {
    case .long: "\(locale.weekday(day, isShort: false)) \(locale.date(day, isShort: false))"
    case .medium: "\(locale.weekday(day)) \(locale.date(day))"
    case .short: "\(locale.weekday(day)) \(day.date.day < 10 ? " " : "")\(day.date.day)"
    }
  }

  /// The signs; a blank where a source's words are not known, which are beside it.
  var icon: TableColumn {
    TableColumn("", rows, .left) { Icon.sign(forWords: $0.description, isNight: $0.isNight, in: icons) ?? "" }
  }

  /// The source's words.
  var words: TableColumn { TableColumn("", rows, .left) { $0.description ?? ValueText.unknown } }

  /// The highs, or the hours' temperatures.
  var high: TableColumn { temperatures(areHours ? "Temp" : "High") { $0.highest } }

  /// The lows.
  var low: TableColumn { temperatures("Low") { $0.low } }

  /// How likely it rains and how much, each with its unit (`55% 39 mm`).
  func rain(_ title: String = FieldGroup.rain.title) -> TableColumn {
    TableColumn(title, rows) {
      text.value(of: .rain, in: $0)
    } paint: { row, style, text in
      style.rain(text, chance: row.precipitationChance, amount: row.precipitation)
    }
  }

  /// Whether anything is known of a field in any row.
  func isKnown(_ group: FieldGroup) -> Bool {
    rows.contains { row in
      group.fields.contains { row.values[$0] != nil } || group == .sun && row.sunState != nil
    }
  }

  /// The column of a group of fields.
  func column(_ group: FieldGroup) -> TableColumn {
    switch group {
    case .wind:
      return TableColumn(title(group, units.speed), rows) { row in
        let parts = [row.wind.direction?.rawValue, row.wind.speed.map { text.number($0.value, decimals: 0) }]
        let wind = parts.compactMap { $0 }.joined(separator: " ")
        return wind.isEmpty ? ValueText.unknown : wind
      } paint: {
        $1.wind($2, $0.wind.speed)
      }
    case .rain:
      // A source that gives no chance may give an amount.
      let hasAmountOnly = !rows.contains { $0.precipitationChance != nil } && rows.contains { $0.precipitation != nil }
      return hasAmountOnly ? column(.precipitation, "\(group.title) \(units.precipitation?.rawValue ?? "")") : rain()
    case .sun:
      return TableColumn("Daylight", rows) { row in
        if let state = row.sunState { return state == .upAllDay ? "all day" : "none" }
        return row.sunrise == nil && row.sunset == nil
          ? ValueText.unknown : "\(text.clock(row.sunrise))-\(text.clock(row.sunset))"
      }
    case .feels: return column(.feelsLike, "Feels")
    default:
      let fields = group.fields
      guard fields.count == 1 else { return TableColumn(group.title, rows) { text.value(of: group, in: $0) } }
      let unit = fields[0].quantity.flatMap { $0 == .temperature ? nil : units[$0] }
      return column(fields[0], title(group, unit))
    }
  }

  /// A title with the unit of the values below it.
  private func title(_ group: FieldGroup, _ unit: MeasurementUnit?) -> String {
    unit.map { "\(group.title) \($0.rawValue)" } ?? group.title
  }

  /// The column of a field, whose unit stands in the title.
  private func column(_ field: Field, _ title: String) -> TableColumn {
    switch field.kind {
    case .measured(.temperature): return temperatures(title) { $0.values[field]?.measured }
    case .measured(let quantity):
      return TableColumn(title, rows) { row in
        let value = row.values[field]?.measured
        return text.number(value?.value, decimals: quantity == .speed ? 0 : value?.unit.decimals ?? 1)
      } paint: { row, style, text in
        switch quantity {
        case .speed: style.wind(text, row.values[field]?.measured)
        case .precipitation: style.rain(text, chance: nil, amount: row.values[field]?.measured)
        default: text
        }
      }
    case .number: return TableColumn(title, rows) { text.number($0.values[field]?.number, decimals: 0) }
    default:
      let alignment = field.kind == .words ? TextAlignment.left : .right
      return TableColumn(title, rows, alignment) { text.value(of: field, in: $0) ?? ValueText.unknown }
    }
  }

  /// A column of temperatures, in their colours.
  private func temperatures(_ title: String, _ value: @escaping (ReportRow) -> Temperature?) -> TableColumn {
    TableColumn(title, rows) {
      text.degrees(value($0))
    } paint: {
      $1.temperature($2, value($0))
    }
  }
}
