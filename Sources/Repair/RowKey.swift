public import Basics
public import Scraping
public import Weather

/// By what a row is known: the only thing that every source agrees on.
public enum RowKey: Hashable, Sendable {
  /// A calendar day.
  case day(CalendarDay)
  /// A day or the night after it.
  case half(CalendarDay, isNight: Bool)
  /// An hour on the place's clocks, in seconds since 1970 as if they showed UTC.
  case hour(Int)
  /// The moment.
  case now

  /// An hour of a forecast.
  public static func hour(_ time: LocalTime) -> RowKey { .hour(time.day.number * 86_400 + time.secondsOfDay) }

  /// The day that the row belongs to.
  var day: CalendarDay? {
    switch self {
    case .day(let day), .half(let day, _): day
    case .hour(let seconds): CalendarDay(number: Int((Double(seconds) / 86_400).rounded(.down)))
    case .now: nil
    }
  }
}

/// How well known values are known.
public enum Knowledge: Int, Comparable, Sendable, CaseIterable {
  /// Of the same page: embedded data, or what is certain.
  case exact
  /// Of the same site, some time before.
  case kept
  /// Of another source: other models, other stations, other roundings.
  case other

  /// Whether one is better known than the other.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Values that are known to be true of a page's place and time, more or less.
public struct KnownValues: Sendable {
  /// How well.
  public var knowledge: Knowledge
  /// The rows.
  public var rows: [RowKey: FieldValues]

  /// Values by their rows.
  public init(_ knowledge: Knowledge, rows: [RowKey: FieldValues]) {
    self.knowledge = knowledge
    self.rows = rows
  }

  /// What a forecast says of rows of a kind. What is known of a day is that of its light
  /// half, but for the low.
  public init(
    _ knowledge: Knowledge, days: [DayForecast], hours: [HourForecast], current: CurrentConditions?,
    of kind: SiteDefinition.Section.Kind
  ) {
    var rows: [RowKey: FieldValues] = [:]
    switch kind {
    case .days, .today: for day in days { rows[.day(day.date)] = day.values }
    case .halves:
      for day in days {
        var (light, night) = (day.values, FieldValues())
        light[.temperature] = day.values[.high]
        (light[.high], light[.low]) = (nil, nil)
        night[.temperature] = day.values[.low]
        rows[.half(day.date, isNight: false)] = light
        rows[.half(day.date, isNight: true)] = night
      }
    case .hours: for hour in hours { rows[.hour(hour.time)] = hour.values }
    case .current: if let current { rows[.now] = current.values }
    case .place: break
    }
    self.init(knowledge, rows: rows)
  }
}

/// A page of the new design with what is known of its place and time.
public struct KnownPage: Sendable {
  /// The page.
  public let page: Page
  /// The day that it is at the place.
  public let today: CalendarDay
  /// The time of day there, in seconds after midnight.
  let secondsOfDay: Int
  /// The place's time zone; nil where it is not known.
  public let timeZone: String?
  private let sources: [KnownValues]

  /// A page, and what is known, in any order.
  public init(_ page: Page, timeZone: String?, known: [KnownValues]) {
    self.page = page
    self.timeZone = timeZone
    let clock = timeZone.flatMap { page.fetched.at(timeZone: $0) } ?? page.fetched
    (today, secondsOfDay) = (clock.day, clock.secondsOfDay)
    sources = known.filter { !$0.rows.isEmpty }.sorted { $0.knowledge < $1.knowledge }
  }

  /// The rows of which anything is known.
  var keys: Set<RowKey> { Set(sources.flatMap { $0.rows.keys }) }

  /// The source that knows a field best: the first with enough rows of it, else the one with most.
  func source(of field: Field) -> KnownValues? {
    let counted = sources.map { source in (source, source.rows.values.count { $0[field] != nil }) }.filter { $0.1 > 0 }
    return (counted.first { $0.1 >= 3 } ?? counted.max { $0.1 < $1.1 })?.0
  }
}

extension KnownPage {
  /// The fields of rows that were read off the page which do not agree with what is known.
  public func contradicted(by rows: [RowKey: FieldValues]) -> Set<Field> {
    Set(
      Field.all.filter { field in
        guard let source = source(of: field) else { return false }
        let keys = source.rows.keys.filter { rows[$0]?[field] != nil && source.rows[$0]?[field] != nil }
        if keys.isEmpty { return false }
        return !Fit(field, keys.map { rows[$0]?[field] }, keys.map { source.rows[$0]?[field] }, source.knowledge).isGood
      })
  }
}

/// A known page with its elements.
public struct Look {
  /// The page.
  public let known: KnownPage
  /// Its elements.
  public let tree: PageTree

  /// A page that is looked into.
  public init(_ known: KnownPage, _ tree: PageTree) {
    self.known = known
    self.tree = tree
  }

  var today: CalendarDay { known.today }
  var secondsOfDay: Int { known.secondsOfDay }
  var keys: Set<RowKey> { known.keys }
  func source(of field: Field) -> KnownValues? { known.source(of: field) }
}
