import Basics
import Weather

/// Values in words suited for reading aloud, in the user's language.
struct SpeakWords {
  let values: ValueText

  private var phrases: Phrases { values.phrases }

  /// Phrases as a list.
  func list(_ parts: [String?]) -> String { parts.compactMap { $0 }.joined(separator: phrases(", ", in: "list")) }

  /// The age of a stale answer: `This was said 2 hours ago.`
  func age(of report: Report) -> String {
    let (count, unit) = Age(seconds: report.source.age).counted
    let values: KeyValuePairs<String, String> = ["count": self.values.locale.number(Double(count))]
    return switch unit {
    case .minute:
      phrases.counted("This was said {count} minute ago.", "This was said {count} minutes ago.", count, values)
    case .hour: phrases.counted("This was said {count} hour ago.", "This was said {count} hours ago.", count, values)
    case .day: phrases.counted("This was said {count} day ago.", "This was said {count} days ago.", count, values)
    }
  }

  /// A description: translated, else in lower case except for abbreviations (`rain, snow late`).
  func description(_ text: String?) -> String {
    guard let text else { return phrases("weather unknown") }
    if !phrases.isEnglish, let translated = values.translated(text) { return translated }
    return text.replacing("/", with: ", ").split(separator: " ").map { word in
      word.dropFirst().contains { $0.isUppercase } ? String(word) : word.lowercased()
    }.joined(separator: " ")
  }

  /// `the sun does not rise`.
  func sun(_ state: Sun.State) -> String {
    phrases(state == .upAllDay ? "the sun does not set" : "the sun does not rise")
  }

  /// A number with its sign in words: `minus 5`.
  func number(_ value: Double, decimals: Int = 0) -> String {
    let rounded = value.rounded(decimals: decimals)
    let text = values.number(rounded.magnitude, decimals: decimals)
    return rounded < 0 ? phrases("minus {number}", ["number": text]) : text
  }

  /// `10 degrees Celsius`, `7.4 millimetres`, `1 knot`.
  func measured(_ value: Measured) -> String {
    let (one, many) = Self.texts(value.unit)
    return counted(one, many, value.value, decimals: Self.decimals(value.unit))
  }

  /// A number with its noun in the form that it takes; a fraction has one of its own.
  private func counted(_ one: String, _ many: String, _ value: Double, decimals: Int = 0) -> String {
    let rounded = value.rounded(decimals: decimals).magnitude
    let values: KeyValuePairs<String, String> = ["number": number(value, decimals: decimals)]
    guard let whole = Int(exactly: rounded) else { return phrases(many, in: "fraction", values) }
    return phrases.counted(one, many, whole, values)
  }

  private func percent(_ value: Percentage) -> String { counted("{number} percent", "{number} percent", value) }

  /// Temperatures and speeds are rounded to whole numbers.
  private static func decimals(_ unit: MeasurementUnit) -> Int {
    unit.quantity == .temperature || unit.quantity == .speed ? 0 : unit.decimals
  }

  /// A number with its unit, singular and plural.
  private static func texts(_ unit: MeasurementUnit) -> (one: String, many: String) {
    switch unit {
    case .celsius: ("{number} degree Celsius", "{number} degrees Celsius")
    case .fahrenheit: ("{number} degree Fahrenheit", "{number} degrees Fahrenheit")
    case .kilometersPerHour: ("{number} kilometre an hour", "{number} kilometres an hour")
    case .milesPerHour: ("{number} mile an hour", "{number} miles an hour")
    case .metersPerSecond: ("{number} metre a second", "{number} metres a second")
    case .knots: ("{number} knot", "{number} knots")
    case .hectopascals: ("{number} hectopascal", "{number} hectopascals")
    case .inchesOfMercury: ("{number} inch of mercury", "{number} inches of mercury")
    case .millimetersOfMercury: ("{number} millimetre of mercury", "{number} millimetres of mercury")
    case .kilometers: ("{number} kilometre", "{number} kilometres")
    case .miles: ("{number} mile", "{number} miles")
    case .millimeters: ("{number} millimetre", "{number} millimetres")
    case .inches: ("{number} inch", "{number} inches")
    }
  }

