import Basics
import Weather

/// Values as text for people; `--` is unknown.
struct ValueText {
  static let unknown = "--"
  /// For forms that are always in English, with one decimal in every number that is not whole.
  static let classic = ValueText(decimals: 1)

  var locale = LocaleText()
  var phrases = Phrases.english
  var isUnicode = true
  /// Fixed number of decimals for temperatures and percentages; nil for none, and no trailing zeros in other numbers.
  var decimals: Int?

  func number(_ value: Double?, decimals: Int = 1) -> String {
    guard let value else { return Self.unknown }
    return self.decimals == nil ? locale.number(value, decimals: decimals) : Self.padded(value, decimals: decimals)
  }

  /// Whole numbers plain, others with a fixed number of decimals.
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

  /// `21°`, rounded to whole degrees by default; `21C` in ASCII.
  func degrees(_ temperature: Temperature?, decimals: Int? = nil) -> String {
    number(temperature?.value, decimals: decimals ?? self.decimals ?? 0)
      + (isUnicode ? "°" : temperature?.unit.rawValue ?? "")
  }

  /// `21°C`; like ``degrees(_:decimals:)`` if the temperature is unknown.
  func degreesWithUnit(_ temperature: Temperature?) -> String {
    degrees(temperature) + (isUnicode ? temperature?.unit.rawValue ?? "" : "")
  }

  func measured(_ value: Measured?) -> String {
    value.map { "\(number($0.value, decimals: $0.unit.decimals)) \(unit($0.unit))" } ?? Self.unknown
  }

  func percent(_ value: Percentage?) -> String {
    value.map { "\(number($0, decimals: decimals ?? 0))%" } ?? Self.unknown
  }

  /// `06:21` in local time.
  func clock(_ time: LocalTime?) -> String { time.map { locale.clock($0) } ?? Self.unknown }

  /// An arrow in the direction that the wind blows to, one of eight; in ASCII the compass letters it comes from.
  func arrow(_ direction: CompassPoint) -> String {
    guard isUnicode, let index = CompassPoint.allCases.firstIndex(of: direction) else {
      return self.direction(direction)
    }
    return ["↓", "↙", "←", "↖", "↑", "↗", "→", "↘"][(index + 1) / 2 % 8]
  }

  /// `NE 12 km/h`, `12 km/h` or `NE`, as far as known.
  func wind(_ wind: Wind) -> String { joined([wind.direction.map { direction($0) }, wind.speed.map { measured($0) }]) }

  /// Joins the known texts with blanks.
  func joined(_ texts: [String?]) -> String {
    let known = texts.compactMap { $0 }
    return known.isEmpty ? Self.unknown : known.joined(separator: " ")
  }

  /// A field's value with its unit; nil if unknown.
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
      case .direction(let direction): self.direction(direction)
      case .words(let words): isUnicode ? self.words(words) : AsciiText.of(self.words(words))
      case .time(let time): clock(time)
      }
    }
  }

  /// The values of a field group: `E 2 mph`, `55% 39 mm`, `05:13 / 20:41`.
  func value(of group: FieldGroup, in row: ReportRow) -> String {
    switch group {
    case .wind: wind(row.wind)
    case .rain: joined([row.precipitationChance.map { percent($0) }, row.precipitation.map { measured($0) }])
    case .sun where row.sunState != nil: row.sunState.map { words($0) } ?? Self.unknown
    case .sun where row.sunrise == nil && row.sunset == nil: Self.unknown
    default:
      group.fields.map { field in
        value(of: field, in: row) ?? (field.quantity == .temperature ? degrees(nil) : Self.unknown)
      }.joined(separator: " / ")
    }
  }
}
