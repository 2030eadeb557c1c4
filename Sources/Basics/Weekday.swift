/// A day of the week, Monday first (ISO 8601).
public enum Weekday: String, CaseIterable, Sendable {
  case monday = "Monday"
  case tuesday = "Tuesday"
  case wednesday = "Wednesday"
  case thursday = "Thursday"
  case friday = "Friday"
  case saturday = "Saturday"
  case sunday = "Sunday"

  /// The first three letters, `Mon`.
  public var abbreviation: String { String(rawValue.prefix(3)) }

  /// A weekday by its English name or a prefix of at least three letters (`Fri`, `FRI`, `Thurs`, `friday`).
  public init?(_ name: some StringProtocol) {
    let name = name.lowercased()
    guard name.utf8.count >= 3, let day = Self.allCases.first(where: { $0.rawValue.lowercased().hasPrefix(name) })
    else { return nil }
    self = day
  }
}
