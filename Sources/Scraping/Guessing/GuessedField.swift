internal import Weather

/// A guess at what stands at a place within rows.
struct GuessedField {
  /// The field's key.
  var key: String
  var selector: GuessedSelector
  /// What speaks for it.
  var reason: String
  /// The raw text of a row.
  var example: String
  var certainty: Certainty
  /// What its bare numbers measure, where nothing beside them says the unit; nil where that is known or needs none.
  var needsUnit: ValueKind.Quantity?

  /// A guess at a leaf of rows; nil where it is no field of such rows.
  init?(_ leaf: GuessedRows.Leaf, in kind: SiteDefinition.Section.Kind, hasUnits: Bool) {
    let texts = leaf.known.filter { !Self.dashes.contains($0) }
    guard let first = texts.first else { return nil }
    let words = FieldConcept.words(of: leaf.name)
    let samples = SampleKind(texts)
    guard
      let (key, certainty) = Self.named(FieldConcept.concepts(of: words), kind, samples)
        ?? Self.unnamed(samples, kind),
      kind.fieldNames.contains(key)
    else { return nil }
    self.key = key
    self.certainty = certainty
    selector = GuessedSelector(at: leaf.path)
    selector.steps["match"] = leaf.match
    selector.steps["along"] = leaf.along
    example = first
    reason = leaf.name.isEmpty ? "by its values" : leaf.name
    if key == "description", case .codes(let table)? = samples.codes {
      selector.steps["words"] = table
      if table != "met", !words.contains("wmo"), !words.contains("weather") { self.certainty = .unsure }
    }
    if let missing = texts.first(where: { Self.fillers.contains($0) }) { selector.steps["missing"] = missing }
    setUnit(leaf, texts, hasUnits: hasUnits)
  }

  /// Texts that mean unknown, and numbers that do.
  private static let dashes: Set = ["", "-", "--", "–", "—", "n/a", "N/A", "NA", "null"]
  private static let fillers: Set = ["9999", "-9999", "-999", "999", "9999.0", "-9999.0", "-999.0"]

  /// Says where the unit of a measured field stands, or that nothing says it.
  private mutating func setUnit(_ leaf: GuessedRows.Leaf, _ texts: [String], hasUnits: Bool) {
    guard let field = Field(key == "temperature" ? "temperature" : key), let kind = ValueKind(field),
      !kind.isReadWithoutUnit
    else { return }
    let isBare = texts.contains { Cell.text(leaf.match == nil ? $0 : String($0)).value(kind, .page(nil)) == nil }
    if !isBare || leaf.match != nil { return }
    if let unit = leaf.unit {
      selector.steps["unit"] = unit
    } else if hasUnits {
      return
    } else if let unit = Self.unit(in: leaf.name, of: kind) {
      selector.steps["unit"] = unit
      reason += ", which names the unit"
    } else {
      needsUnit = kind.quantity
    }
  }

  /// The unit that a name ends in (`temp_c`, `windKmh`) or has in brackets (`High (°C)`).
  private static func unit(in name: String, of kind: ValueKind) -> String? {
    let pieces = name.split { "()[],".contains($0) }.dropFirst().map { String($0).trimmed }
    let last = FieldConcept.words(of: name).last ?? ""
    return (pieces + [last]).first { ValueUnit(label: $0, of: kind) != nil && ValueUnit.isName($0) }
  }

  /// The direction that stands in the text of a wind's speed.
  var directionBeside: GuessedField? {
    guard key == "windSpeed", Cell.text(example).compassPoint != nil else { return nil }
    var field = self
    (field.key, field.needsUnit) = ("windDirection", nil)
    field.selector.steps["unit"] = nil
    return field
  }

  // MARK: - By the name

  private static func named(
    _ concepts: Set<FieldConcept>, _ kind: SiteDefinition.Section.Kind, _ samples: SampleKind
  ) -> (String, Certainty)? {
    func has(_ concept: FieldConcept) -> Bool { concepts.contains(concept) }
    if has(.change) || has(.issue) { return nil }
    let isOfDays = kind == .days || kind == .today
    if has(.sunrise) || has(.sunset) {
      return samples.areTimes ? (has(.sunrise) ? "sunrise" : "sunset", .sure) : nil
    }
    if has(.ultraviolet) { return samples.areNumbers ? ("uvIndex", .sure) : nil }
    if has(.dew) { return samples.areNumbers ? ("dewPoint", .sure) : nil }
    if has(.feels) { return samples.areNumbers ? ("feelsLike", .sure) : nil }
    let isExtreme = has(.high) || has(.low)
    if has(.humidity) { return samples.areNumbers ? ("humidity", isExtreme ? .unsure : .sure) : nil }
    if has(.pressure) { return samples.areNumbers ? ("pressure", .sure) : nil }
    if has(.visibility) { return samples.areNumbers ? ("visibility", .sure) : nil }
    if has(.wind) || has(.gust) {
      if samples.areBearings, has(.direction) { return ("windDegrees", .sure) }
      if samples.areCompassPoints { return ("windDirection", .sure) }
      if has(.gust) { return samples.areNumbers && !has(.rate) ? ("windGust", .sure) : nil }
      if has(.direction), !samples.areWinds { return nil }
      if samples.areWinds { return ("wind", .sure) }
      return samples.areNumbers && !has(.low) && !has(.rate)
        ? ("windSpeed", has(.mean) || isExtreme ? .likely : .sure) : nil
    }
    if has(.cloud) { return samples.areNumbers ? ("cloudCover", .likely) : nil }
    if has(.chance) || has(.precipitation) && samples.areShares {
      return samples.areNumbers && !has(.snow) ? ("precipitationChance", .sure) : nil
    }
    if has(.precipitation) || has(.snow) {
      if has(.rate) || !samples.areNumbers { return nil }
      return ("precipitation", has(.snow) || isExtreme ? .unsure : .likely)
    }
    if samples.areNumbers, has(.temperature) || isExtreme {
      let certainty: Certainty = has(.temperature) || samples.areDegrees ? .sure : .likely
      if isExtreme, has(.high) != has(.low), !has(.mean) {
        if kind == .halves, has(.temperature) { return ("temperature", certainty) }
        if isOfDays || kind == .halves { return (has(.high) ? "high" : "low", certainty) }
        return has(.temperature) ? nil : ("temperature", .unsure)
      }
      if isOfDays || !has(.temperature) { return nil }
      return ("temperature", has(.mean) ? .unsure : .sure)
    }
    if has(.code) || has(.description), case .codes? = samples.codes { return ("description", .likely) }
    if has(.description), samples.areWords { return ("description", .sure) }
    if has(.direction), samples.areCompassPoints { return ("windDirection", .likely) }
    return nil
  }

  // MARK: - By the values alone

  private static func unnamed(
    _ samples: SampleKind, _ kind: SiteDefinition.Section.Kind
  ) -> (String, Certainty)? {
    // In a box of the current weather, degrees are hardly anything else.
    if samples.areDegrees { return ("temperature", kind == .current ? .likely : .unsure) }
    if samples.areConditions { return ("description", .likely) }
    if samples.areCompassPoints { return ("windDirection", .unsure) }
    if samples.areWinds { return ("wind", .unsure) }
    // It may be the gust.
    if samples.areSpeeds { return ("windSpeed", .unsure) }
    return samples.arePhrases ? ("description", .unsure) : nil
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
