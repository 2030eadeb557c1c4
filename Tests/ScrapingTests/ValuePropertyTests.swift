import Scraping
import Testing
import Weather

/// Every way of writing a number and its unit, formatted from a known value and read back: all signs, decimal signs, signs
/// between groups, scripts, blanks and units. With a unit of another quantity, the same text has no value.
@Suite struct ValuePropertyTests {
  /// A value in a unit, and what may be written for that unit.
  struct Sample: Sendable, CustomStringConvertible {
    let field: ValueRow.Field
    /// The digits before and behind the decimal sign.
    let whole: String
    let fraction: String
    let units: [String]
    let unit: String?
    let isNegative: Bool

    var description: String { "\(field) \(isNegative ? "-" : "")\(whole).\(fraction)" }
    var value: Double { (Double("\(whole).\(fraction)") ?? .nan) * (isNegative ? -1 : 1) }
  }

  private static let celsius = ["°C", "C", "degC", "℃"]
  static let samples: [Sample] = [
    Sample(field: .temperature, whole: "8", fraction: "6", units: celsius, unit: "C", isNegative: false),
    Sample(field: .temperature, whole: "8", fraction: "6", units: celsius, unit: "C", isNegative: true),
    Sample(field: .temperature, whole: "23", fraction: "45", units: ["°F", "F", "℉"], unit: "F", isNegative: true),
    Sample(field: .feelsLike, whole: "41", fraction: "0", units: celsius, unit: "C", isNegative: true),
    Sample(field: .wind, whole: "12", fraction: "5", units: ["km/h", "kmh", "kph"], unit: "km/h", isNegative: false),
    Sample(field: .wind, whole: "7", fraction: "25", units: ["m/s"], unit: "m/s", isNegative: false),
    Sample(field: .gust, whole: "35", fraction: "5", units: ["mph", "mi/h"], unit: "mph", isNegative: false),
    Sample(
      field: .pressure, whole: "1015", fraction: "2", units: ["hPa", "mb", "mbar"], unit: "hPa", isNegative: false),
    Sample(
      field: .pressure, whole: "29", fraction: "89", units: ["in", "inHg", "in Hg"], unit: "inHg", isNegative: false),
    Sample(field: .visibility, whole: "16", fraction: "1", units: ["km"], unit: "km", isNegative: false),
    Sample(field: .precipitation, whole: "1234", fraction: "5", units: ["mm"], unit: "mm", isNegative: false),
    Sample(
      field: .precipitation, whole: "0", fraction: "12", units: ["in", "inch", "\""], unit: "in", isNegative: false),
    Sample(field: .share, whole: "53", fraction: "5", units: ["%", "percent"], unit: nil, isNegative: false),
    Sample(field: .direction, whole: "140", fraction: "5", units: ["°", "deg"], unit: nil, isNegative: false),
  ]

  private static let minuses = [
    "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}", "\u{FE63}", "\u{FF0D}",
  ]
  /// A decimal sign, and the signs between groups that go with it.
  private static let signs: [(decimal: String, groups: [String])] = [
    (".", ["", ",", " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}"]),
    (",", ["", ".", " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}"]), ("\u{66B}", ["", "\u{66C}"]),
    ("\u{B7}", ["", ","]),
  ]
  private static let zeros: [Unicode.Scalar] = ["0", "\u{660}", "\u{6F0}", "\u{966}", "\u{9E6}", "\u{E50}", "\u{FF10}"]
  private static let blanks = ["", " ", "\u{A0}", "\u{202F}"]

  /// Units, with the fields that they fit.
  private static let unfit: [(unit: String, fits: Set<ValueRow.Field>)] = [
    ("%", [.share]), ("°C", [.temperature, .feelsLike]), ("K", []), ("pm", []), ("km/h", [.wind, .gust]),
    ("hPa", [.pressure]), ("mi", [.visibility]), ("mm", [.precipitation]), ("h", []), ("µg/m³", []), (":30", []),
    (" of 5", []), ("e3", []),
  ]

  /// All ways to write a sample's number, and the sign before it.
  private static func writings(_ sample: Sample) -> [String] {
    var texts: [String] = []
    for zero in zeros {
      func digits(_ text: String) -> String {
        var written = ""
        for digit in text.unicodeScalars {
          written.unicodeScalars.append(Unicode.Scalar(zero.value + digit.value - 0x30) ?? digit)
        }
        return written
      }
      for (decimal, groups) in signs {
        for group in groups where group.isEmpty || sample.whole.count > 3 {
          let head = sample.whole.count > 3 ? digits(String(sample.whole.dropLast(3))) + group : ""
          let number = head + digits(String(sample.whole.suffix(3))) + decimal + digits(sample.fraction)
          let prefixes = sample.isNegative ? minuses + ["\u{2212} ", "- "] : ["", "+"]
          texts += prefixes.map { $0 + number }
        }
      }
    }
    return texts
  }

  @Test(arguments: samples)
  func whatIsWrittenIsReadBack(_ sample: Sample) {
    var wrong: [String] = []
    for number in Self.writings(sample) {
      for unit in sample.units {
        for blank in Self.blanks {
          let text = number + blank + unit
          let read = ValueRow.read(.text(text), sample.field, page: nil)
          if read.value != sample.value || read.unit != sample.unit { wrong.append(text) }
        }
      }
      // Without a unit it is the page's.
      let read = ValueRow.read(.text(number), sample.field, page: sample.unit)
      if read.value != sample.value || read.unit != sample.unit { wrong.append(number) }
    }
    #expect(wrong.isEmpty, "\(wrong.count) are read wrong: \(wrong.prefix(5))")
  }

  @Test(arguments: samples)
  func aUnitThatDoesNotFitIsNoValue(_ sample: Sample) {
    var wrong: [String] = []
    for number in Self.writings(sample) {
      for (unit, fits) in Self.unfit where !fits.contains(sample.field) {
        for blank in Self.blanks
        where ValueRow.read(.text(number + blank + unit), sample.field, page: sample.unit).value != nil {
          wrong.append(number + blank + unit)
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) have a value: \(wrong.prefix(5))")
  }

  /// Twice the text takes about twice the time; a quadratic reader took a minute for 156 kB.
  @Test func aLongTextIsRefusedAtOnce() {
    let text = "8" + String(repeating: ",000", count: 2_000_000) + "°"
    let time = ContinuousClock().measure {
      for field in ValueRow.Field.allCases { #expect(ValueRow.read(.text(text), field, page: nil).value == nil) }
    }
    #expect(time < .seconds(5))
  }
}
