import Basics
import Scraping
import Testing
import Weather
import Web

@testable import App

/// What is remembered of a parser, and when it counts as a drift.
struct ParserHealthTests {
  private static let hour = 3600
  private static let day = 86_400
  private static let begin = 1_795_000_000

  private var health = ParserHealth(selectors: 1, since: begin)
  private var now = begin

  /// A forecast whose only row of a kind has some fields, each from the selector that is named.
  private static func forecast(_ rows: RowKinds, _ fields: [Field: String]) -> Forecast {
    var values = FieldValues()
    for (field, selector) in fields {
      values.set(.number(1), of: field, from: Origin(layout: "new", selector: selector, text: "1"))
    }
    var forecast = Forecast()
    switch rows {
    case .current:
      var current = CurrentConditions()
      current.values = values
      forecast.current = current
    case .day:
      var day = DayForecast(date: CalendarDay(number: 20_000))
      day.values = values
      forecast.days = [day]
    default:
      var hour = HourForecast(time: LocalTime(secondsSince1970: begin, offset: 0))
      hour.values = values
      forecast.hours = [hour]
    }
    return forecast
  }

  /// Counts answers, an hour apart each. The place of a selector is its number.
  private mutating func take(
    _ count: Int, _ question: Question, _ rows: RowKinds, _ fields: [Field: String], every seconds: Int = hour
  ) {
    for _ in 0..<count {
      now += seconds
      health.take(FieldCounts([Self.forecast(rows, fields)]), of: question, at: now) { way, _, _ in
        Int(way.selector) ?? 0
      }
    }
  }

  private var drifts: [String] {
    health.drifts(now: now).map { "\($0.kind) \($0.page) \($0.rows.word) \($0.field?.key ?? "-")" }
  }

  @Test mutating func aFieldThatWasThereIsMissed() {
    take(5, .tenDays, .day, [.high: "1", .humidity: "1"])
    let last = now
    take(2, .tenDays, .day, [.high: "1"])
    #expect(drifts == [])
    take(1, .tenDays, .day, [.high: "1"])
    #expect(drifts == ["missing days days humidity"])
    #expect(health.drifts(now: now).first?.since == last)
    #expect(health.parts.first?.fields.last?.share == 5.0 / 8)
    take(1, .tenDays, .day, [.high: "1", .humidity: "1"])
    #expect(drifts == [])
  }

  @Test mutating func aFewAnswersSayNothing() {
    take(4, .tenDays, .day, [.high: "1", .humidity: "1"])
    take(9, .tenDays, .day, [.high: "1"])
    #expect(drifts == [])
  }

  @Test mutating func aFieldThatComesAndGoesIsNotMissed() {
    for _ in 0..<10 {
      take(3, .tenDays, .day, [.high: "1", .humidity: "1"])
      take(1, .tenDays, .day, [.high: "1"])
    }
    take(5, .tenDays, .day, [.high: "1"])
    #expect(drifts == [])
  }

  @Test mutating func kindsOfPagesDoNotMix() {
    take(6, .hourly, .hour, [.temperature: "1", .pressure: "1"])
    take(6, .tenDays, .day, [.high: "1"])
    take(6, .today, .current, [.temperature: "1"])
    #expect(drifts == [])
    // The page of today has no hours at all.
    #expect(health.parts.map(\.page) == ["hours", "days", "today", "today"])
  }

  @Test(arguments: [Field.precipitation, .windGust, .windDirection, .feelsLike, .visibility])
  mutating func whatMayBeMissingForHoursTakesADay(_ field: Field) {
    take(9, .hourly, .hour, [.temperature: "1", field: "1"])
    take(20, .hourly, .hour, [.temperature: "1"])
    #expect(drifts == [])
    take(6, .hourly, .hour, [.temperature: "1"])
    #expect(drifts == ["missing hours hours \(field.key)"])
  }

  @Test mutating func theHighOfAnEveningIsNotMissed() {
    for _ in 0..<10 {
      take(20, .today, .day, [.high: "1", .low: "1"])
      take(4, .today, .day, [.low: "1"])
      #expect(drifts == [])
    }
    take(30, .today, .day, [.low: "1"])
    // It was there for twenty hours of each day: not nearly always.
    #expect(drifts == [])
  }

  @Test mutating func aStationThatIsSilentForHoursIsNotADrift() {
    take(9, .today, .current, [.temperature: "1", .pressure: "1"])
    for _ in 0..<9 {
      now += Self.hour
      health.take(FieldCounts([Forecast()]), of: .today, at: now) { _, _, _ in 1 }
    }
    #expect(drifts == [])
    take(9, .today, .current, [.temperature: "1"])
    // Of what a station measures only the pressure is missing, for less than a day.
    #expect(drifts == [])
  }

