public import Weather

/// Parses winds in words.
///
/// A range gives its upper end (`5 to 10 mph`); successive winds (`South wind 5 to 10 mph becoming west 20 to 25 mph`)
/// give the strongest with its own direction.
public enum WindText {
  /// The wind in a text: `5 to 10 mph`, `SSW 14 MPH`, `NW 12 G 20 mph`, `West northwest wind around 10 mph, with gusts
  /// as high as 25 mph.`, `Calm wind becoming south 5 mph`.
  ///
  /// Numbers without a unit are ignored. `Calm` alone is speed 0.
  ///
  /// - Parameter calm: the unit for `Calm` without a number, known from elsewhere on the page; nil leaves the speed
  ///   unknown.
  public static func wind(in text: String, calm: MeasurementUnit? = nil) -> Wind {
    var reading = Reading()
    for word in words(text) { reading.take(word) }
    if reading.wind.speed == nil, reading.isCalm { reading.wind.speed = calm.map { Speed(0, $0) } }
    return reading.wind
  }

  /// The unit of the first speed in some texts.
  public static func unit(in texts: some Sequence<String>) -> MeasurementUnit? {
    texts.lazy.compactMap { wind(in: $0).speed?.unit ?? wind(in: $0).gust?.unit }.first
  }

  private static func words(_ text: String) -> [Substring] {
    // Limits the work on hostile input; real forecasts are shorter.
    text.prefix(2000).split { $0.isWhitespace || $0 == ";" }
  }

  /// The strongest gust in a text (`gusts as high as 25 mph`, `Winds could gust as high as 30 mph`).
  public static func gust(in text: String) -> Speed? { wind(in: text).gust }

  /// The state of the parser between words.
  private struct Reading {
    var wind = Wind()
    var isCalm = false
    /// The compass letters of the latest direction.
    private var letters = ""
    private var followsDirection = false
    private var number: Double?
    /// The number before `to`; the next one must not be smaller.
    private var lower: Double?
    private var sustained: Double?
    private var isGust = false

    mutating func take(_ word: Substring) {
      var word = word
      while let last = word.last, last == "," || last == ")" { word.removeLast() }
      let ends = word.hasSuffix(".")
      if ends { word.removeLast() }
      // Limits the work on hostile input.
      guard word.utf8.count <= 40 else {
        (number, lower) = (nil, nil)
        return
      }
      let folded = word.lowercased()
      let isDirection = direction(String(word), folded)
      if !isDirection { understand(folded) }
      followsDirection = isDirection
      if ends {
        (letters, number, lower, sustained, isGust) = ("", nil, nil, nil, false)
        followsDirection = false
      }
    }

    private mutating func direction(_ word: String, _ lower: String) -> Bool {
      guard let named = WindText.points[lower] ?? CompassPoint(rawValue: word)?.rawValue else { return false }
      letters = followsDirection ? letters + named : named
      return true
    }

    private mutating func understand(_ word: String) {
      switch word {
      case "gust", "gusts", "gusting", "g":
        if word == "g" { sustained = number }
        isGust = true
      case "calm": isCalm = true
      case "becoming", "then", "increasing", "decreasing", "diminishing": isGust = false
      case "to": lower = number
      case "and", "around", "near": break
      default:
        if let unit = ValueUnit(word: word, of: .speed)?.reported {
          measure(unit)
        } else {
          takeNumber(word)
        }
      }
    }

    /// `10`, `5-10` (the upper end counts), or `10mph`; any other word discards the pending number.
    private mutating func takeNumber(_ word: String) {
      let below = lower
      (number, lower) = (nil, nil)
      guard let scalars = ValueScalars(word)?.scalars, var value = WindText.number(scalars, at: 0) else { return }
      if value.end < scalars.count, ValueCursor.isDash(scalars[value.end]) {
        guard let upper = WindText.number(scalars, at: value.end + 1), upper.number >= value.number else { return }
        value = upper
      }
      if let below, value.number < below { return }
      if value.end == scalars.count {
        number = value.number
      } else {
        var rest = ""
        rest.unicodeScalars.append(contentsOf: scalars[value.end...])
        guard let unit = ValueUnit(word: rest, of: .speed)?.reported else { return }
        number = value.number
        measure(unit)
      }
    }

    private mutating func measure(_ unit: MeasurementUnit) {
      if isGust, let number {
        let gust = Speed(number, unit)
        if gust.isStronger(than: wind.gust) { wind.gust = gust }
      }
      if let number = isGust ? sustained : number {
        let speed = Speed(number, unit)
        if speed.isStronger(than: wind.speed) {
          wind.speed = speed
          wind.direction = CompassPoint(rawValue: letters)
        }
      }
      (number, lower, sustained, isGust) = (nil, nil, nil, false)
    }
  }

  private static func number(_ scalars: [Unicode.Scalar], at start: Int) -> (number: Double, end: Int)? {
    guard let written = WrittenNumber(scalars, at: start) else { return nil }
    // Up to 540 km/h, the strongest plausible gust, whatever the unit: this decides what a comma means.
    return written.value { (0...540).contains($0) }.map { ($0, written.end) }
  }

  private static let points = [
    "north": "N", "east": "E", "south": "S", "west": "W", "northeast": "NE", "northwest": "NW", "southeast": "SE",
    "southwest": "SW", "north-northeast": "NNE", "east-northeast": "ENE", "east-southeast": "ESE",
    "south-southeast": "SSE", "south-southwest": "SSW", "west-southwest": "WSW", "west-northwest": "WNW",
    "north-northwest": "NNW",
  ]
}

extension Speed {
  /// True if this speed is greater than another, which may be unknown or in another unit.
  fileprivate func isStronger(than other: Speed?) -> Bool {
    guard let other else { return true }
    return exactly(in: .metersPerSecond) > other.exactly(in: .metersPerSecond)
  }
}
