internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The records of one bucket: current conditions, daily or hourly rows.
///
/// Stores have two formats, recognized by content: arrays of objects (`vt1…`, until 2020) and an object of arrays
/// (since). Field names in both are given in tables.
struct WeatherComRecords {
  /// The kinds of records, and the stores that may have them.
  enum Shape {
    case now
    case days
    case hours

    /// Prefixes of its stores' names.
    var stores: [String] {
      switch self {
      case .now: ["Observation", "getSunV3CurrentObservations"]
      case .days: ["DailyForecast", "getSunV3DailyForecast"]
      case .hours: ["HourlyForecast", "getSunV3HourlyForecast"]
      }
    }
  }

  /// Number of records.
  let count: Int
  /// The units of their numbers.
  let units: UnitSystem
  private let writing: Writing

  private enum Writing {
    /// A single object.
    case object(JSON, LayoutReader)
    /// An array of objects, which may have a day part and a night part.
    case list([JSON], time: [String], LayoutReader)
    /// An object of parallel arrays, which may have day parts in arrays twice as long.
    case columns(JSON, parts: JSON?, LayoutReader)
  }

  init?(_ shape: Shape, _ data: JSON, units: UnitSystem) {
    self.units = units
    switch shape {
    case .now:
      let plain = data["vt1observation"]
      let object = plain ?? data
      guard object["temperature"] != nil else { return nil }
      count = 1
      writing = .object(object, plain == nil ? Self.now : Self.plainNow)
    case .days:
      if let rows = data["vt1dailyForecast"]?.elements {
        count = rows.count
        writing = .list(rows, time: ["validDate"], Self.plainDays)
      } else {
        guard let times = data["validTimeLocal"] else { return nil }
        count = times.count
        writing = .columns(data, parts: data["daypart"]?[0], Self.days)
      }
    case .hours:
      if let rows = data["vt1hourlyForecast"]?.elements {
        count = rows.count
        writing = .list(rows, time: ["processTime", "validDate", "validTimeLocal"], Self.plainHours)
      } else {
        guard let times = data["validTimeLocal"] else { return nil }
        count = times.count
        writing = .columns(data, parts: nil, Self.hours)
      }
    }
  }

  /// The start of a record's day or hour; nil if it has none.
  func time(_ index: Int) -> LocalTime? {
    switch writing {
    case .object: nil
    case .list(let rows, let keys, _): keys.lazy.compactMap { rows[index][$0]?.string }.first.flatMap { LocalTime($0) }
    case .columns(let data, _, _): data["validTimeLocal"]?[index]?.string.flatMap { LocalTime($0) }
    }
  }

  /// Reads the fields that a row lacks.
  func fill<R: Row>(
    _ row: inout R, _ index: Int, only fields: Set<Field>? = nil, day: CalendarDay? = nil, of page: Page
  ) throws {
    let context = LayoutReader.Context(page) { units }
    func fill(_ reader: LayoutReader, at place: LayoutReader.Row?) throws {
      try reader.fill(&row, only: fields, day: day, context) { place }
    }
    switch writing {
    case .object(let object, let reader): try fill(reader, at: .json(object))
    case .list(let rows, _, let reader):
      try fill(reader, at: .json(rows[index]))
      try fill(Self.plainParts, at: Self.part(of: rows[index]).map { .json($0) })
    case .columns(let data, let parts, let reader):
      // If an array has another length, its values cannot be assigned to records.
      try fill(reader, at: .position(index, of: count, in: data))
      guard let parts else { return }
      try fill(Self.parts, at: .position(Self.half(parts, index), of: 2 * count, in: parts))
      try fill(Self.dayParts, at: .position(2 * index, of: 2 * count, in: parts))
      try fill(Self.nightParts, at: .position(2 * index + 1, of: 2 * count, in: parts))
    }
  }

  /// A record's day part, or its night part if the day is over.
  private static func part(of row: JSON) -> JSON? {
    if let day = row["day"], !day.isNull { return day }
    return row["night"]
  }

