import Scraping

/// What all questions of a run have in common.
struct RunContext: Sendable {
  /// What the program uses.
  let settings: Settings
  /// What the user's words for places mean.
  let resolver: AreaResolver
  /// Where pages come from.
  let exchange: Exchange
  /// Keeps distance between the requests to one site; by the parsers' names, none for those that need none.
  let pacers: [String: Pacer]
  /// Says on a terminal what is waited for.
  let progress: Progress
  /// Tells what is done.
  let narrator: Narrator

  /// The pacers of those parsers that are to be asked with a pause between requests, unless a recording answers.
  static func pacers(_ settings: Settings, isLive: Bool) -> [String: Pacer] {
    guard isLive else { return [:] }
    var pacers: [String: Pacer] = [:]
    for parser in settings.chain {
      let pause = settings.parsers[parser.name]?.pause ?? parser.facts.pause
      if pause > .zero { pacers[parser.name] = Pacer(pause: pause) }
    }
    return pacers
  }
}
