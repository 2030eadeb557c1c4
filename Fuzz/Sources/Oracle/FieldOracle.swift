/// Checks shown values against the elements that they are read from.
///
/// The oracle does not know how a parser finds its fields: it learns which number in the body determines which value by
/// replacing numbers (``Feeds``). Then it writes numbers with a known correct reading: each value must be that of its
/// own element, unknown, or unchanged. Anything else is another element's value, a lost sign, or a guess.
public struct FieldOracle: Sendable {
  /// The recorded body.
  public let body: [UInt8]
  /// The values shown for it.
  public let base: [String: ShownValue]
  /// True if days are computed from hours, so that their values are maxima, minima or sums.
  public let isMadeOfHours: Bool
  let read: @Sendable ([UInt8]) -> Reading

  /// Creates an oracle for a body; nil if it cannot be read.
  public init?(_ body: [UInt8], isMadeOfHours: Bool = false, read: @escaping @Sendable ([UInt8]) -> Reading) {
    guard let base = read(body).values else { return nil }
    self.body = body
    self.base = base
    self.isMadeOfHours = isMadeOfHours
    self.read = read
  }

  // MARK: - Learning

  /// The values that depend on a number; nil if there are none, or if changing it makes the page unreadable.
  public func feeds(of spot: NumberSpot) -> Feeds? {
    var probes: [(number: Double, values: [String: ShownValue])] = []
    let size = abs(spot.value)
    let step = size >= 2000 ? 1000.0 : size >= 200 ? 10 : size < 1 ? 0.5 : 1
    func probe(_ number: Double) {
      if spot.value >= 0 && number < 0 || number == spot.value { return }
      if let values = read(body(at: spot, number)).values { probes.append((number, values)) }
    }
    for sign in [1.0, -1, 2, -2, 3] where probes.count < 2 {
      probe(spot.value + sign * step)
      // Most numbers on a page have no effect: one probe must suffice for them, or two if only extremes are shown.
      if !isMadeOfHours, probes.count == 1, probes[0].values == base { return nil }
    }
    // Distant values reveal maxima and minima.
    for sign in [25.0, -25] { probe(spot.value + sign * step) }
    probe((size / 4).rounded())
    return probes.count < 2 ? nil : Feeds(spot.value, base, probes: probes)
  }

