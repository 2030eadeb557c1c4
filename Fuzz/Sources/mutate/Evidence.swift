import Basics
import Foundation
import Scraping
import Trials
import Weather

@testable import Parsers

/// Explains why a value may be shown: it is in the run's pages, or derived from them in one of the ways listed here.
struct Evidence {
  private let page: PageFacts
  private let run: FixtureRun
  /// The report's units.
  private let units: [String: String]

  /// The dates on the page as recorded, and the clock's.
  private let days: [CalendarDay]

  /// Collects the evidence from a run's pages for a report in these units.
  init(_ page: PageFacts, _ run: FixtureRun, units: [String: String], days: [CalendarDay]) {
    self.days = days + [run.query.now.day]
    self.page = page
    self.run = run
    self.units = units
  }

  /// The reason; nil if there is none.
  ///
  /// - Parameter others: the other values of the same row by key.
  func of(_ shown: Shown, others: [String: Shown.Value]) -> String? {
    switch shown.value {
    case .number(let number): self.number(number, shown)
    case .text(let text):
      switch shown.field {
      case "date": date(text)
      case "time", "observed", "sunrise", "sunset", "from": time(text, shown)
      case "windDirection": direction(text, others)
      case "timeZone": timeZone(text)
      case "name": name(text)
      default: words(text)
      }
    }
  }

  private var parser: String { run.parser.name }

  // MARK: Numbers

  private func number(_ number: Double, _ shown: Shown) -> String? {
    plainNumber(number, shown) ?? (page.holds(numeral: number) ? "number: in another spelling" : nil)
  }

  private func plainNumber(_ number: Double, _ shown: Shown) -> String? {
    if page.numbers.contains(number) { return "number: as it stands" }
    if number == 0, ["windSpeed", "windGust"].contains(shown.field), page.holds(words: "calm") {
      return "number: calm"
    }
    // An hourly row's length: until the next one.
    if shown.part == "hours", shown.field == "hours" { return (1...24).contains(number) ? "number: of hours" : nil }
    switch shown.field {
    case "high", "low":
      if number == 0, parser == "WeatherGovPage", page.tokens.contains("zero") { return "number: zero in words" }
      if shown.field == "low", parser == "WeatherGovPage", page.holds(words: "below"), page.numbers.contains(-number) {
        return "number: so much below"
      }
      return converted(number, shown)
    case "latitude", "longitude":
      // 119.50W, and a position in the address or query.
      if page.numbers.contains(-number), parser == "EnvironmentCanada" { return "number: degrees with a letter" }
      guard let asked = run.query.coordinates else { return nil }
      return [asked.latitude, asked.longitude].contains { abs($0 - number) < 0.006 } ? "number: as asked for" : nil
    case "precipitation" where shown.part == "days" && DeclaredSources.madeOfHours.contains(parser):
      return page.sums(to: number) ? "number: a sum of what stands in the page" : nil
    case "humidity" where parser == "WeatherGov" && shown.part == "current":
      return page.numbers.contains { $0.rounded() == number } ? "number: rounded" : nil
    default: return converted(number, shown)
    }
  }

  /// A value given in another unit than the report's, by field, for the sources that do so.
  private func converted(_ number: Double, _ shown: Shown) -> String? {
    let factors: [Double]
    switch (parser, shown.field) {
    case ("WeatherGov", "temperature"), ("WeatherGov", "feelsLike"), ("WeatherGov", "dewPoint"), ("WeatherGov", "high"),
      ("WeatherGov", "low"):
      let back = units["temperature"] == "F" ? (number - 32) / 1.8 : number * 1.8 + 32
      return page.numbers.contains { abs($0 - back) < 0.06 } ? "number: converted" : nil
    case ("WeatherGov", "windSpeed"), ("WeatherGov", "windGust"), ("WeatherGovXML", "windSpeed"),
      ("WeatherGovXML", "windGust"):
      let known: [String: Double] = ["km/h": 3.6, "mph": 3600 / 1609.344, "m/s": 1, "kn": 3600 / 1852]
      guard let own = known[units["speed"] ?? ""] else { return nil }
      factors = known.values.map { own / $0 }
    case ("WeatherGov", "pressure"), ("EnvironmentCanada", "pressure"): factors = [10, 0.01, 1 / 33.86389]
    case ("WeatherGov", "visibility"): factors = [0.001, 1 / 1609.344]
    default: return nil
    }
    return factors.contains { factor in page.numbers.contains { abs($0 * factor - number) < 0.0501 } }
      ? "number: converted" : nil
  }

