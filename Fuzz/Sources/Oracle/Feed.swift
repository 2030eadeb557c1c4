/// How a shown value follows a number of the body.
public enum Feed: Equatable, Sendable {
  /// It is the number in another unit: `factor * number + summand`. A sum of several numbers has their rest as summand.
  case linear(factor: Double, summand: Double)
  /// It is the greatest, or the least, of several numbers of which this is one.
  case extreme(factor: Double, summand: Double, isGreatest: Bool)
  /// It follows in another way, as words follow a code.
  case loose
}

/// What a number of the body feeds, learned by putting others in its place and looking which values follow.
public struct Feeds: Sendable {
  /// The values that follow, by their paths.
  public let byPath: [String: Feed]
  /// Whether rows come, go or move with it: it is a part of their date or time.
  public let movesRows: Bool

  /// Whether the place is told by it, on which it hangs what else of a page is believed.
  public var tellsPlace: Bool { byPath.keys.contains { $0.hasPrefix("place.") } }

  /// The quantity of what is fed; nil where it is none, or more than one.
  public var quantity: FieldQuantity? {
    let all = Set(byPath.keys.compactMap { ValuePath($0).quantity })
    return all.count == 1 ? all.first : nil
  }

  /// The fields that are fed, without their rows: what makes two numbers of a list alike.
  public var fields: [String] {
    Set(byPath.keys.map { path in "\(ValuePath(path).part).\(ValuePath(path).field)" }).sorted()
  }

  /// Learns from readings with other numbers in the place of `number`; nil where nothing follows.
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
    // Of several factors that fit, the one with the least error.
    func error(_ factor: Double) -> Double { points.reduce(0) { $0 + abs($1.y - factor * $1.x) } }
    let factors = FieldQuantity.factors.filter { fits($0, points) }
    if let factor = factors.min(by: { error($0) < error($1) }), moved.count == points.count {
      // What rounding leaves is no summand of its own.
      let summand = value - factor * number
      let known = quantity.conversions.first { $0.factor == factor && abs($0.summand - summand) <= quantity.tolerance }
      return .linear(factor: factor, summand: known?.summand ?? summand)
    }
    // The greatest or the least of several: where it is shown it is the number itself, elsewhere another is.
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