  /// The index of a day part in arrays twice as long; that of the night part if all values of the day are null.
  private static func half(_ parts: JSON?, _ index: Int) -> Int {
    let marks = ["temperature", "wxPhraseLong", "windSpeed"]
    let isOver = marks.allSatisfy { parts?[$0]?[2 * index]?.isNull ?? true }
    return isOver ? 2 * index + 1 : 2 * index
  }

  private static func table(_ fields: [String: [SiteDefinition.Selector]]) -> LayoutReader {
    LayoutReader(SiteDefinition.Section("state", fields: fields), as: .json)
  }

  private static let plainNow = table([
    "observed": ["observationTime"], "temperature": ["temperature"], "feelsLike": ["feelsLike"],
    "description": ["phrase"], "humidity": ["humidity"], "dewPoint": ["dewPoint"], "windSpeed": ["windSpeed"],
    "windDirection": ["windDirCompass"], "windDegrees": ["windDirDegrees"], "windGust": ["gust"],
    "pressure": ["altimeter"], "visibility": ["visibility"], "uvIndex": ["uvIndex"],
  ])

  private static let now = table([
    "observed": ["validTimeLocal"], "temperature": ["temperature"], "feelsLike": ["temperatureFeelsLike"],
    "description": ["wxPhraseLong"], "humidity": ["relativeHumidity"], "dewPoint": ["temperatureDewPoint"],
    "windSpeed": ["windSpeed"], "windDirection": ["windDirectionCardinal"], "windDegrees": ["windDirection"],
    "windGust": ["windGust"], "pressure": ["pressureAltimeter"], "visibility": ["visibility"], "uvIndex": ["uvIndex"],
    "cloudCover": ["cloudCover"], "sunrise": ["sunriseTimeLocal"], "sunset": ["sunsetTimeLocal"],
  ])

  private static let plainDays = table([
    "high": ["day.temperature"], "low": ["night.temperature"], "sunrise": ["sunrise"], "sunset": ["sunset"],
  ])

  private static let plainParts = table([
    "description": ["phrase"], "precipitationChance": ["precipPct"], "humidity": ["humidityPct"],
    "windSpeed": ["windSpeed"], "windDirection": ["windDirCompass"], "windDegrees": ["windDirDegrees"],
    "uvIndex": ["uvIndex"], "cloudCover": ["cloudPct"],
  ])

  /// The page displays `temperatureMax` and `temperatureMin`, not the `calendarDay…` columns.
  private static let days = table([
    "high": ["temperatureMax"], "low": ["temperatureMin"], "precipitation": ["qpf"], "sunrise": ["sunriseTimeLocal"],
    "sunset": ["sunsetTimeLocal"],
  ])

  private static let parts = table([
    "description": ["wxPhraseLong"], "precipitationChance": ["precipChance"], "humidity": ["relativeHumidity"],
    "windSpeed": ["windSpeed"], "windDirection": ["windDirectionCardinal"], "windDegrees": ["windDirection"],
    "uvIndex": ["uvIndex"], "cloudCover": ["cloudCover"],
  ])

  private static let dayParts = table(["high": ["temperature"]])
  private static let nightParts = table(["low": ["temperature"]])

  private static let plainHours = table([
    "temperature": ["temperature"], "feelsLike": ["feelsLike"], "description": ["phrase"],
    "precipitationChance": ["precipPct"], "windSpeed": ["windSpeed"], "windDirection": ["windDirCompass"],
    "windDegrees": ["windDirDegrees"], "humidity": ["rhPct", "humidityPct"], "dewPoint": ["dewPoint"],
    "uvIndex": ["uvIndex"],
  ])

  private static let hours = table([
    "temperature": ["temperature"], "feelsLike": ["temperatureFeelsLike"], "description": ["wxPhraseLong"],
    "precipitationChance": ["precipChance"], "precipitation": ["qpf"], "windSpeed": ["windSpeed"],
    "windDirection": ["windDirectionCardinal"], "windDegrees": ["windDirection"], "windGust": ["windGust"],
    "humidity": ["relativeHumidity"], "dewPoint": ["temperatureDewPoint"], "pressure": ["pressureMeanSeaLevel"],
    "visibility": ["visibility"], "cloudCover": ["cloudCover"], "uvIndex": ["uvIndex"],
  ])
}
