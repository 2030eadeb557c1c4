import Basics
import Weather

/// Values in words suited for reading aloud, in English with the locale's numbers and weekdays.
struct SpeakWords {
  let values: ValueText

  /// The age of a stale answer: `This was said 2 hours ago.`
  func age(of report: Report) -> String {
    let (count, unit) = Age(seconds: report.source.age).counted
    return "This was said \(values.locale.number(Double(count))) \(unit.rawValue)\(count == 1 ? "" : "s") ago."
  }

  /// A description in lower case, except for abbreviations: `rain, snow late`.
  func description(_ text: String?) -> String {
    guard let text else { return "weather unknown" }
    return text.replacing("/", with: ", ").split(separator: " ").map { word in
      word.dropFirst().contains { $0.isUppercase } ? String(word) : word.lowercased()
    }.joined(separator: " ")
  }

  /// A number with its sign in words: `minus 5`.
  func number(_ value: Double, decimals: Int = 0) -> String {
    let rounded = value.rounded(decimals: decimals)
    return (rounded < 0 ? "minus " : "") + values.number(rounded.magnitude, decimals: decimals)
  }

  /// `10 degrees Celsius`, `7.4 millimetres`, `1 knot`.
  func measured(_ value: Measured) -> String {
    let (number, unit) = parts(value)
    return number + unit
  }

  private func parts(_ value: Measured) -> (number: String, unit: String) {
    // Temperatures and speeds are rounded to whole numbers.
    let isWhole = value.unit.quantity == .temperature || value.unit.quantity == .speed
    let decimals = isWhole ? 0 : value.unit.decimals
    let isOne = value.value.rounded(decimals: decimals).magnitude == 1
    return (number(value.value, decimals: decimals), " \(unit(value.unit, isOne: isOne))")
  }

  /// A unit in words, singular or plural.
  func unit(_ unit: MeasurementUnit, isOne: Bool) -> String {
    let (one, rest) =
      switch unit {
      case .celsius: ("degree", " Celsius")
      case .fahrenheit: ("degree", " Fahrenheit")
      case .kilometersPerHour: ("kilometre", " an hour")
      case .milesPerHour: ("mile", " an hour")
      case .metersPerSecond: ("metre", " a second")
      case .knots: ("knot", "")
      case .hectopascals: ("hectopascal", "")
      case .inchesOfMercury: ("inch", " of mercury")
      case .millimetersOfMercury: ("millimetre", " of mercury")
      case .kilometers: ("kilometre", "")
      case .miles: ("mile", "")
      case .millimeters: ("millimetre", "")
      case .inches: ("inch", "")
      }
    return one + (isOne ? "" : one == "inch" ? "es" : "s") + rest
  }

  /// A field with its value: `pressure 1013.2 hectopascals`; for several rows the range, `humidity 40 to 55 percent`,
  /// or the first and last if values have no order. Nil if nothing is known.
  func item(_ field: Field, _ known: [FieldValue]) -> String? {
    let amounts = known.compactMap { value in (value.measured?.value ?? value.number).map { (amount: $0, value: value) }
    }
    let ordered = amounts.isEmpty ? known : amounts.sorted { $0.amount < $1.amount }.map { $0.value }
    guard let first = ordered.first, let last = ordered.last else { return nil }
    let (begin, end) = (text(first, of: field), text(last, of: field))
    let to = begin.number == end.number ? "" : begin.number + (amounts.isEmpty ? ", later " : " to ")
    return "\(field.name) \(to)\(end.number)\(end.unit)"
  }

  /// A value, and its unit with a leading blank if it has one.
  private func text(_ value: FieldValue, of field: Field) -> (number: String, unit: String) {
    switch value {
    case .measured(let value): return parts(value)
    case .number(let value):
      let unit = field.kind == .share ? " percent" : field.kind == .bearing ? " degrees" : ""
      return (number(value, decimals: field.kind == .number ? 1 : 0), unit)
    case .direction(let direction): return (Self.direction(direction), "")
    case .words(let words): return (description(words), "")
    case .time(let time): return (values.clock(time), "")
    }
  }

  /// `10 degrees`, or from the first to the last: `10 to 7 degrees`.
  func course(_ temperatures: [Temperature]) -> String {
    guard let first = temperatures.first, let last = temperatures.last else { return "temperature unknown" }
    let (from, to) = (number(first.value), number(last.value))
    let isOne = last.value.rounded(decimals: 0).magnitude == 1
    return "\(from == to ? "" : "\(from) to ")\(to) \(isOne ? "degree" : "degrees")"
  }

  /// `up to 12, down to 3`, or `unknown`; `tonight` only if the low is the night's. With `showsUnit` the first known
  /// one has its unit: `up to 12 degrees Celsius, down to 3`.
  func range(_ row: ReportRow, tonight: String = "", showsUnit: Bool = false) -> String {
    func text(_ value: Temperature, _ showsUnit: Bool) -> String {
      showsUnit ? measured(value) : number(value.value)
    }
    let high = row.high.map { "up to \(text($0, showsUnit))" } ?? "high unknown"
    let low = row.low.map { "down to \(text($0, showsUnit && row.high == nil))\(tonight)" } ?? "low unknown"
    return "\(high), \(low)"
  }

  /// `40 percent chance of rain or snow, 2.1 millimetres of it`, as far as known; nil if nothing is.
  ///
  /// It is only called dry if chance and amount are 0 and the description does not contradict: an amount of 0 is a
  /// mean, rounded down.
  func rain(_ chance: Percentage?, _ amount: Precipitation?, _ words: String?) -> String? {
    guard let chance else { return amount.map { "\(measured($0)) of rain or snow" } }
    let text = "\(number(chance)) percent chance of rain or snow"
    guard let amount else { return text }
    if amount.value > 0 { return "\(text), \(chance == 0 ? "but " : "")\(measured(amount)) of it" }
    return chance > 0 || words.flatMap { Condition(words: $0) }?.isWet == true ? text : "no rain or snow"
  }

  /// `wind from the northeast at 12 kilometres an hour`, as far as known; nil if nothing is.
  func wind(_ wind: Wind) -> String? {
    let from = wind.direction.map { " from the \(Self.direction($0))" } ?? ""
    guard let speed = wind.speed else { return from.isEmpty ? nil : "wind\(from)" }
    if speed.value == 0 { return "no wind" }
    let gusts = wind.gust.map { ", gusts up to \(number($0.value))" } ?? ""
    return "wind\(from) at \(measured(speed))\(gusts)"
  }

  /// `east-northeast` for ENE.
  private static func direction(_ point: CompassPoint) -> String {
    let words: [Character: String] = ["N": "north", "E": "east", "S": "south", "W": "west"]
    let letters = point.rawValue.compactMap { words[$0] }
    return letters.count == 3 ? "\(letters[0])-\(letters[1])\(letters[2])" : letters.joined()
  }
}
