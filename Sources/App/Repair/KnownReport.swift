import Basics
import Markup
import Repair
import Scraping
import Weather
import Web

/// A report whose values are known to be true of a place and a time: from a file of the json contract, or from a run.
struct KnownReport: Sendable {
  var parser = ""
  /// Whether it was kept from an earlier run, whatever its age: the page may have been another one by then.
  var isKept = false
  var fetched: LocalTime?
  var timeZone: String?
  var days: [DayForecast] = []
  var hours: [HourForecast] = []
  var current: CurrentConditions?

  /// How its values are known of a page: of the same site within the hour they are the page's own.
  func knowledge(of page: Page, _ parser: String) -> Knowledge {
    guard self.parser == parser else { return .other }
    if isKept { return .kept }
    let gap = fetched.map { abs($0.secondsSince1970 - page.fetched.secondsSince1970) } ?? .max
    return gap <= 3600 ? .exact : .kept
  }

  /// The values as those of a kind of rows.
  func values(_ knowledge: Knowledge, _ kind: SiteDefinition.Section.Kind) -> KnownValues {
    KnownValues(knowledge, days: days, hours: hours, current: current, of: kind)
  }
}

extension KnownReport {
  /// What a run gave.
  init(_ report: Report) {
    parser = report.source.parser
    fetched = report.source.fetched + -report.source.age
    timeZone = report.place.timeZone
    (days, hours, current) = (report.days, report.hours, report.current)
  }

  /// The reports of a file that `-o json` wrote.
  ///
  /// - Throws: ``RepairError/unreadableKnown(_:reason:)``.
  static func all(in file: String) throws(RepairError) -> [KnownReport] {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try InputFile.read(file, limit: 16 << 20) } catch {
      throw .unreadableFile(file, reason: error.reason)
    }
    guard let root = try? JSON(parsing: bytes), let reports = root["reports"]?.elements, !reports.isEmpty else {
      throw .noReport(file)
    }
    return reports.map { KnownReport($0) }
  }

  private init(_ json: JSON) {
    parser = json["source"]?["parser"]?.string ?? ""
    let age = json["source"]?["age"]?.number.flatMap { Int(exactly: $0) } ?? 0
    fetched = json["source"]?["fetched"]?.string.flatMap { LocalTime($0) }.map { $0 + -age }
    timeZone = json["place"]?["timeZone"]?.string
    var units = UnitSystem()
    for quantity in Quantity.allCases {
      units[quantity] = json["units"]?[quantity.rawValue]?.string.flatMap { MeasurementUnit(rawValue: $0) }
    }
    for row in json["days"]?.elements ?? [] {
      guard let date = row["date"]?.string.flatMap({ CalendarDay($0) }) else { continue }
      var day = DayForecast(date: date)
      day.values = Self.values(row, RowKinds.day.fields, units)
      days.append(day)
    }
    for row in json["hours"]?.elements ?? [] {
      guard let time = row["time"]?.string.flatMap({ LocalTime($0) }) else { continue }
      var hour = HourForecast(time: time)
      hour.values = Self.values(row, RowKinds.hour.fields, units)
      hours.append(hour)
    }
    if let row = json["current"], !row.isNull {
      var now = CurrentConditions()
      now.values = Self.values(row, RowKinds.current.fields, units)
      current = now
    }
  }

  private static func values(_ row: JSON, _ fields: [Field], _ units: UnitSystem) -> FieldValues {
    var values = FieldValues()
    for field in fields {
      guard let json = row[field.key] else { continue }
      switch field.kind {
      case .measured(let quantity):
        values[field] = json.number.flatMap { number in units[quantity].map { .measured(Measured(number, $0)) } }
      case .share, .number, .bearing: values[field] = json.number.map { .number($0) }
      case .direction: values[field] = json.string.flatMap { CompassPoint(rawValue: $0) }.map { .direction($0) }
      case .words: values[field] = json.string.map { .words($0) }
      case .time: values[field] = json.string.flatMap { LocalTime($0) }.map { .time($0) }
      }
    }
    return values
  }
}
