import Basics
import Weather

/// The columns that a table of days or hours can have.
struct TableColumns {
  /// The rows.
  let rows: [ForecastRow]
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
    let cells = rows.map { row in
      let isToday = row.time == nil && row.day == today
      let label = row.time.map { time($0, hours: row.hours) } ?? name(row.day, form) + (row.from == nil ? "" : "*")
      return TableCell(label) { isToday ? $0.bold($1) : $1 }
    }
    return TableColumn("", cells, .left)
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
    let cells = rows.map { TableCell(Icon.sign(forWords: $0.words, isNight: $0.isNight, in: icons) ?? "") }
    return TableColumn("", cells, .left)
  }

  /// The source's words.
  var words: TableColumn { TableColumn("", rows.map { TableCell($0.words ?? ValueText.unknown) }, .left) }

  /// The highs, or the hours' temperatures.
  var high: TableColumn { temperatures(areHours ? "Temp" : "High") { $0.high } }

  /// The lows.
  var low: TableColumn { temperatures("Low") { $0.low } }

  /// How much precipitation falls.
  var amount: TableColumn {
    TableColumn(
      "Rain \(units.precipitation?.rawValue ?? "")",
      rows.map { row in
        TableCell(text.number(row.amount?.value, decimals: row.amount?.unit.decimals ?? 1)) {
          $0.rain($1, chance: nil, amount: row.amount)
        }
      })
  }

  /// How likely it rains and how much, each with its unit (`55% 39 mm`).
  func rain(_ title: String = "Rain") -> TableColumn {
    TableColumn(
      title,
      rows.map { row in
        TableCell(FieldItems(text: text).rain(row)) { $0.rain($1, chance: row.chance, amount: row.amount) }
      })
  }

  /// Whether anything is known of a field in any row.
  func isKnown(_ field: FieldGroup) -> Bool {
    rows.contains { row in
      switch field {
      case .wind: row.wind.speed != nil || row.wind.direction != nil
      case .humidity: row.humidity != nil
      case .feels: row.feelsLike != nil
      case .rain: row.chance != nil || row.amount != nil
      case .uv: row.uvIndex != nil
      case .pressure: row.pressure != nil
      case .dewpoint: row.dewPoint != nil
      case .visibility: row.visibility != nil
      case .clouds: row.cloudCover != nil
      case .gust: row.wind.gust != nil
      case .sun: row.sunrise != nil || row.sunset != nil || row.sunState != nil
      default: false
      }
    }
  }

  /// A field's column.
  func column(_ field: FieldGroup) -> TableColumn {
    switch field {
    case .wind:
      let title = units.speed.map { "Wind \($0.rawValue)" } ?? "Wind"
      return TableColumn(
        title,
        rows.map { row in
          let parts = [row.wind.direction?.rawValue, row.wind.speed.map { text.number($0.value, decimals: 0) }]
          let wind = parts.compactMap { $0 }.joined(separator: " ")
          return TableCell(wind.isEmpty ? ValueText.unknown : wind) { $0.wind($1, row.wind.speed) }
        })
    case .gust:
      return TableColumn(
        units.speed.map { "Gust \($0.rawValue)" } ?? "Gust",
        rows.map { row in
          TableCell(text.number(row.wind.gust?.value, decimals: 0)) { $0.wind($1, row.wind.gust) }
        })
    case .rain:
      // A source that gives no chance may give an amount.
      if rows.allSatisfy({ $0.chance == nil }), rows.contains(where: { $0.amount != nil }) { return amount }
      return rain()
    case .humidity: return TableColumn("Humidity", rows.map { TableCell(text.percent($0.humidity)) })
    case .clouds: return TableColumn("Clouds", rows.map { TableCell(text.percent($0.cloudCover)) })
    case .feels: return temperatures("Feels") { $0.feelsLike }
    case .dewpoint: return temperatures("Dew point") { $0.dewPoint }
    case .uv: return TableColumn("UV", rows.map { TableCell(text.number($0.uvIndex, decimals: 0)) })
    case .pressure: return measured("Pressure", units.pressure?.rawValue) { $0.pressure }
    case .visibility: return measured("Visibility", units.distance?.rawValue) { $0.visibility }
    case .sun:
      return TableColumn(
        "Daylight",
        rows.map { row in
          if let state = row.sunState { return TableCell(state == .upAllDay ? "all day" : "none") }
          return row.sunrise == nil && row.sunset == nil
            ? TableCell(ValueText.unknown) : TableCell("\(text.clock(row.sunrise))-\(text.clock(row.sunset))")
        })
    default: return TableColumn(field.name, rows.map { _ in TableCell(ValueText.unknown) })
    }
  }

  /// A column of temperatures, in their colours.
  private func temperatures(_ title: String, _ value: (ForecastRow) -> Temperature?) -> TableColumn {
    TableColumn(
      title,
      rows.map { row in
        let value = value(row)
        return TableCell(text.degrees(value)) { $0.temperature($1, value) }
      })
  }

  /// A column of values whose unit stands in its title.
  private func measured(
    _ title: String, _ unit: String?, _ value: (ForecastRow) -> Measured?
  ) -> TableColumn {
    TableColumn(
      unit.map { "\(title) \($0)" } ?? title,
      rows.map { row in
        let value = value(row)
        return TableCell(text.number(value?.value, decimals: value?.unit.decimals ?? 1))
      })
  }
}
