internal import Basics
internal import Markup
internal import Scraping
internal import Weather

/// The records of one bucket: the conditions of the moment, a row of days, or a row of hours.
///
/// The stores come in two writings, told apart by what they hold: lists of objects (`vt1…`, to 2020) and an object of
/// lists (since). Where each field stands in which is a table.
struct WeatherComRecords {
  /// What is sought, and in which stores it may lie.
  enum Shape {
    case now
    case days
    case hours

    /// What the names of its stores begin with.
    var stores: [String] {
      switch self {
      case .now: ["Observation", "getSunV3CurrentObservations"]
      case .days: ["DailyForecast", "getSunV3DailyForecast"]
      case .hours: ["HourlyForecast", "getSunV3HourlyForecast"]
      }
    }
  }

  /// How many records there are.
  let count: Int
  /// The units of their numbers.
  let units: PageUnits
  private let writing: Writing

  private enum Writing {
    /// One object.
    case object(JSON, [Field: [String]])
    /// A list of objects, which may have a day part and a night part.
    case list([JSON], time: [String], [Field: [String]])
    /// An object of lists, which may have parts of lists twice as long.
    case columns(JSON, parts: JSON?, [Field: [String]])
  }

  init?(_ shape: Shape, _ data: JSON, units: PageUnits) {
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

  /// When a record's day or hour begins; nil where it does not say.
  func time(_ index: Int) -> LocalTime? {
    switch writing {
    case .object: nil
    case .list(let rows, let keys, _): keys.lazy.compactMap { rows[index][$0]?.string }.first.flatMap { LocalTime($0) }
    case .columns(let data, _, _): data["validTimeLocal"]?[index]?.string.flatMap { LocalTime($0) }
    }
  }

  /// The reading of a record.
  func rung(_ index: Int) -> Rung {
    switch writing {
    case .object(let object, let table):
      Self.rung(units, table) { object[$0] }
    case .list(let rows, _, let table):
      Self.rung(units, table) { [row = rows[index], part = Self.part(of: rows[index])] key in
        // `day.x` and `night.x` are the halves; `part.x` is the day's, or the night's where the day is over.
        let path = key.split(separator: ".", maxSplits: 1).map(String.init)
        guard path.count == 2 else { return row[key] }
        return path[0] == "part" ? part?[path[1]] : row[path[0]]?[path[1]]
      }
    case .columns(let data, let parts, let table):
      Self.rung(units, table) { [half = Self.half(parts, index), count] key in
        let path = key.split(separator: ".", maxSplits: 1).map(String.init)
        let isHalf = path.count == 2
        // In a column of another length nobody knows which record a value belongs to.
        guard let column = isHalf ? parts?[path[1]] : data[key], column.count == (isHalf ? 2 : 1) * count else {
          return nil
        }
        guard isHalf else { return column[index] }
        return switch path[0] {
        case "part": column[half]
        case "day": column[2 * index]
        default: column[2 * index + 1]
        }
      }
    }
  }

  private static func rung(_ units: PageUnits, _ table: [Field: [String]], at: @escaping (String) -> JSON?) -> Rung {
    Rung("state", offers: { table[$0] != nil }, units: units) { field in
      (table[field] ?? []).lazy.compactMap { Cell(at($0)) }.first
    }
  }

  /// The day's half of a record, or its night's where the day is over.
  private static func part(of row: JSON) -> JSON? {
    if let day = row["day"], !day.isNull { return day }
    return row["night"]
  }

  /// The place of a day's half in lists twice as long, or of its night's where everything of the day is null.
  private static func half(_ parts: JSON?, _ index: Int) -> Int {
    let marks = ["temperature", "wxPhraseLong", "windSpeed"]
    let isOver = marks.allSatisfy { parts?[$0]?[2 * index]?.isNull ?? true }
    return isOver ? 2 * index + 1 : 2 * index
  }

  private static let plainNow: [Field: [String]] = [
    .observed: ["observationTime"], .temperature: ["temperature"], .feelsLike: ["feelsLike"], .description: ["phrase"],
    .humidity: ["humidity"], .dewPoint: ["dewPoint"], .windSpeed: ["windSpeed"], .windDirection: ["windDirCompass"],
    .windDegrees: ["windDirDegrees"], .windGust: ["gust"], .pressure: ["altimeter"], .visibility: ["visibility"],
    .uvIndex: ["uvIndex"],
  ]

  private static let now: [Field: [String]] = [
    .observed: ["validTimeLocal"], .temperature: ["temperature"], .feelsLike: ["temperatureFeelsLike"],
    .description: ["wxPhraseLong"], .humidity: ["relativeHumidity"], .dewPoint: ["temperatureDewPoint"],
    .windSpeed: ["windSpeed"], .windDirection: ["windDirectionCardinal"], .windDegrees: ["windDirection"],
    .windGust: ["windGust"], .pressure: ["pressureAltimeter"], .visibility: ["visibility"], .uvIndex: ["uvIndex"],
    .cloudCover: ["cloudCover"], .sunrise: ["sunriseTimeLocal"], .sunset: ["sunsetTimeLocal"],
  ]

  private static let plainDays: [Field: [String]] = [
    .high: ["day.temperature"], .low: ["night.temperature"], .description: ["part.phrase"],
    .precipitationChance: ["part.precipPct"], .humidity: ["part.humidityPct"], .windSpeed: ["part.windSpeed"],
    .windDirection: ["part.windDirCompass"], .windDegrees: ["part.windDirDegrees"], .uvIndex: ["part.uvIndex"],
    .cloudCover: ["part.cloudPct"], .sunrise: ["sunrise"], .sunset: ["sunset"],
  ]

  /// The page shows `temperatureMax` and `temperatureMin`; the `calendarDay…` columns beside them are others.
  private static let days: [Field: [String]] = [
    .high: ["temperatureMax", "day.temperature"], .low: ["temperatureMin", "night.temperature"],
    .description: ["part.wxPhraseLong"], .precipitationChance: ["part.precipChance"], .precipitation: ["qpf"],
    .humidity: ["part.relativeHumidity"], .windSpeed: ["part.windSpeed"],
    .windDirection: ["part.windDirectionCardinal"], .windDegrees: ["part.windDirection"], .uvIndex: ["part.uvIndex"],
    .cloudCover: ["part.cloudCover"], .sunrise: ["sunriseTimeLocal"], .sunset: ["sunsetTimeLocal"],
  ]

  private static let plainHours: [Field: [String]] = [
    .temperature: ["temperature"], .feelsLike: ["feelsLike"], .description: ["phrase"],
    .precipitationChance: ["precipPct"], .windSpeed: ["windSpeed"], .windDirection: ["windDirCompass"],
    .windDegrees: ["windDirDegrees"], .humidity: ["rhPct", "humidityPct"], .dewPoint: ["dewPoint"],
    .uvIndex: ["uvIndex"],
  ]

  private static let hours: [Field: [String]] = [
    .temperature: ["temperature"], .feelsLike: ["temperatureFeelsLike"], .description: ["wxPhraseLong"],
    .precipitationChance: ["precipChance"], .precipitation: ["qpf"], .windSpeed: ["windSpeed"],
    .windDirection: ["windDirectionCardinal"], .windDegrees: ["windDirection"], .windGust: ["windGust"],
    .humidity: ["relativeHumidity"], .dewPoint: ["temperatureDewPoint"], .pressure: ["pressureMeanSeaLevel"],
    .visibility: ["visibility"], .cloudCover: ["cloudCover"], .uvIndex: ["uvIndex"],
  ]
}
