import Basics
import Weather

/// Values as people read them; `--` is unknown.
struct ValueText {
  static let unknown = "--"
  /// The values of forms that are English whatever the locale, one decimal in every number that is not whole.
  static let classic = ValueText(decimals: 1)

  var locale = LocaleText()
  var isUnicode = true
  /// How many decimals temperatures and shares have; nil for none, and for no zeros behind those of other numbers.
  var decimals: Int?

  func number(_ value: Double?, decimals: Int = 1) -> String {
    guard let value else { return Self.unknown }
    return self.decimals == nil ? locale.number(value, decimals: decimals) : Self.padded(value, decimals: decimals)
  }

  /// A whole number plain, any other with exactly so many decimals.
  static func padded(_ value: Double, decimals: Int = 1) -> String {
    let rounded = value.rounded(decimals: decimals)
    guard let whole = Int(exactly: rounded.rounded(.towardZero)) else { return unknown }
    if rounded == Double(whole) { return String(whole) }
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let digits = String(Int(((rounded.magnitude - Double(whole.magnitude)) * power).rounded()))
    let zeros = String(repeating: "0", count: max(0, decimals - digits.utf8.count))
    return "\(rounded < 0 ? "-" : "")\(whole.magnitude).\(zeros)\(digits)"
  }

  /// `21°`, whole unless decimals are asked for; `21C` where there is no sign for a degree.
  func degrees(_ temperature: Temperature?, decimals: Int? = nil) -> String {
    number(temperature?.value, decimals: decimals ?? self.decimals ?? 0)
      + (isUnicode ? "°" : temperature?.unit.rawValue ?? "")
  }

  /// `21°C`, with the unit; as ``degrees(_:decimals:)`` where the temperature is unknown.
  func degreesWithUnit(_ temperature: Temperature?) -> String {
    degrees(temperature) + (isUnicode ? temperature?.unit.rawValue ?? "" : "")
  }

  func measured(_ value: Measured?) -> String {
    value.map { "\(number($0.value, decimals: $0.unit.decimals)) \($0.unit.rawValue)" } ?? Self.unknown
  }

  func percent(_ value: Percentage?) -> String {
    value.map { "\(number($0, decimals: decimals ?? 0))%" } ?? Self.unknown
  }

  /// `06:21`, by the place's clock.
  func clock(_ time: LocalTime?) -> String { time.map { locale.clock($0) } ?? Self.unknown }

  /// Where a wind blows to: an arrow of eight; the letters of the compass where there is no arrow.
  func arrow(_ direction: CompassPoint) -> String {
    guard isUnicode, let index = CompassPoint.allCases.firstIndex(of: direction) else { return direction.rawValue }
    return ["↓", "↙", "←", "↖", "↑", "↗", "→", "↘"][(index + 1) / 2 % 8]
  }

  /// `NE 12 km/h`, `12 km/h` or `NE`, as much as is known.
  func wind(_ wind: Wind) -> String { joined([wind.direction?.rawValue, wind.speed.map { measured($0) }]) }

  /// Texts side by side, as far as they are known.
  func joined(_ texts: [String?]) -> String {
    let known = texts.compactMap { $0 }
    return known.isEmpty ? Self.unknown : known.joined(separator: " ")
  }

  /// A field's value with its unit; nil where it is unknown.
  func value(of field: Field, in row: some Row) -> String? {
    row.values[field].map { value in
      switch value {
      case .measured(let measured): measured.unit.quantity == .temperature ? degrees(measured) : self.measured(measured)
      case .number(let number):
        switch field.kind {
        case .share: percent(number)
        case .bearing: self.number(number, decimals: 0) + (isUnicode ? "°" : "")
        default: self.number(number)
        }
      case .direction(let direction): direction.rawValue
      case .words(let words): isUnicode ? words : AsciiText.of(words)
      case .time(let time): clock(time)
      }
    }
  }

  /// The values of a group of fields: `E 2 mph`, `55% 39 mm`, `05:13 / 20:41`.
  func value(of group: FieldGroup, in row: ReportRow) -> String {
    switch group {
    case .wind: wind(row.wind)
    case .rain: joined([row.precipitationChance.map { percent($0) }, row.precipitation.map { measured($0) }])
    case .sun where row.sunState != nil: row.sunState?.words ?? Self.unknown
    case .sun where row.sunrise == nil && row.sunset == nil: Self.unknown
    default:
      group.fields.map { field in
        value(of: field, in: row) ?? (field.quantity == .temperature ? degrees(nil) : Self.unknown)
      }.joined(separator: " / ")
    }
  }
}
