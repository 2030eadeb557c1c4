extension Field {
  /// All properties of a field.
  struct Declaration: Sendable {
    let key: String
    let name: String
    let help: String
    let kind: FieldKind
    let rows: RowKinds
    let range: ClosedRange<Double>?
    let group: String?

    init(
      _ key: String, _ name: String, _ help: String, _ kind: FieldKind, in rows: RowKinds,
      range: ClosedRange<Double>? = nil, group: String? = nil
    ) {
      (self.key, self.name, self.help, self.kind, self.rows) = (key, name, help, kind, rows)
      (self.range, self.group) = (range ?? (kind == .share ? 0...100 : nil), group)
    }
  }

  /// All fields of the forecast. Adding a field takes one entry here and selectors in the sites that provide it: value
  /// parsing, units, plausibility, the cached form and all output forms use this list.
  ///
  /// Ranges are in the base unit (°C, m/s, hPa, km, mm). They are based on observed extremes (World Meteorological
  /// Organization, World Weather & Climate Extremes Archive: -89.2 to 56.7 °C, 113 m/s gusts, 870 to 1085 hPa, 1825 mm
  /// in a day) with a margin, and on what the quantity allows.
  static let catalogue: [Declaration] = [
    Declaration("observed", "observed", "When the current conditions were observed.", .time, in: .current),
    Declaration(
      "temperature", "temperature", "The air temperature.", .measured(.temperature), in: [.current, .hour],
      range: -90...60),
    Declaration(
      "feelsLike", "feels like", "What the temperature feels like.", .measured(.temperature), in: [.current, .hour],
      range: -110...85, group: "feels"),
    Declaration("high", "high", "The highest temperature.", .measured(.temperature), in: .day, range: -90...60),
    Declaration(
      "low", "low", "The lowest temperature, of the day or its night.", .measured(.temperature), in: .day,
      range: -90...60),
    Declaration("description", "description", "The source's own words.", .words, in: [.current, .day, .hour]),
    Declaration(
      "precipitationChance", "chance of precipitation", "The chance of precipitation, a share of a hundred.", .share,
      in: [.day, .hour], group: "rain"),
    Declaration(
      "precipitation", "precipitation", "How much precipitation falls.", .measured(.precipitation),
      in: [.day, .hour], range: 0...2000, group: "rain"),
    Declaration(
      "windSpeed", "wind", "The wind's mean speed.", .measured(.speed), in: [.current, .day, .hour], range: 0...115,
      group: "wind"),
    Declaration(
      "windGust", "gusts", "The speed of the gusts.", .measured(.speed), in: [.current, .day, .hour],
      range: 0...150, group: "gust"),
    Declaration(
      "windDirection", "wind direction", "The point of the compass that the wind blows from.", .direction,
      in: [.current, .day, .hour], group: "wind"),
    Declaration(
      "windDegrees", "wind direction", "Where the wind blows from, clockwise from north.", .bearing,
      in: [.current, .day, .hour], range: 0...360),
    Declaration(
      "humidity", "humidity", "The relative humidity, a share of a hundred.", .share, in: [.current, .day, .hour],
      group: "humidity"),
    Declaration(
      "dewPoint", "dew point", "The dew point.", .measured(.temperature), in: [.current, .hour], range: -90...60,
      group: "dewpoint"),
    Declaration(
      "pressure", "pressure", "The air pressure at sea level.", .measured(.pressure), in: [.current, .hour],
      range: 300...1090, group: "pressure"),
    Declaration(
      "visibility", "visibility", "How far one can see.", .measured(.distance), in: [.current, .hour], range: 0...600,
      group: "visibility"),
    Declaration(
      "uvIndex", "UV index", "The highest UV index.", .number, in: [.current, .day, .hour],
      range: 0...45, group: "uv"),
    Declaration(
      "cloudCover", "cloud cover", "How much of the sky is clouded, a share of a hundred.", .share,
      in: [.current, .day, .hour], group: "clouds"),
    Declaration("sunrise", "sunrise", "When the sun rises.", .time, in: .day, group: "sun"),
    Declaration("sunset", "sunset", "When the sun sets.", .time, in: .day, group: "sun"),
  ]

  /// Fields that precede another one in the JSON output, contrary to the catalogue's order.
  static let contractOrder: [RowKinds: [(field: String, before: String)]] = [
    .current: [("humidity", "windSpeed")], .hour: [("cloudCover", "uvIndex")],
  ]
}

// Fields that code refers to by name; their help texts explain them.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Field {
  /// Looks up a field that must exist.
  private static func named(_ key: StaticString) -> Field {
    guard let field = Field("\(key)") else { preconditionFailure("the catalogue has no field \(key)") }
    return field
  }

  public static let observed = named("observed")
  public static let temperature = named("temperature")
  public static let feelsLike = named("feelsLike")
  public static let high = named("high")
  public static let low = named("low")
  public static let description = named("description")
  public static let precipitationChance = named("precipitationChance")
  public static let precipitation = named("precipitation")
  public static let windSpeed = named("windSpeed")
  public static let windGust = named("windGust")
  public static let windDirection = named("windDirection")
  public static let windDegrees = named("windDegrees")
  public static let humidity = named("humidity")
  public static let dewPoint = named("dewPoint")
  public static let pressure = named("pressure")
  public static let visibility = named("visibility")
  public static let uvIndex = named("uvIndex")
  public static let cloudCover = named("cloudCover")
  public static let sunrise = named("sunrise")
  public static let sunset = named("sunset")
}
