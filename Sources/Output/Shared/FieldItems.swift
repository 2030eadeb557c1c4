import Weather

/// Fields with their names, for lines of prose: `wind SW 20 km/h`.
struct FieldItems {
  /// How values are written.
  let text: ValueText

  /// The items of a row's fields.
  func items(_ row: ReportRow, _ groups: [FieldGroup]) -> [String] {
    groups.map { group in
      switch group {
      case .gust: "gusts \(text.value(of: group, in: row))"
      case .uv: "UV \(text.value(of: group, in: row))"
      case .sun where row.sunState == nil: "sun \(text.clock(row.sunrise))-\(text.clock(row.sunset))"
      default: "\(group.title.lowercased()) \(text.value(of: group, in: row))"
      }
    }
  }

  /// The weather now, then the fields, and what it feels like unless the user chose others.
  func now(_ row: ReportRow, _ groups: [FieldGroup], icons: IconSet) -> [String] {
    let sign = Icon.sign(forWords: row.description, isNight: row.isNight, in: icons).map { "\($0) " } ?? ""
    let words = "\(sign)\(text.degreesWithUnit(row.temperature)) \(row.description ?? ValueText.unknown)"
    return [words] + items(row, groups == FieldGroup.standard ? [.feels] + groups : groups)
  }

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
