internal import Weather

/// How the values of a field are read: the units that fit, the plausible range, and the words that may surround them.
struct ValueKind: Hashable, Sendable {
  /// The quantity, which decides the units. The first five are the quantities of reports.
  enum Quantity: String, CaseIterable, Hashable, Sendable {
    case temperature, speed, pressure, distance, precipitation, share, angle, number
  }

  let field: Field
  let quantity: Quantity

  /// Nil for a field without numeric values.
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

  /// True if numbers without a unit are accepted: percentages, angles in degrees, and UV indices.
  var isReadWithoutUnit: Bool { quantity == .share || quantity == .number || quantity == .angle }

  /// True if a number in a unit is within the field's range.
  func allows(_ number: Double, _ unit: ValueUnit?) -> Bool {
    guard let range = field.range else { return true }
    // A small tolerance, so that the bounds themselves pass in any unit.
    let base = unit?.base(number) ?? number
    return base >= range.lowerBound - 1e-6 && base <= range.upperBound + 1e-6
  }

  /// The role of a word before the number.
  enum Introduction {
    /// A name of the field, or a word without influence.
    case name
    /// A word that may also introduce another number (`Day 7`, `Rain 5`): the number must have a unit.
    case namesWithUnit
    /// The first word of a two-word name.
    case begins(String, isWhole: Bool)
  }

  /// The role of a lower-case word before the number; nil if it may be about something else.
  func introduction(_ word: String) -> Introduction? {
    if quantity == .temperature, let second = Self.pairs[word] { return .begins(second, isWhole: false) }
    if quantity == .number, word == "uv" || word == "ultraviolet" { return .begins("index", isWhole: true) }
    if field == .windGust, Self.gusts.contains(word) { return .name }
    if Self.names[quantity]?.contains(word) == true { return .name }
    return Self.namesWithUnit[quantity]?.contains(word) == true ? .namesWithUnit : nil
  }

  /// True if a lower-case word may follow the number and its unit.
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
