/// How a shown value depends on a number in the body.
public enum Feed: Equatable, Sendable {
  /// Linear, because of a unit conversion: `factor * number + summand`. For a sum of several numbers the others make up
  /// the summand.
  case linear(factor: Double, summand: Double)
  /// The maximum or minimum of several numbers, of which this is one.
  case extreme(factor: Double, summand: Double, isGreatest: Bool)
  /// Depends in another way, like words on a code.
  case loose
}

/// The values that depend on a number in the body, learned by replacing it and observing which values change.
public struct Feeds: Sendable {
  /// The dependent values by path.
  public let byPath: [String: Feed]
  /// True if rows appear, disappear or move: the number is part of their date or time.
  public let movesRows: Bool

  /// True if the place depends on it, which affects how the rest of the page is interpreted.
  public var tellsPlace: Bool { byPath.keys.contains { $0.hasPrefix("place.") } }

  /// The quantity of the dependent values; nil if there is none, or more than one.
  public var quantity: FieldQuantity? {
    let all = Set(byPath.keys.compactMap { ValuePath($0).quantity })
    return all.count == 1 ? all.first : nil
  }

  /// The dependent fields without their rows: numbers in a list with the same fields are alike.
  public var fields: [String] {
    Set(byPath.keys.map { path in "\(ValuePath(path).part).\(ValuePath(path).field)" }).sorted()
  }

  /// Learns from readings with other numbers at this position; nil if nothing depends on it.
  public init?(_ number: Double, _ base: [String: ShownValue], probes: [(number: Double, values: [String: ShownValue])])
  {
    var byPath: [String: Feed] = [:]
    var movesRows = false
    var changed: Set<String> = []
    for probe in probes {
      for (path, value) in base where probe.values[path] != value { changed.insert(path) }
      for path in probe.values.keys where base[path] == nil { changed.insert(path) }
    }
    for path in changed {
      if ValuePath(path).isRowKey { movesRows = true }
      byPath[path] = Self.feed(path, number, base, probes)
    }
    if byPath.isEmpty { return nil }
    self.byPath = byPath
    self.movesRows = movesRows
  }

  private static func feed(
    _ path: String, _ number: Double, _ base: [String: ShownValue],
    _ probes: [(number: Double, values: [String: ShownValue])]
  ) -> Feed {
    guard let quantity = ValuePath(path).quantity, case .number(let value)? = base[path] else { return .loose }
    var points: [(x: Double, y: Double)] = []
    for probe in probes {
      guard case .number(let other)? = probe.values[path] else { return .loose }
      points.append((probe.number - number, other - value))
    }
    func fits(_ factor: Double, _ points: [(x: Double, y: Double)]) -> Bool {
      points.allSatisfy { abs($0.y - factor * $0.x) <= 2 * quantity.tolerance }
    }
    let moved = points.filter { abs($0.y) > quantity.tolerance / 2 }
    // Of several factors that fit, take the one with the smallest error.
    func error(_ factor: Double) -> Double { points.reduce(0) { $0 + abs($1.y - factor * $1.x) } }
    let factors = FieldQuantity.factors.filter { fits($0, points) }
    if let factor = factors.min(by: { error($0) < error($1) }), moved.count == points.count {
      // Rounding errors are not a separate summand.
      let summand = value - factor * number
      let known = quantity.conversions.first { $0.factor == factor && abs($0.summand - summand) <= quantity.tolerance }
      return .linear(factor: factor, summand: known?.summand ?? summand)
    }
    // The maximum or minimum of several numbers: either this number itself is shown, or another one.
    let shown = probes.compactMap { probe -> (x: Double, y: Double)? in
      guard case .number(let other)? = probe.values[path] else { return nil }
      return (probe.number, other)
    }
    for (factor, summand) in quantity.conversions {
      func isOwn(_ point: (x: Double, y: Double)) -> Bool {
        abs(point.y - factor * point.x - summand) <= quantity.tolerance
      }
      func isBetween(_ point: (x: Double, y: Double), greatest: Bool) -> Bool {
        let own = factor * point.x + summand
        return greatest ? point.y >= own - quantity.tolerance : point.y <= own + quantity.tolerance
      }
      guard shown.contains(where: { isOwn($0) && abs($0.y - value) > quantity.tolerance }) else { continue }
      for isGreatest in [true, false] where shown.allSatisfy({ isBetween($0, greatest: isGreatest) }) {
        return .extreme(factor: factor, summand: summand, isGreatest: isGreatest)
      }
    }
    return .loose
  }
}