  /// True if changing several numbers together has any effect, or makes the page unreadable.
  public func feedsAnything(_ spots: [NumberSpot]) -> Bool {
    var changed = body
    for spot in spots.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let number = spot.value + (abs(spot.value) >= 200 ? 10 : 1)
      changed.replaceSubrange(spot.range, with: written(number, at: spot))
    }
    guard let values = read(changed).values else { return true }
    return values != base
  }

  /// The body with a number replaced.
  func body(at spot: NumberSpot, _ number: Double) -> [UInt8] {
    var changed = body
    changed.replaceSubrange(spot.range, with: written(number, at: spot))
    return changed
  }

  private func written(_ number: Double, at spot: NumberSpot) -> [UInt8] {
    let isWhole = number == number.rounded() && spot.decimals == 0
    let text = isWhole ? "\(Int(number))" : "\((number * 1000).rounded() / 1000)"
    return spot.token.written(text, wholly: spot.isWholeToken)
  }

  // MARK: - Judging

  /// Tests every spelling at a number with known dependent values.
  public func examine(_ spot: NumberSpot, _ feeds: Feeds, into tally: inout Tally) {
    var fallback: [String: ShownValue] = [:]
    let place = "\(spot.token.shape) “\(String(decoding: body[spot.rangeWithUnit], as: UTF8.self))”"
    for spelling in Spelling.all(for: spot, feeds.quantity) {
      let reading = read(spelling.body(body, at: spot))
      if spelling.kind == .emptied, fallback.isEmpty { fallback = reading.values ?? [:] }
      var expected = feeds.byPath.reduce(into: [String: Expectation]()) { expected, fed in
        let truth = truth(of: spelling, at: spot, for: ValuePath(fed.key).quantity, fed.value)
        expected[fed.key] = expectation(fed.key, fed.value, truth: truth, at: spot)
      }
      freeWinds(&expected)
      if spelling.kind == .unit { freeGusts(&expected) }
      let shown = spelling.text + (spelling.unit ?? "")
      judge(
        reading, expected, spelling.kind, "\(place) becomes “\(shown)”",
        fallback: spelling.kind == .emptied ? [:] : fallback, into: &tally)
    }
  }

  /// A spelling's numbers in the unit of the original number.
  private func truth(of spelling: Spelling, at spot: NumberSpot, for quantity: FieldQuantity?, _ feed: Feed) -> [Double]
  {
    guard let unit = spelling.unit, let quantity, case .linear(let factor, let summand) = feed,
      let new = quantity.units[unit]
    else { return spelling.truth }
    // factor * x + summand is in the oracle's unit, and so is new.factor * truth + new.summand.
    return spelling.truth.map { ((new.factor * $0 + new.summand) - summand) / factor }
  }

  /// Of successive winds the strongest counts, with its own direction.
  func freeWinds(_ expected: inout [String: Expectation]) {
    for path in expected.keys where ValuePath(path).field == "windSpeed" {
      for field in ["windDirection", "windDegrees"] { expected["\(ValuePath(path).rowName).\(field)"] = .free }
    }
  }

  /// `S 12 G 21 mph`: one unit for both.
  private func freeGusts(_ expected: inout [String: Expectation]) {
    for path in expected.keys where ValuePath(path).field.hasPrefix("wind") {
      for field in ["windSpeed", "windGust"] {
        let other = "\(ValuePath(path).rowName).\(field)"
        if expected[other] == nil { expected[other] = .free }
      }
    }
  }

  /// The allowed values of a dependent value; for descriptions of several hours, and text around a number, any value.
  func expectation(_ path: String, _ feed: Feed, truth: [Double], at spot: NumberSpot) -> Expectation {
    if feed == .loose {
      let isText = if case .text? = base[path] { true } else { false }
      if isMadeOfHours && path.hasPrefix("days.") || isText && !spot.isWholeToken { return .free }
    }
    return Expectation(feed, truth: truth, before: base[path])
  }

  /// Checks that all values are allowed, and counts the change.
  func judge(
    _ reading: Reading, _ expected: [String: Expectation], _ kind: Spelling.Kind, _ change: String,
    fallback: [String: ShownValue] = [:], into tally: inout Tally
  ) {
    guard let values = reading.values else { return tally.add(kind, .refused) }
    var findings: [Finding] = []
    var isRight = false
    var isAsBefore = false
    for (path, value) in values.sorted(by: { $0.key < $1.key }) {
      let quantity = ValuePath(path).quantity
      if ValuePath(path).describesRow { continue }
      if value == base[path] {
        if expected[path] != nil { isAsBefore = true }
        continue
      }
      if let expectation = expected[path] {
        if expectation.holds(value, quantity) {
          isRight = true
          continue
        }
        // Rounding can move values made of several numbers, or given in another unit.
        if nearly(value, base[path], quantity) || nearly(value, fallback[path], quantity) { continue }
      } else if nearly(value, base[path], quantity) || nearly(value, fallback[path], quantity)
        || isDirection(path, of: values)
      {
        continue
      }
      findings.append(
        Finding(
          kind: kind, change: change, path: path, shown: "\(value)",
          before: base[path].map { "\($0)" } ?? "unknown",
          expected: expected[path]?.words ?? base[path].map { "\($0)" } ?? "unknown"))
    }
    if !findings.isEmpty {
      tally.add(kind, .finding, findings)
    } else {
      tally.add(kind, isRight ? .right : isAsBefore ? .asBefore : .unknown)
    }
  }

  /// True if two values differ only by rounding, or are the same time at different offsets.
  private func nearly(_ value: ShownValue, _ other: ShownValue?, _ quantity: FieldQuantity?) -> Bool {
    switch (value, other) {
    case (.number(let a), .number(let b)?):
      guard let quantity else { return a == b }
      // Percentages, indices and angles are whole numbers.
      return abs(a - b) <= ([.share, .angle, .uvIndex].contains(quantity) ? 0.01 : quantity.tolerance)
    case (.text(let a), .text(let b)?):
      if a == b { return true }
      guard let one = DateText.minutes(a), let another = DateText.minutes(b) else { return false }
      return one == another
    default: return false
    }
  }

  /// True if a value is the compass point of the bearing in the same row.
  private func isDirection(_ path: String, of values: [String: ShownValue]) -> Bool {
    let path = ValuePath(path)
    guard path.field == "windDirection", case .number(let degrees)? = values["\(path.rowName).windDegrees"],
      case .text(let name)? = values["\(path.rowName).windDirection"]
    else { return false }
    let points = [
      "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
    ]
    let index = Int((degrees / 22.5).rounded()) % 16
    return points[(index + 16) % 16] == name
  }
}
