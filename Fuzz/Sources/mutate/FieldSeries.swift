import Oracle
import Parsers
import Scraping
import Trials
import Weather

/// Writes numbers with known meaning into the elements of shown values, and checks the new values.
struct FieldSeries {
  /// A number that determines values.
  private struct Source: Sendable {
    let oracle: FieldOracle
    let trial: Trial
    let list: TokenList
    let spot: NumberSpot
    let feeds: Feeds
    /// Another number of the same shape that determines the same field in another row.
    let neighbor: (NumberSpot, Feeds)?
    /// The key of similar numbers: parser, shape, fields.
    let likeness: String
  }

  private let trials: [Trial]
  private let seed: UInt64

  /// The counts.
  private(set) var tally = Tally()
  /// The findings with their fixtures.
  private(set) var faults: [String] = []
  /// How many numbers determine values, and how many of them were changed.
  private(set) var known = 0
  private(set) var changed = 0

  /// Maximum number of numbers per shape in one answer.
  private static let perShape = 14

  /// Creates a series over answers; the selection is reproducible by seed.
  init(_ trials: [Trial], seed: UInt64) {
    self.seed = seed
    var seen: Set<String> = []
    self.trials = trials.filter { !DeclaredSources.isUnfit($0.run.name) && seen.insert(Self.name(of: $0)).inserted }
  }

  /// Five days, ten days and the weekend are read alike.
  private static func name(of trial: Trial) -> String {
    let question = trial.run.query.question
    let group = question.isToday || question.wantsHours ? question.key : "days"
    let fixture = trial.run.name.split(separator: " ").first ?? ""
    return "\(fixture) \(group) \(trial.changed)"
  }

  /// Learns dependencies, chooses at most `limit` numbers of each kind, and changes them.
  mutating func run(limit: Int) {
    let seed = seed
    let found = inParallel(Array(trials.enumerated())) { number, trial in
      Self.learn(trial, seed: seed &+ UInt64(number))
    }
    var random = SeededGenerator(seed: seed)
    var sources = found.flatMap { $0.sources }
    known = sources.count
    sources.shuffle(using: &random)
    var taken: [String: Int] = [:]
    sources = sources.filter { source in
      taken[source.likeness, default: 0] += 1
      return taken[source.likeness, default: 0] <= limit
    }
    changed = sources.count
    let examined = inParallel(sources) { Self.examine($0) }
    for (source, tally) in zip(sources, examined) { note(tally, source.trial) }
    for (trial, result) in zip(trials, found) { note(result.page, trial) }
  }

  private mutating func note(_ tally: Tally, _ trial: Trial) {
    self.tally.add(tally)
    faults += tally.findings.map { "\(trial.run.name), answer \(trial.changed + 1): \($0.description)" }
  }

  // MARK: - One answer

  private static func learn(_ trial: Trial, seed: UInt64) -> (sources: [Source], page: Tally) {
    var random = SeededGenerator(seed: seed)
    let parser = trial.run.parser.name
    guard
      let oracle = FieldOracle(
        trial.body, isMadeOfHours: DeclaredSources.madeOfHours.contains(parser),
        read: { ReportReading.reading(trial, $0) })
    else { return ([], Tally()) }
    let list = TokenList(trial.body)
    var sources: [Source] = []
    let spots = list.tokens.flatMap { NumberSpot.all(in: $0, of: trial.body) }
    for (shape, all) in Dictionary(grouping: spots, by: \.token.shape).sorted(by: { $0.key < $1.key }) {
      let chosen = Array(all.shuffled(using: &random).prefix(perShape))
      guard oracle.feedsAnything(chosen) else { continue }
      var alike: [String: [(NumberSpot, Feeds)]] = [:]
      for spot in chosen {
        guard let feeds = oracle.feeds(of: spot), !feeds.movesRows, !feeds.tellsPlace else { continue }
        alike[feeds.fields.joined(separator: ","), default: []].append((spot, feeds))
        if alike.values.contains(where: { $0.count >= 4 }) { break }
      }
      for (fields, found) in alike.sorted(by: { $0.key < $1.key }) {
        for (index, one) in found.prefix(3).enumerated() {
          let other = found[(index + 1) % found.count]
          sources.append(
            Source(
              oracle: oracle, trial: trial, list: list, spot: one.0, feeds: one.1,
              neighbor: found.count > 1 ? other : nil, likeness: "\(parser) \(shape) \(fields)"))
        }
      }
    }
    var page = Tally()
    oracle.examinePage(list, into: &page)
    if trial.changed == 0 {
      // All answers of a run at once, because one may state the units of another.
      let bare = Trial(run: trial.run.rewritten(FieldOracle.withoutUnits), changed: 0)
      oracle.judge(
        withoutUnits: ReportReading.reading(bare, bare.body), needsNoUnit: { DeclaredSources.needsNoUnit(parser, $0) },
        into: &page)
    }
    return (sources, page)
  }

  private static func examine(_ source: Source) -> Tally {
    var tally = Tally()
    source.oracle.examine(source.spot, source.feeds, into: &tally)
    source.oracle.examineRemovals(source.spot, source.feeds, source.list, into: &tally)
    if let neighbor = source.neighbor {
      source.oracle.examineExchange((source.spot, source.feeds), neighbor, into: &tally)
    }
    return tally.without { DeclaredSources.hasOtherElement(source.trial.run.parser.name, $0) }
  }
}
