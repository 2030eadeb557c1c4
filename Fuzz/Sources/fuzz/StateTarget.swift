import Foundation
import Markup
import Parsers
import Scraping
import Trials

/// Fuzzes the state embedded in weather.com pages: two bytes choose the page, the rest is assigned to `window.__data`
/// in it.
struct StateTarget: FuzzTarget {
  let name = "state"
  private let places: [Place]

  /// A page with an embedded state.
  private struct Place: Sendable {
    let trial: Trial
    let state: Range<Int>
  }

  /// The pages of fixtures that have a state.
  init(fixtures: String) {
    let runs = allParsers.filter { $0.name == "WeatherCom" }.flatMap { FixtureRun.all(of: $0, in: fixtures) }
    places = Trial.all(of: runs).compactMap { trial in
      let body = trial.body
      guard let start = ByteSearch.firstRange(of: "window.__data=", in: body)?.upperBound,
        let end = ByteSearch.firstRange(of: "</script>", in: body, from: start)?.lowerBound
      else { return nil }
      return Place(trial: trial, state: start..<end)
    }
  }

  var seeds: [[UInt8]] {
    places.enumerated().map { [UInt8($0 & 0xFF), UInt8($0 >> 8)] + $1.trial.body[$1.state] }
  }

  func take(_ bytes: [UInt8]) {
    guard bytes.count >= 2 else { return }
    let place = places[(Int(bytes[0]) | Int(bytes[1]) << 8) % places.count]
    var body = place.trial.body
    body.replaceSubrange(place.state, with: bytes[2...])
    if case .read(let report) = place.trial.outcome(body) { Forms.check(report, choice: bytes.choice) }
  }
}
