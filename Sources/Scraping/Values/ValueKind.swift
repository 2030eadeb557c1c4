internal import Weather

/// What kind of value a field holds: it decides which units fit, which numbers are plausible and which words may stand
/// beside the number.
public enum ValueKind: Hashable, Sendable {
  case airTemperature, feltTemperature
  case windSpeed, gustSpeed
  case pressure
  case visibility
  case precipitation
  case share
  case uvIndex
  case direction

  /// The kind of a field's values; nil for those that are no numbers.
  init?(_ field: Field) {
    switch field.kind {
    case .measured(.temperature): self = field == .feelsLike ? .feltTemperature : .airTemperature
    case .measured(.speed): self = field == .windGust ? .gustSpeed : .windSpeed
    case .measured(.pressure): self = .pressure
    case .measured(.distance): self = .visibility
    case .measured(.precipitation): self = .precipitation
    case .share: self = .share
    case .number: self = .uvIndex
    case .bearing: self = .direction
    case .direction, .words, .time: return nil
    }
  }

  /// What is measured; decides which units fit.
  enum Quantity: String, CaseIterable, Hashable, Sendable {
    case temperature, speed, pressure, distance, precipitation, share, angle, number
  }

  var quantity: Quantity {
    switch self {
    case .airTemperature, .feltTemperature: .temperature
    case .windSpeed, .gustSpeed: .speed
    case .pressure: .pressure
    case .visibility: .distance
    case .precipitation: .precipitation
    case .share: .share
    case .uvIndex: .number
    case .direction: .angle
    }
  }

  /// The plausible values, in the base unit: those that the catalogue states for the field.
  var range: ClosedRange<Double> {
    let field: Field =
      switch self {
      case .airTemperature: .temperature
      case .feltTemperature: .feelsLike
      case .windSpeed: .windSpeed
      case .gustSpeed: .windGust
      case .pressure: .pressure
      case .visibility: .visibility
      case .precipitation: .precipitation
      case .share: .humidity
      case .uvIndex: .uvIndex
      case .direction: .windDegrees
      }
    return field.range ?? -.greatestFiniteMagnitude...(.greatestFiniteMagnitude)
  }

  /// Whether a number without any unit is a value: shares are of a hundred, angles in degrees, and UV indices have no unit.
  var isReadWithoutUnit: Bool { quantity == .share || quantity == .number || quantity == .angle }

  /// Whether a number in a unit is within ``range``.
  func allows(_ number: Double, _ unit: ValueUnit?) -> Bool {
    // A hair of room, so that a bound itself passes in any unit.
    let base = unit?.base(number) ?? number
    return base >= range.lowerBound - 1e-6 && base <= range.upperBound + 1e-6
  }

  /// What a word before the number is.
  enum Introduction {
    /// A name of the field, or a word that changes nothing.
    case name
    /// A word that may as well introduce another number (`Day 7`, `Rain 5`): the number must carry its unit.
    case namesWithUnit
    /// The first word of a name that has two.
    case begins(String, isWhole: Bool)
  }

  /// What a word before the number is, in lower case; nil where it may be about something else.
  func introduction(_ word: String) -> Introduction? {
    if quantity == .temperature, let second = Self.pairs[word] { return .begins(second, isWhole: false) }
    if self == .uvIndex, word == "uv" || word == "ultraviolet" { return .begins("index", isWhole: true) }
    if self == .gustSpeed, Self.gusts.contains(word) { return .name }
    if Self.names[quantity]?.contains(word) == true { return .name }
    return Self.namesWithUnit[quantity]?.contains(word) == true ? .namesWithUnit : nil
  }

  /// Whether a word in lower case may stand behind the number and its unit.
  func mayPrecede(_ word: String) -> Bool { Self.trailing[quantity]?.contains(word) ?? false }

  private static let pairs = [
    "wind": "chill", "heat": "index", "dew": "point", "feels": "like", "feel": "like", "real": "feel",
  ]

  private static let gusts = words("gust gusts gusting to up")

  private static let compass = words(
    "n nne ne ene e ese se sse s ssw sw wsw w wnw nw nnw north east south west northeast northwest southeast southwest "
      + "vrb vrbl variable")

  private static let names: [Quantity: Set<String>] = [
    .temperature: words(
      "temperature temp high low hi lo h l max min maximum minimum realfeel humidex windchill dewpoint near around about "
        + "air apparent"),
    .speed: compass.union(words("wind winds speed from the at around near")),
    .pressure: words("pressure barometer barometric altimeter sea level baro mean air msl"),
    .distance: words("visibility vis"),
    .precipitation: words("precipitation precip rain rainfall snow snowfall amount accumulation total of"),
    .share: words("humidity relative rh cloud clouds cover cloudiness"),
    .number: words("uv-index uvindex max maximum"),
    .angle: compass.union(words("wind direction from bearing")),
  ]

  private static let namesWithUnit: [Quantity: Set<String>] = [
    .temperature: words("day night today tonight now currently of is the a t"),
    .share: words("chance of probability precipitation precip rain snow showers pop sky a is near around"),
  ]

  private static let trailing: [Quantity: Set<String>] = [
    .speed: compass.union(words("wind winds from the")),
    .pressure: words("rising falling steady rapidly slowly and hg"),
    .precipitation: words("of rain snow precipitation precip"),
    .share: words("humidity relative rh chance of rain snow precipitation precip cloud clouds cover"),
    .number: words("low moderate high very extreme"),
    .angle: compass.union(["true"]),
  ]

  private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
