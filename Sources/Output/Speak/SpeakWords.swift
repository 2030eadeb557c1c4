import Basics
import Weather

/// Values in words that sound right when they are read aloud, in English with the locale's numbers and weekdays.
struct SpeakWords {
  /// The locale's words and numbers.
  let values: ValueText

  /// Words for what the options say.
  init(_ options: RenderingOptions) {
    values = options.values
  }

  /// The place's name up to its first comma, all of it where a name was taken for a town's; what was asked where the source
  /// names none.
  func name(of report: Report) -> String {
    report.town != nil ? report.title : report.place.name == nil ? report.query : report.shortTitle
  }

  /// `, in degrees Celsius`; empty where no temperature is known.
  func unit(of report: Report) -> String { report.units.temperature.map { ", in degrees \(Self.scale($0))" } ?? "" }

  /// Why there is no forecast.
  func failure(of report: Report) -> String {
    let reason = report.failure.map { ": \($0.message)" } ?? ""
    return "There is no forecast for \(name(of: report))\(reason)" + (reason.hasSuffix(".") ? "" : ".")
  }

  /// How old an answer is that should be newer: `This was said 2 hours ago.`
  func age(of report: Report) -> String {
    let (count, unit) = Age(seconds: report.source.age).counted
    return "This was said \(values.locale.number(Double(count))) \(unit.rawValue)\(count == 1 ? "" : "s") ago."
  }

  /// A source's words, in small letters where they are words and no abbreviations: `rain, snow late`.
  func description(_ text: String?) -> String {
    guard let text else { return "weather unknown" }
    return text.replacing("/", with: ", ").split(separator: " ").map { word in
      word.dropFirst().contains { $0.isUppercase } ? String(word) : word.lowercased()
    }.joined(separator: " ")
  }

  /// A number without decimals, its sign a word: `minus 5`.
  func number(_ value: Double) -> String {
    let rounded = value.rounded(decimals: 0)
    return (rounded < 0 ? "minus " : "") + values.number(rounded.magnitude, decimals: 0)
  }

  /// `10 degrees`, `1 degree`.
  func degrees(_ temperature: Temperature) -> String {
    number(temperature.value) + (abs(temperature.value.rounded(decimals: 0)) == 1 ? " degree" : " degrees")
  }

  /// `10 degrees Celsius`.
  func degreesWithUnit(_ temperature: Temperature) -> String {
    "\(degrees(temperature)) \(Self.scale(temperature.unit))"
  }

  private static func scale(_ unit: MeasurementUnit) -> String { unit == .celsius ? "Celsius" : "Fahrenheit" }

  /// `up to 12, down to 3`, what is unknown said so; `tonight` only where the low is the night's. The first of them that is
  /// known tells the unit where that is wanted: `up to 12 degrees Celsius, down to 3`.
  func range(_ day: DayForecast?, tonight: String = "", tellsUnit: Bool = false) -> String {
    func text(_ value: Temperature, _ tellsUnit: Bool) -> String {
      tellsUnit ? degreesWithUnit(value) : number(value.value)
    }
    let high = day?.high.map { "up to \(text($0, tellsUnit))" } ?? "high unknown"
    let low = day?.low.map { "down to \(text($0, tellsUnit && day?.high == nil))\(tonight)" } ?? "low unknown"
    return "\(high), \(low)"
  }

  /// `40 percent chance of rain or snow, 2.1 millimetres of it`, as much as is known; nil where nothing is.
  ///
  /// That it stays dry is only said where chance and amount say so, and the source's words nothing else: an amount of 0 is
  /// a mean, of which some drops may be left out.
  func rain(_ chance: Percentage?, _ amount: Precipitation?, _ words: String?) -> String? {
    guard let chance else { return amount.map { "\(depth($0)) of rain or snow" } }
    guard chance == 0, let amount else {
      let fall = amount.flatMap { $0.value > 0 ? ", \(depth($0)) of it" : nil } ?? ""
      return "\(number(chance)) percent chance of rain or snow\(fall)"
    }
    let unlikely = "\(number(0)) percent chance of rain or snow"
    if amount.value > 0 { return "\(unlikely), but \(depth(amount)) of it" }
    return words.flatMap { Condition(words: $0) }?.isWet == true ? unlikely : "no rain or snow"
  }

  /// `wind from the northeast at 12 kilometres an hour`, as much as is known; nil where nothing is.
  func wind(_ wind: Wind) -> String? {
    let from = wind.direction.map { " from the \(Self.direction($0))" } ?? ""
    guard let speed = wind.speed else { return from.isEmpty ? nil : "wind\(from)" }
    if speed.value == 0 { return "no wind" }
    let gusts = wind.gust.map { ", gusts up to \(number($0.value))" } ?? ""
    return "wind\(from) at \(rate(speed))\(gusts)"
  }

  /// `7.4 millimetres`.
  private func depth(_ amount: Precipitation) -> String {
    let isOne = amount.value == 1
    let unit =
      switch amount.unit {
      case .millimeters: isOne ? "millimetre" : "millimetres"
      case .inches: isOne ? "inch" : "inches"
      default: amount.unit.rawValue
      }
    return "\(values.number(amount.value, decimals: amount.unit.decimals)) \(unit)"
  }

  /// `12 kilometres an hour`.
  private func rate(_ speed: Speed) -> String {
    let isOne = speed.value.rounded(decimals: 0) == 1
    let unit =
      switch speed.unit {
      case .kilometersPerHour: isOne ? "kilometre an hour" : "kilometres an hour"
      case .milesPerHour: isOne ? "mile an hour" : "miles an hour"
      case .metersPerSecond: isOne ? "metre a second" : "metres a second"
      case .knots: isOne ? "knot" : "knots"
      default: speed.unit.rawValue
      }
    return "\(number(speed.value)) \(unit)"
  }

  /// `east-northeast` for the letters ENE.
  private static func direction(_ point: CompassPoint) -> String {
    func word(_ letters: Substring) -> String {
      switch letters {
      case "N": "north"
      case "E": "east"
      case "S": "south"
      case "W": "west"
      case "NE": "northeast"
      case "SE": "southeast"
      case "SW": "southwest"
      default: "northwest"
      }
    }
    let letters = point.rawValue
    return letters.count == 3 ? "\(word(letters.prefix(1)))-\(word(letters.suffix(2)))" : word(letters[...])
  }
}

extension String {
  /// The text with its first letter large.
  var capitalizedAtFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text as a sentence: its first letter large, a full stop behind it.
  var sentence: String { capitalizedAtFirst + "." }
}
