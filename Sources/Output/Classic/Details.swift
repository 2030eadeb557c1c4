import Basics
import Weather

/// The extra fields of one block, from whatever kind of forecast it is made.
struct Details {
  private(set) var wind = Wind()
  private(set) var humidity: Percentage?
  private(set) var feelsLike: Temperature?
  private(set) var precipitationChance: Percentage?
  private(set) var precipitation: Precipitation?
  private(set) var uvIndex: Double?
  private(set) var pressure: Pressure?
  private(set) var dewPoint: Temperature?
  private(set) var visibility: Distance?
  private(set) var cloudCover: Percentage?
  private(set) var sunrise: LocalTime?
  private(set) var sunset: LocalTime?
  private(set) var sunState: Sun.State?

  /// Nothing known.
  private init() {}

  /// What is so now; from the day's row where nothing is known of now.
  init(current: CurrentConditions?, day: DayForecast?) {
    if let day { self.init(day) } else { self.init() }
    guard let current else { return }
    if current.wind.speed != nil || current.wind.direction != nil {
      // A gust of the day's does not belong to the wind of now, but is what there is to say of gusts.
      wind = Wind(
        speed: current.wind.speed, gust: current.wind.gust ?? wind.gust, direction: current.wind.direction)
    }
    humidity = current.humidity ?? humidity
    feelsLike = current.feelsLike
    uvIndex = current.uvIndex ?? uvIndex
    pressure = current.pressure
    dewPoint = current.dewPoint
    visibility = current.visibility
    cloudCover = current.cloudCover ?? cloudCover
  }

  /// A day's.
  init(_ day: DayForecast) {
    wind = day.wind
    humidity = day.humidity
    precipitationChance = day.precipitationChance
    precipitation = day.precipitation
    uvIndex = day.uvIndex
    cloudCover = day.cloudCover
    sunrise = day.sunrise
    sunset = day.sunset
    sunState = day.sunState
  }

  /// An hour's.
  init(_ hour: HourForecast) {
    wind = hour.wind
    humidity = hour.humidity
    feelsLike = hour.feelsLike
    precipitationChance = hour.precipitationChance
    precipitation = hour.precipitation
    uvIndex = hour.uvIndex
    pressure = hour.pressure
    dewPoint = hour.dewPoint
    visibility = hour.visibility
    cloudCover = hour.cloudCover
  }

  /// The lines that show these fields and no others: what belongs together stands on one line, two fields at most.
  func lines(showing fields: [FieldGroup]) -> [String] {
    Self.together.compactMap { line in
      let shown = line.filter { fields.contains($0) }
      return shown.isEmpty ? nil : shown.map { text($0) }.joined(separator: " / ")
    }
  }

  /// Which fields share a line.
  private static let together: [[FieldGroup]] = [
    [.wind, .humidity], [.feels, .uv], [.rain, .clouds], [.pressure, .dewpoint], [.visibility, .gust], [.sun],
  ]

  /// A field with its name.
  private func text(_ field: FieldGroup) -> String {
    switch field {
    case .wind: "Wind: \(value(of: field))"
    case .humidity: "Humidity: \(value(of: field))"
    case .feels: "Feels like: \(value(of: field))"
    case .uv: "UV: \(value(of: field))"
    case .rain: "Rain: \(value(of: field))"
    case .clouds: "Clouds: \(value(of: field))"
    case .pressure: "Pressure: \(value(of: field))"
    case .dewpoint: "Dew point: \(value(of: field))"
    case .visibility: "Visibility: \(value(of: field))"
    case .gust: "Gust: \(value(of: field))"
    case .sun where sunState != nil: "Sun: \(value(of: field))"
    case .sun: "Sunrise: \(DecimalText.clock(sunrise)) / Sunset: \(DecimalText.clock(sunset))"
    default: "\(field.name): \(value(of: field))"
    }
  }

  /// A field without its name, with its unit; `--` where it is unknown.
  func value(of field: FieldGroup) -> String {
    switch field {
    case .wind: windText
    case .humidity: DecimalText.percent(humidity)
    case .feels: DecimalText.degrees(feelsLike)
    case .uv: uvIndex.map { DecimalText.of($0) } ?? DecimalText.unknown
    case .rain: rainText
    case .clouds: DecimalText.percent(cloudCover)
    case .pressure: DecimalText.measured(pressure)
    case .dewpoint: DecimalText.degrees(dewPoint)
    case .visibility: DecimalText.measured(visibility)
    case .gust: DecimalText.measured(wind.gust)
    case .sun:
      sunState?.words
        ?? (sunrise == nil && sunset == nil
          ? DecimalText.unknown : "\(DecimalText.clock(sunrise)) / \(DecimalText.clock(sunset))")
    default: DecimalText.unknown
    }
  }

  /// `E 2 mph`, `2 mph` or `E`, as much as is known.
  private var windText: String {
    guard let speed = wind.speed else { return wind.direction?.rawValue ?? DecimalText.unknown }
    return (wind.direction.map { "\($0.rawValue) " } ?? "") + DecimalText.measured(speed)
  }

  /// `55% 39 mm`: chance and amount, as far as they are known.
  private var rainText: String {
    guard let precipitation else { return DecimalText.percent(precipitationChance) }
    return (precipitationChance.map { "\(DecimalText.percent($0)) " } ?? "") + DecimalText.measured(precipitation)
  }
}
