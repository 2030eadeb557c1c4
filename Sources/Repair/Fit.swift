import Weather
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How well a column of values agrees with a column of known ones.
struct Fit {
  let field: Field
  let knowledge: Knowledge
  /// How many rows are known, and in how many of these the column has a value.
  private(set) var wanted = 0
  private(set) var seen = 0
  /// How many values lie far off.
  private(set) var far = 0
  /// The sum of the logarithms of the differences' probabilities; nil where the column lacks too many rows.
  private(set) var evidence: Double?
  private(set) var mean = -9.0
  /// By how much all temperatures lie to one side, in °C.
  private(set) var bias = 0.0

  init(_ field: Field, _ column: [FieldValue?], _ known: [FieldValue?], _ knowledge: Knowledge) {
    self.field = field
    self.knowledge = knowledge
    var both: [(value: FieldValue, known: FieldValue)] = []
    for (value, known) in zip(column, known) {
      guard let known else { continue }
      wanted += 1
      if let value { both.append((value, known)) }
    }
    seen = both.count
    guard !both.isEmpty, Double(seen) >= 0.6 * Double(wanted) else { return }
    if field.kind == .words, knowledge == .other {
      judgeWords(both.compactMap { pair in pair.value.words.flatMap { a in pair.known.words.map { (a, $0) } } })
    } else {
      judge(both)
    }
  }

  private mutating func judge(_ both: [(value: FieldValue, known: FieldValue)]) {
    let differences = both.map { Noise.difference(field, $0.value, $0.known) }
    let sigma = Noise.deviation(field, knowledge)
    let room = field.quantity == .temperature ? Noise.bias(knowledge) : 0
    if room > 0, both.count >= 4 { bias = max(-room, min(room, Self.median(differences.compactMap { $0 }))) }
    var sum = 0.0
    for (pair, difference) in zip(both, differences) {
      guard let difference else {
        sum += Noise.outlier
        far += 1
        continue
      }
      let each: Double
      if field.kind == .words {
        each = difference == 0 ? log(1 - sigma) : knowledge == .exact ? log(sigma) : Self.unlikeness(pair)
      } else {
        var sigma = sigma
        if field.quantity == .speed, knowledge != .exact, let known = pair.known.measured {
          sigma = max(sigma, 0.25 * known.exactly(in: .kilometersPerHour))
        }
        let off = (difference - bias) / sigma
        each = max(Noise.outlier, -0.5 * off * off)
      }
      if each <= -3 || field.kind == .words && difference != 0 { far += 1 }
      sum += each
    }
    // What is missing where something is known costs as much as an ordinary deviation.
    sum -= 1.5 * Double(wanted - seen)
    evidence = sum
    mean = sum / Double(max(1, wanted))
  }

  /// What other words cost where a forecast may have changed: less where they speak of the same.
  private static func unlikeness(_ pair: (value: FieldValue, known: FieldValue)) -> Double {
    let (a, b) = (WeatherWords.categories(pair.value.words ?? ""), WeatherWords.categories(pair.known.words ?? ""))
    return a.isEmpty || b.isEmpty ? -2 : a.isDisjoint(with: b) ? -2.5 : -0.7
  }

  /// Words of another source are never the same: what they speak of is compared.
  private mutating func judgeWords(_ both: [(String, String)]) {
    let kinds = both.map { (WeatherWords.categories($0.0), WeatherWords.categories($0.1)) }
    guard Double(kinds.count { !$0.0.isEmpty }) >= 0.6 * Double(both.count) else { return }
    let each = kinds.map { a, b in a.isEmpty || b.isEmpty ? -0.5 : a.isDisjoint(with: b) ? -1.2 : 0 }
    evidence = each.reduce(0, +)
    mean = (evidence ?? 0) / Double(max(1, each.count))
  }

  /// Whether it can be the field at all: most rows there, few far off, the mean no worse than ordinary noise explains.
  var isGood: Bool {
    guard evidence != nil else { return false }
    if field.kind == .words {
      switch knowledge {
      // Words of the page's own data stand on it as they are.
      case .exact: return mean > -0.9 && Double(far) <= 0.06 * Double(wanted)
      case .kept: return mean > -0.45
      case .other: return mean > -0.75
      }
    }
    return mean > -1.15 && Double(far) <= max(knowledge == .exact ? 0 : 1, 0.12 * Double(wanted))
  }

  private static func median(_ numbers: [Double]) -> Double {
    if numbers.isEmpty { return 0 }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Whether a column agrees better with its own rows than with others.
  enum Telling { case own, unclear, others }

  /// Values that hardly differ agree with anything and tell nothing.
  func telling(_ column: [FieldValue?], _ known: [FieldValue?]) -> Telling {
    let count = known.count
    guard count >= 4, let evidence else { return .unclear }
    let shifts =
      count <= 24
      ? Array(1..<count)
      : Set([1, 2, 3, 4] + stride(from: 5, to: count, by: max(1, count / 12)))
        .union((count - 4)..<count).sorted()
    let others = shifts.map { shift -> Double in
      let turned = zip(known, known[shift...] + known[..<shift]).map { own, other in own == nil ? nil : other }
      let other = Fit(field, column, turned, knowledge)
      return other.evidence.map { $0 + Double(wanted - other.wanted) * mean } ?? Noise.outlier * Double(wanted)
    }.sorted()
    if let best = others.last, best > evidence + 2.5 { return .others }
    return evidence >= others[others.count / 2] + 3 ? .own : .unclear
  }
}
