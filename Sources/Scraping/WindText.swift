public import Weather

/// Winds as sources write them in words.
///
/// Of a range the upper end counts (`5 to 10 mph`); of winds that follow each other (`South wind 5 to 10 mph becoming west
/// 20 to 25 mph`) the strongest, with its own direction.
public enum WindText {
  /// The wind in a text: `5 to 10 mph`, `SSW 14 MPH`, `NW 12 G 20 mph`, `West northwest wind around 10 mph, with gusts as
  /// high as 25 mph.`, `Calm wind becoming south 5 mph`.
  ///
  /// Numbers without a unit behind them say nothing of the wind. A calm that nothing follows is no wind at all.
  ///
  /// - Parameter calm: the unit that a bare `Calm` is given in.
  public static func wind(in text: String, calm: SpeedUnit = .milesPerHour) -> Wind {
    var reading = Reading()
    // No forecast is longer; a hostile one would be.
    let words = text.prefix(2000).split { $0.isWhitespace || $0 == "," || $0 == ";" }
    for word in words { reading.take(word) }
    if reading.wind.speed == nil, reading.isCalm { reading.wind.speed = Speed(0, calm) }
    return reading.wind
  }

  /// The strongest gust in a text (`gusts as high as 25 mph`, `Winds could gust as high as 30 mph`).
  public static func gust(in text: String) -> Speed? { wind(in: text).gust }

  /// What has been understood so far, word by word.
  private struct Reading {
    var wind = Wind()
    var isCalm = false
    /// The letters of the direction that was named last.
    private var letters = ""
    private var followsDirection = false
    private var number: Double?
    private var sustained: Double?
    private var isGust = false

    mutating func take(_ word: Substring) {
      let ends = word.hasSuffix(".")
      let word = ends ? word.dropLast() : word
      let lower = word.lowercased()
      let isDirection = direction(String(word), lower)
      if !isDirection { understand(lower) }
      followsDirection = isDirection
      if ends {
        (letters, number, sustained, isGust) = ("", nil, nil, false)
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
      case "to", "and", "around", "near": break
      default:
        if let unit = WindText.units[word] {
          measure(unit)
        } else {
          // `5-10` is a range, too; its upper end counts.
          number = word.split(separator: "-").last.flatMap { Double($0) }
        }
      }
    }

    private mutating func measure(_ unit: SpeedUnit) {
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
      (number, sustained, isGust) = (nil, nil, false)
    }
  }

  private static let points = [
    "north": "N", "east": "E", "south": "S", "west": "W", "northeast": "NE", "northwest": "NW", "southeast": "SE",
    "southwest": "SW", "north-northeast": "NNE", "east-northeast": "ENE", "east-southeast": "ESE",
    "south-southeast": "SSE", "south-southwest": "SSW", "west-southwest": "WSW", "west-northwest": "WNW",
    "north-northwest": "NNW",
  ]

  private static let units: [String: SpeedUnit] = [
    "mph": .milesPerHour, "km/h": .kilometersPerHour, "kph": .kilometersPerHour, "m/s": .metersPerSecond, "kt": .knots,
    "kts": .knots, "knots": .knots, "kn": .knots,
  ]
}

extension Speed {
  /// Whether it is faster than another, which may be unknown or in another unit.
  fileprivate func isStronger(than other: Speed?) -> Bool {
    guard let other else { return true }
    return exactly(in: .metersPerSecond) > other.exactly(in: .metersPerSecond)
  }
}