  // MARK: Times

  private func date(_ text: String) -> String? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = CalendarDay(text) else { return nil }
    if page.holds(text: text) || page.holds(text: text.replacing("-", with: "")) { return "date: as it stands" }
    if page.hasMoment(on: day) { return "date: of a moment in the page" }
    let weekday = day.weekday.rawValue.lowercased()
    let isNear = days.contains { abs($0.number - day.number) <= 16 }
    if isNear, page.numbers.contains(Double(parts[2])) { return "date: its day of the month" }
    if isNear, page.tokens.contains(where: { $0 == weekday || $0 == weekday.prefix(3) }) { return "date: its weekday" }
    // The date of current conditions, or today, is the clock's.
    return abs(day.number - run.query.now.day.number) <= 1 ? "date: the clock's" : nil
  }

  private func time(_ text: String, _ shown: Shown) -> String? {
    guard let time = LocalTime(text) else { return nil }
    if page.holds(moment: time) { return "time: as it stands" }
    let (hour, minute) = (time.clock.hour, time.clock.minute)
    let twelve = hour % 12 == 0 ? 12 : hour % 12
    let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
    for clock in ["\(hour):\(minutes)", "0\(hour):\(minutes)", "\(twelve):\(minutes)"] where page.holds(text: clock) {
      return "time: by the clock"
    }
    let half = hour < 12 ? "am" : "pm"
    if minute == 0, page.holds(words: "\(twelve)\(half)") { return "time: by the clock" }
    return nil
  }

  // MARK: Words

  private func direction(_ text: String, _ others: [String: Shown.Value]) -> String? {
    let names = ["N": "north", "E": "east", "S": "south", "W": "west"]
    let long = text.map { names[String($0)] ?? "" }.joined()
    if page.tokens.contains(text) || page.holds(words: long) { return "direction: as it stands" }
    if case .number(let degrees)? = others["windDegrees"] {
      return CompassPoint(degrees: degrees)?.rawValue == text ? "direction: of the degrees" : nil
    }
    return page.numbers.contains { CompassPoint(degrees: $0)?.rawValue == text } ? "direction: of a bearing" : nil
  }

  /// A zone on the page, or one known from elsewhere.
  private func timeZone(_ text: String) -> String? {
    if page.holds(text: text) { return "zone: as it stands" }
    if text == run.query.placeTimeZone { return "zone: the place's" }
    return parser == "BOM" && text.hasPrefix("Australia/") ? "zone: the state's" : nil
  }

  /// A name whose comma-separated parts are all on the page.
  private func name(_ text: String) -> String? {
    if page.holds(words: text) { return "name: as it stands" }
    let parts = text.split(separator: ",")
    if page.holds(markedWords: text) { return "name: across tags" }
    return parts.allSatisfy { page.holds(words: String($0)) } ? "name: in parts" : nil
  }

  /// The words for symbols in Met Éireann's site file.
  private static let metEireann: [String: String] = {
    let parser = allParsers.lazy.compactMap { $0 as? SiteFileParser }.first { $0.name == "MetEireann" }
    guard let loaded = parser?.definition else { return [:] }
    return loaded.tables["symbols"] ?? [:]
  }()

  private func words(_ text: String) -> String? {
    if page.holds(words: text) { return "words: as they stand" }
    switch parser {
    case "OpenMeteo":
      return page.numbers.contains { Int(exactly: $0).flatMap { SymbolWords.wmo($0) } == text }
        ? "words: for a code" : nil
    case "SMHI":
      return page.numbers.contains { Int(exactly: $0).flatMap { SymbolWords.smhi($0) } == text }
        ? "words: for a code" : nil
    case "MetNorway":
      return page.tokens.contains { SymbolWords.met($0) == text } ? "words: for a code" : nil
    case "MetEireann":
      return page.tokens.contains { Self.metEireann[$0.replacingOccurrences(of: "Dark_", with: "")] == text }
        ? "words: for a code" : nil
    case "WeatherGovPage":
      // A tile's words may be joined with those of the sentence.
      return text.components(separatedBy: " and ").allSatisfy { page.holds(words: $0) } ? "words: in parts" : nil
    default: return nil
    }
  }
}
