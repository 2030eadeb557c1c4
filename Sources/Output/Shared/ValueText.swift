public import Basics
public import Weather

/// Values as people read them; `--` is unknown.
public struct ValueText: Sendable {
  /// Shown for an unknown value.
  public static let unknown = "--"
  /// The values of forms that are English whatever the locale, one decimal in every number that is not whole.
  static let classic = ValueText(locale: LocaleText(), decimals: 1)

  /// The words and numbers of the locale.
  public let locale: LocaleText
  /// Whether signs beyond ASCII can be shown.
  public let isUnicode: Bool
  /// How many decimals temperatures and shares have; nil for none, and for no zeros behind those of other numbers.
  private let decimals: Int?

  /// The values of a locale.
  public init(locale: LocaleText, isUnicode: Bool = true) {
    (self.locale, self.isUnicode, decimals) = (locale, isUnicode, nil)
  }

  private init(locale: LocaleText, decimals: Int) {
    (self.locale, isUnicode, self.decimals) = (locale, true, decimals)
  }

  /// A number, `--` where it is unknown.
  public func number(_ value: Double?, decimals: Int = 1) -> String {
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
  public func degrees(_ temperature: Temperature?, decimals: Int? = nil) -> String {
    number(temperature?.value, decimals: decimals ?? self.decimals ?? 0)
      + (isUnicode ? "°" : temperature?.unit.rawValue ?? "")
  }

  /// `21°C`, the unit told; as ``degrees(_:decimals:)`` where the temperature is unknown.
  public func degreesWithUnit(_ temperature: Temperature?, decimals: Int? = nil) -> String {
    degrees(temperature, decimals: decimals) + (isUnicode ? temperature?.unit.rawValue ?? "" : "")
  }

  /// `35 km/h`.
  public func measured(_ value: Measured?, decimals: Int? = nil) -> String {
    value.map { "\(number($0.value, decimals: decimals ?? $0.unit.decimals)) \($0.unit.rawValue)" } ?? Self.unknown
  }

  /// `53%`.
  public func percent(_ value: Percentage?) -> String {
    value.map { "\(number($0, decimals: decimals ?? 0))%" } ?? Self.unknown
  }

  /// `55% 39 mm`: how likely precipitation is and how much of it there is, as far as that is known.
  public func rain(chance: Percentage?, amount: Precipitation?) -> String {
    guard let amount else { return percent(chance) }
    return (chance.map { "\(percent($0)) " } ?? "") + measured(amount)
  }

  /// `06:21`, by the place's clock.
  public func clock(_ time: LocalTime?) -> String { time.map { locale.clock($0) } ?? Self.unknown }

  /// Where a wind blows to: an arrow of eight; the letters of the compass where there is no arrow.
  public func arrow(_ direction: CompassPoint?) -> String? {
    guard let direction else { return nil }
    guard isUnicode, let index = CompassPoint.allCases.firstIndex(of: direction) else { return direction.rawValue }
    return ["↓", "↙", "←", "↖", "↑", "↗", "→", "↘"][(index + 1) / 2 % 8]
  }

  /// `NE 12 km/h`, `12 km/h` or `NE`, as much as is known.
  public func wind(_ wind: Wind) -> String {
    guard let speed = wind.speed else { return wind.direction?.rawValue ?? Self.unknown }
    return (wind.direction.map { "\($0.rawValue) " } ?? "") + measured(speed)
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
    case .rain: rain(chance: row.precipitationChance, amount: row.precipitation)
    case .sun where row.sunState != nil: row.sunState?.words ?? Self.unknown
    case .sun where row.sunrise == nil && row.sunset == nil: Self.unknown
    default:
      group.fields.map { field in
        value(of: field, in: row) ?? (field.quantity == .temperature ? degrees(nil) : Self.unknown)
      }.joined(separator: " / ")
    }
  }
}
