import Weather

/// Fields with their names, for lines of prose: `wind: SW 20 km/h`.
struct FieldItems {
  /// How values are written.
  let text: ValueText

  /// The items of a row's fields.
  func items(_ row: ForecastRow, _ fields: [FieldGroup]) -> [String] {
    fields.map { field in
      switch field {
      case .wind: "wind \(text.wind(row.wind))"
      case .gust: "gusts \(text.measured(row.wind.gust))"
      case .humidity: "humidity \(text.percent(row.humidity))"
      case .feels: "feels like \(text.degrees(row.feelsLike))"
      case .rain: "rain \(rain(row))"
      case .uv: "UV \(text.number(row.uvIndex))"
      case .pressure: "pressure \(text.measured(row.pressure))"
      case .dewpoint: "dew point \(text.degrees(row.dewPoint))"
      case .visibility: "visibility \(text.measured(row.visibility))"
      case .clouds: "clouds \(text.percent(row.cloudCover))"
      case .sun where row.sunState != nil: "sun \(row.sunState?.words ?? "")"
      case .sun: "sun \(text.clock(row.sunrise))-\(text.clock(row.sunset))"
      default: field.name
      }
    }
  }

  /// What is so now: the weather, then the fields, and what it feels like unless the user chose others.
  func now(_ row: ForecastRow, _ fields: [FieldGroup], icons: IconSet) -> [String] {
    let sign = Icon.sign(forWords: row.words, isNight: row.isNight, in: icons).map { "\($0) " } ?? ""
    let words = "\(sign)\(text.degreesWithUnit(row.high)) \(row.words ?? ValueText.unknown)"
    return [words] + items(row, fields == FieldGroup.standard ? [.feels] + fields : fields)
  }

  /// How likely it rains, and how much: `55% 39 mm`.
  func rain(_ row: ForecastRow) -> String { text.rain(chance: row.chance, amount: row.amount) }

  /// Items in lines that fit: no item is broken that fits on a line of its own.
  func lines(_ items: [String], width: Int?, indent: Int = 0) -> [String] {
    let room = max(1, (width ?? .max) - indent)
    let comma = text.isUnicode ? " · " : ", "
    var lines: [String] = []
    for item in items {
      if let last = lines.last, room >= DisplayWidth.of(last) + DisplayWidth.of(comma) + DisplayWidth.of(item) {
        lines[lines.count - 1] += comma + item
      } else {
        lines += DisplayWidth.wrapped(item, to: room)
      }
    }
    return lines.map { String(repeating: " ", count: indent) + $0 }
  }
}
