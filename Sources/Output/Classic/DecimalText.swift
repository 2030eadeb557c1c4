import Basics
import Weather

/// Numbers as people read them.
enum DecimalText {
  /// What stands for a value that is not known.
  static let unknown = "--"

  /// A whole number plain, any other with so many decimals.
  static func of(_ value: Double, decimals: Int = 1) -> String {
    let rounded = value.rounded(decimals: decimals)
    guard let whole = Int(exactly: rounded.rounded(.towardZero)) else { return unknown }
    if rounded == Double(whole) { return String(whole) }
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    let digits = String(Int(((rounded.magnitude - Double(whole.magnitude)) * power).rounded()))
    let zeros = String(repeating: "0", count: max(0, decimals - digits.utf8.count))
    return "\(rounded < 0 ? "-" : "")\(whole.magnitude).\(zeros)\(digits)"
  }

  /// `21°`, whatever the unit.
  static func degrees(_ temperature: Temperature?) -> String {
    "\(temperature.map { of($0.value) } ?? unknown)°"
  }

  /// `35 km/h`.
  static func measured(_ value: Measured?) -> String {
    value.map { "\(of($0.value, decimals: $0.unit.decimals)) \($0.unit.rawValue)" } ?? unknown
  }

  /// `53%`.
  static func percent(_ value: Percentage?) -> String { value.map { "\(of($0))%" } ?? unknown }

  /// `06:21`, by the place's clock.
  static func clock(_ time: LocalTime?) -> String {
    guard let (hour, minute) = time?.clock else { return unknown }
    return "\(twoDigits(hour)):\(twoDigits(minute))"
  }

  /// A number below 100 with a zero before it where it has one digit.
  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
