/// The allowed values after a change. Unknown is always allowed, and so is the previous value: another part of the page
/// may have it, too, and every change writes a number that did not occur before.
enum Expectation {
  /// One of several numbers.
  case numbers([Double])
  /// Between two numbers: the maximum or minimum of several, one of which was changed.
  case between(Double, Double)
  /// Unknown.
  case unknown
  /// Any value: nothing certain is known.
  case free

  /// The expectation for a value if its number is one of `truth`, which is empty if there is none.
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

  /// True if a value is allowed.
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

  /// The text for findings.
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