  @Test mutating func laterSelectorsThanUsualAreTold() {
    take(6, .tenDays, .day, [.high: "2"])
    take(2, .tenDays, .day, [.high: "4"])
    #expect(drifts == [])
    take(1, .tenDays, .day, [.high: "4"])
    #expect(drifts == ["later days days high"])
    // Where they stay for a month they are the usual ones.
    take(40, .tenDays, .day, [.high: "4"], every: Self.day)
    #expect(drifts == [])
    #expect(health.parts.first?.fields.first?.depth == 4)
    // An earlier one than usual is none.
    take(9, .tenDays, .day, [.high: "1"])
    #expect(drifts == [])
    #expect(health.parts.first?.fields.first?.ways.map(\.way.selector) == ["1", "4", "2"])
  }

  @Test mutating func whatIsMissingForAMonthIsForgotten() {
    take(6, .tenDays, .day, [.high: "1", .humidity: "1"])
    take(29, .tenDays, .day, [.high: "1"], every: Self.day)
    #expect(drifts == ["missing days days humidity"])
    take(3, .tenDays, .day, [.high: "1"], every: Self.day)
    #expect(drifts == [])
    #expect(health.parts.first?.fields.map(\.field) == [.high])
  }

  @Test mutating func pagesThatCannotBeReadAreCounted() {
    take(6, .tenDays, .day, [.high: "1"])
    for _ in 0..<3 { health.takeUnreadable(.tenDays, at: now) }
    #expect(drifts == ["unreadable days days -"])
    // Each run tells it as an error.
    #expect(DriftNote(parser: "Valley", health.drifts(now: now), offset: 0) == nil)
    take(1, .tenDays, .day, [.high: "1"])
    #expect(drifts == [])
  }

  @Test mutating func countsStaySmall() {
    take(5000, .tenDays, .day, [.high: "1", .low: "2"], every: 1)
    #expect(health.parts[0].answers < 400)
    #expect(health.parts[0].fields.allSatisfy { $0.share == 1 && $0.found < 402 })
    for selector in 3..<50 { take(1, .tenDays, .day, [.high: "\(selector)"]) }
    #expect(HealthRecord.bytes(of: health).count < 3000)
  }

  // MARK: - Notes

  @Test mutating func theNoteNamesTheFields() throws {
    let keys: [Field] = [.high, .low, .humidity, .uvIndex]
    take(6, .tenDays, .day, Dictionary(uniqueKeysWithValues: keys.map { ($0, "1") }))
    let day = LocalTime(secondsSince1970: now, offset: 0).day
    take(3, .tenDays, .day, [.high: "1", .low: "2", .uvIndex: "1"])
    let note = try #require(DriftNote(parser: "Valley", health.drifts(now: now), offset: 0))
    #expect(note.fields == ["humidity"] && note.isMissing && note.since == day)
    #expect(note.description == "Valley: humidity has not been found since Nov 18; weatherterm doctor Valley")
    take(3, .tenDays, .day, [.uvIndex: "1"])
    let more = try #require(DriftNote(parser: "Valley", health.drifts(now: now), offset: 0))
    #expect(more.description.hasPrefix("Valley: high, low and 1 more have not been found since Nov "))
  }

  // MARK: - The file

  @Test mutating func whatIsWrittenIsReadBack() throws {
    take(6, .today, .current, [.temperature: "1", .humidity: "3"])
    take(6, .tenDays, .day, [.high: "1"])
    take(2, .tenDays, .day, [:])
    health.takeUnreadable(.hourly, at: now)
    health.toldOn = 20_780
    #expect(try HealthRecord.health(HealthRecord.bytes(of: health)) == health)
  }

  @Test mutating func whateverIsBrokenBeginsAnew() throws {
    take(6, .today, .current, [.temperature: "1", .humidity: "3"])
    let bytes = HealthRecord.bytes(of: health)
    for count in bytes.indices {
      #expect(throws: HealthRecord.Fault.damaged) { try HealthRecord.health(Array(bytes[..<count])) }
    }
    // Whatever a byte becomes, it is read or refused.
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 0xFF
      _ = try? HealthRecord.health(changed)
    }
    #expect(throws: HealthRecord.Fault.damaged) { try HealthRecord.health(bytes + [0]) }
    let parser = try ParserList.builtIn("OpenMeteo")
    #expect(ParserHealth.kept([1, 2, 3], of: parser, at: 7)?.parts == [])
    // Those of other selectors count no more.
    #expect(ParserHealth.kept(bytes, of: parser, at: 7)?.parts == [])
    var own = try #require(ParserHealth.kept(nil, of: parser, at: 7))
    own.toldOn = 20_000
    #expect(ParserHealth.kept(HealthRecord.bytes(of: own), of: parser, at: 9) == own)
  }

  @Test func theFileOfANewerProgramIsLeftAlone() throws {
    var newer = RecordWriter()
    newer.add(2)
    newer.add("something else")
    #expect(throws: HealthRecord.Fault.newer) { try HealthRecord.health(newer.bytes) }
    #expect(ParserHealth.kept(newer.bytes, of: try ParserList.builtIn("SMHI"), at: 7) == nil)
  }
}
