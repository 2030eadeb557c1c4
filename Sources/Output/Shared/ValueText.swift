public import Basics
public import Weather

/// Values as people read them, in their locale; `--` is unknown.
public struct ValueText: Sendable {
  /// What stands for a value that is not known.
  public static let unknown = "--"

  /// The words and numbers of the locale.
  public let locale: LocaleText
  /// Whether signs beyond ASCII can be shown.
  public let isUnicode: Bool

  /// The values of a locale.
  public init(locale: LocaleText, isUnicode: Bool = true) {
    self.locale = locale
    self.isUnicode = isUnicode
  }

  /// A number, `--` where it is unknown.
  public func number(_ value: Double?, decimals: Int = 1) -> String {
    value.map { locale.number($0, decimals: decimals) } ?? Self.unknown
  }

  /// `21°`, whole unless decimals are asked for; `21C` where there is no sign for a degree.
  public func degrees(_ temperature: Temperature?, decimals: Int = 0) -> String {
    number(temperature?.value, decimals: decimals) + (isUnicode ? "°" : temperature?.unit.rawValue ?? "")
  }

  /// `21°C`, the unit told; as ``degrees(_:decimals:)`` where the temperature is unknown.
  public func degreesWithUnit(_ temperature: Temperature?, decimals: Int = 0) -> String {
    degrees(temperature, decimals: decimals) + (isUnicode ? temperature?.unit.rawValue ?? "" : "")
  }

  /// `35 km/h`.
  public func measured(_ value: Measured?, decimals: Int? = nil) -> String {
    value.map { "\(number($0.value, decimals: decimals ?? $0.unit.decimals)) \($0.unit.rawValue)" } ?? Self.unknown
  }

  /// `53%`.
  public func percent(_ value: Percentage?) -> String { value.map { "\(number($0, decimals: 0))%" } ?? Self.unknown }

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
}
