import Scraping
import Trials

/// Fuzzes an answer of a parser's fixtures: two bytes choose the answer, the rest is its body.
struct PageTarget: FuzzTarget {
  let name: String
  private let trials: [Trial]

  /// The name of a parser's target.
  static func name(_ parser: any ForecastParser) -> String { "page-\(parser.name)" }

  /// Creates the target of a parser.
  init(_ parser: any ForecastParser, fixtures: String) {
    name = Self.name(parser)
    trials = Trial.all(of: FixtureRun.all(of: parser, in: fixtures))
  }

  var seeds: [[UInt8]] {
    trials.enumerated().map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] + $1.body }
  }

  func take(_ bytes: [UInt8]) {
    guard bytes.count >= 2 else { return }
    let trial = trials[(Int(bytes[0]) | Int(bytes[1]) << 8) % trials.count]
    if case .read(let report) = trial.outcome(Array(bytes[2...])) { Forms.check(report, choice: bytes.choice) }
  }
}

extension [UInt8] {
  /// A number that depends on all bytes.
  var choice: Int { Int(reduce(0) { ($0 &* 31) &+ UInt32($1) }) }
}
