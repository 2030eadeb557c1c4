/// What a value may be after a change. To be unknown is always right, and so is what it was before: another part of the
/// page may say it, too, and every change writes a number that was not there.
enum Expectation {
  /// One of some numbers.
  case numbers([Double])
  /// Between two numbers: the greatest or the least of several, of which one was changed.
  case between(Double, Double)
  /// Unknown.
  case unknown
  /// Whatever it is: nothing certain can be said of it.
  case free

  /// What a feed lets a value be where its number is one of `truth`, which is empty where there is none.
  init(_ feed: Feed, truth: [Double], before: ShownValue?) {
    switch feed {
    case .loose: self = truth.isEmpty ? .unknown : .free
    case .linear(let factor, let summand):
      self = truth.isEmpty ? .unknown : .numbers(truth.map { factor * $0 + summand })
    case .extreme(let factor, let summand, let isGreatest):
      guard case .number(let before)? = before else {
        self = .free
        return
      }
      let own = truth.map { factor * $0 + summand }
      if isGreatest {
        self = .between(own.min() ?? -.infinity, max(own.max() ?? before, before))
        if let least = own.min(), least > before { self = .numbers(own) }
      } else {
        self = .between(min(own.min() ?? before, before), own.max() ?? .infinity)
        if let greatest = own.max(), greatest < before { self = .numbers(own) }
      }
    }
  }

  /// Whether a value is what it may be.
  func holds(_ value: ShownValue, _ quantity: FieldQuantity?) -> Bool {
    if case .free = self { return true }
    guard case .number(let number) = value, let quantity else { return false }
    switch self {
    case .numbers(let wanted):
      return wanted.contains { wanted in
        let error = abs(number - wanted)
        return error <= quantity.tolerance
          || quantity == .angle && abs(error.truncatingRemainder(dividingBy: 360)) <= quantity.tolerance
      }
    case .between(let least, let greatest):
      return number >= least - quantity.tolerance && number <= greatest + quantity.tolerance
    case .unknown, .free: return false
    }
  }

  /// As findings show it.
  var words: String {
    switch self {
    case .numbers(let numbers) where numbers.isEmpty: "unknown"
    case .numbers(let numbers): numbers.map { "\(ShownValue.number($0))" }.joined(separator: " or ") + " or unknown"
    case .between(let least, let greatest):
      "\(ShownValue.number(least)) to \(ShownValue.number(greatest)) or unknown"
    case .unknown: "unknown"
    case .free: "anything"
    }
  }
}