  /// A field with its value: `pressure 1013.2 hectopascals`; for several rows the range, `humidity 40 to 55 percent`,
  /// or the first and last if values have no order. Nil if nothing is known.
  func item(_ field: Field, _ known: [FieldValue]) -> String? {
    let amounts = known.compactMap { value in (value.measured?.value ?? value.number).map { (amount: $0, value: value) }
    }
    let ordered = amounts.isEmpty ? known : amounts.sorted { $0.amount < $1.amount }.map { $0.value }
    guard let first = ordered.first, let last = ordered.last else { return nil }
    let (begin, end) = (text(first, of: field), text(last, of: field))
    var value = end.whole
    if begin.number != end.number {
      value =
        amounts.isEmpty
        ? phrases("{first}, later {last}", ["first": begin.number, "last": end.whole])
        : phrases("{first} to {last}", ["first": begin.number, "last": end.whole])
    }
    return phrases("{field} {value}", ["field": values.name(field), "value": value])
  }

  /// A value without and with its unit.
  private func text(_ value: FieldValue, of field: Field) -> (number: String, whole: String) {
    switch value {
    case .measured(let value): return (number(value.value, decimals: Self.decimals(value.unit)), measured(value))
    case .number(let value):
      let text = number(value, decimals: field.kind == .number ? 1 : 0)
      return switch field.kind {
      case .share: (text, percent(value))
      case .bearing: (text, phrases("{number} degrees", in: "bearing", ["number": text]))
      default: (text, text)
      }
    case .direction(let direction): return (self.direction(direction), self.direction(direction))
    case .words(let words): return (description(words), description(words))
    case .time(let time): return (values.clock(time), values.clock(time))
    }
  }

  /// `10 degrees`, or from the first to the last: `10 to 7 degrees`.
  func course(_ temperatures: [Temperature]) -> String {
    guard let first = temperatures.first, let last = temperatures.last else { return phrases("temperature unknown") }
    let from = number(first.value)
    let degrees = counted("{number} degree", "{number} degrees", last.value)
    return from == number(last.value) ? degrees : phrases("{first} to {last}", ["first": from, "last": degrees])
  }

  /// `up to 12, down to 3`, or `unknown`; `tonight` only if the low is the night's. With `showsUnit` the first known
  /// one has its unit: `up to 12 degrees Celsius, down to 3`.
  func range(_ row: ReportRow, tonight: Bool = false, showsUnit: Bool = false) -> String {
    func text(_ value: Temperature, _ showsUnit: Bool) -> String {
      showsUnit ? measured(value) : number(value.value)
    }
    let high =
      row.high.map { phrases("up to {temperature}", ["temperature": text($0, showsUnit)]) } ?? phrases("high unknown")
    let low =
      row.low.map {
        phrases(
          tonight ? "down to {temperature} tonight" : "down to {temperature}",
          ["temperature": text($0, showsUnit && row.high == nil)])
      } ?? phrases("low unknown")
    return list([high, low])
  }

  /// `40 percent chance of rain or snow, 2.1 millimetres of it`, as far as known; nil if nothing is.
  ///
  /// It is only called dry if chance and amount are 0 and the description does not contradict: an amount of 0 is a
  /// mean, rounded down.
  func rain(_ chance: Percentage?, _ amount: Precipitation?, _ words: String?) -> String? {
    guard let chance else {
      return amount.map { phrases("{amount} of rain or snow", ["amount": measured($0)]) }
    }
    let text = phrases("{percent} chance of rain or snow", ["percent": percent(chance)])
    guard let amount else { return text }
    if amount.value > 0 {
      return phrases(
        chance == 0 ? "{chance}, but {amount} of it" : "{chance}, {amount} of it",
        ["chance": text, "amount": measured(amount)])
    }
    let isWet = words.flatMap { Condition(words: $0) }?.isWet == true
    return chance > 0 || isWet ? text : phrases("no rain or snow")
  }

  /// `wind from the northeast at 12 kilometres an hour`, as far as known; nil if nothing is.
  func wind(_ wind: Wind) -> String? {
    let from = wind.direction.map { phrases("wind from the {direction}", ["direction": direction($0)]) }
    guard let speed = wind.speed else { return from }
    if speed.value == 0 { return phrases("no wind") }
    let text =
      from.map { phrases("{wind} at {speed}", ["wind": $0, "speed": measured(speed)]) }
      ?? phrases("wind at {speed}", ["speed": measured(speed)])
    return wind.gust.map {
      phrases("{wind}, gusts up to {number}", ["wind": text, "number": number($0.value)])
    } ?? text
  }

  /// `east-northeast` for ENE.
  private func direction(_ point: CompassPoint) -> String {
    let words: [Character: String] = ["N": "north", "E": "east", "S": "south", "W": "west"]
    let letters = point.rawValue.compactMap { words[$0] }
    return phrases(
      letters.count == 3 ? "\(letters[0])-\(letters[1])\(letters[2])" : letters.joined(), in: "direction")
  }
}
