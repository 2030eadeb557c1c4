internal import Weather

/// How the values of a field are read: which units fit, which numbers are plausible and which words may stand beside them.
struct ValueKind: Hashable, Sendable {
  /// What is measured; decides which units fit. The first five are those of the reports.
  enum Quantity: String, CaseIterable, Hashable, Sendable {
    case temperature, speed, pressure, distance, precipitation, share, angle, number
  }

  let field: Field
  let quantity: Quantity

  /// Nil for a field whose values are no numbers.
  init?(_ field: Field) {
    let quantity: Quantity? =
      switch field.kind {
      case .measured(let measured): Quantity(rawValue: measured.rawValue)
      case .share: .share
      case .number: .number
      case .bearing: .angle
      case .direction, .words, .time: nil
      }
    guard let quantity else { return nil }
    self.quantity = quantity
    self.field = field
  }

  /// Whether a number without any unit is a value: shares are of a hundred, angles in degrees, and UV indices have no unit.
  var isReadWithoutUnit: Bool { quantity == .share || quantity == .number || quantity == .angle }

  /// Whether a number in a unit is plausible for the field.
  func allows(_ number: Double, _ unit: ValueUnit?) -> Bool {
    guard let range = field.range else { return true }
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
    if quantity == .number, word == "uv" || word == "ultraviolet" { return .begins("index", isWhole: true) }
    if field == .windGust, Self.gusts.contains(word) { return .name }
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
