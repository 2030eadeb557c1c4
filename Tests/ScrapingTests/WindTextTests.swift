import Scraping
import Testing
import Weather

@Suite struct WindTextTests {
  /// A text, and the speed, gust and direction that it tells of.
  struct Example: Sendable, CustomStringConvertible {
    let text: String
    let speed: Double?
    let gust: Double?
    let direction: CompassPoint?

    var description: String { text }

    init(_ text: String, _ speed: Double?, _ gust: Double? = nil, _ direction: CompassPoint? = nil) {
      self.text = text
      self.speed = speed
      self.gust = gust
      self.direction = direction
    }
  }

  @Test(arguments: [
    Example("5 to 10 mph", 10), Example("5-10 mph", 10), Example("15 mph", 15), Example("0 mph", 0),
    Example("SW 5 to 10 mph", 10, nil, .southwest), Example("SSW 14 MPH", 14, nil, .southSouthwest),
    Example("NW 12 G 20 mph", 12, 20, .northwest), Example("Vrbl 5 mph", 5),
    Example("10mph", 10), Example("5\u{2013}10 mph", 10), Example("5 \u{2013} 10 mph", 10), Example("2,5 mph", 2.5),
    Example("\u{FF11}\u{FF10} mph", 10), Example("S 17 mph gusts to 24 mph", 17, 24, .south),
    Example("-5 mph", nil), Example("\u{2212}5 mph", nil), Example("10 to 5 mph", nil), Example("10-5 mph", nil),
    Example("7 pm mph", nil), Example("1e1 mph", nil), Example("53% mph", nil),
    Example("NA", nil), Example("", nil), Example("Light and variable wind.", nil),
    Example("Sunny, with a high near 51. South southwest wind around 10 mph.", 10, nil, .southSouthwest),
    Example(
      "Low around 9. West-northwest wind 8 to 13 mph, with gusts as high as 25 mph.", 13, 25, .westNorthwest),
    Example(
      "Breezy, with a south wind 10 to 15 mph becoming west southwest 20 to 25 mph in the afternoon. "
        + "Winds could gust as high as 35 mph.", 25, 35, .westSouthwest),
    Example("West wind 5 to 10 mph becoming south in the afternoon.", 10, nil, .west),
    Example("Calm wind becoming south southwest around 5 mph in the evening.", 5, nil, .southSouthwest),
    Example("A 20 percent chance of rain after 5pm. High near 51.", nil),
    Example("Wind chill values as low as -21. Northwest wind 37 to 48 mph.", 48, nil, .northwest),
    Example("North wind 20 mph. Patchy fog in the east.", 20, nil, .north),
  ])
  func winds(_ example: Example) {
    let wind = WindText.wind(in: example.text)
    #expect(wind.speed == example.speed.map { Speed($0, .milesPerHour) })
    #expect(wind.gust == example.gust.map { Speed($0, .milesPerHour) })
    #expect(wind.direction == example.direction)
  }

  @Test(arguments: [
    ("2 to 35 km/h", MeasurementUnit.kilometersPerHour), ("35 kt", .knots), ("30 to 35 knots", .knots),
    ("35 m/s", .metersPerSecond),
  ])
  func units(text: String, unit: MeasurementUnit) {
    #expect(WindText.wind(in: text).speed == Speed(35, unit))
  }

  @Test func calmIsInTheUnitThatIsSaid() {
    #expect(WindText.wind(in: "calm", calm: .kilometersPerHour).speed == Speed(0, .kilometersPerHour))
    #expect(WindText.wind(in: "Calm wind.", calm: .milesPerHour).speed == Speed(0, .milesPerHour))
    #expect(WindText.wind(in: "Calm").speed == nil)
    #expect(WindText.unit(in: ["Calm wind.", "Gusts as high as 30 knots."]) == .knots)
    #expect(WindText.unit(in: ["Calm wind."]) == nil)
    #expect(WindText.gust(in: "gusts as high as 94 km/h") == Speed(94, .kilometersPerHour))
    #expect(WindText.gust(in: "South wind 10 mph.") == nil)
  }
}
