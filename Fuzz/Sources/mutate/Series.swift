import Basics
import Foundation
import Oracle
import Scraping
import Trials
import Weather

/// A series of changed pages and the outcomes.
struct Series {
  /// The errors found.
  private(set) var faults: [String] = []
  private var trials: [(trial: Trial, values: [String: Shown.Value], list: TokenList)] = []
  private var oracles: [Int: FieldOracle] = [:]
  /// Changes within a single element.
  private var tally = Tally()
  private var outcomes: [String: Int] = [:]
  private var shown: [String: Int] = [:]
  private var slowest = Duration.zero

  /// Values of the unchanged pages that cannot be found in them, because of conversions or spellings unknown to the
  /// check; while unchanged, they prove nothing.
  private var unfound: Set<String> = []

  /// Time limit per page.
  private static let limit = Duration.seconds(1)

  /// Selects the trials that can be read unchanged.
  init(_ trials: [Trial]) {
    for trial in trials {
      guard case .read(let report) = trial.outcome(trial.body), let json = ReportReading.json(report) else { continue }
      let values = Dictionary(Shown.values(of: json).map { ($0.path, $0.value) }) { first, _ in first }
      self.trials.append((trial, values, TokenList(trial.body)))
      judge(report, trial, values, trial.body, "unchanged \(trial.run.name)", isUnchanged: true)
    }
  }

  /// Writes the page before and after the change with this number to `before` and `after`.
  func show(_ number: Int, seed: UInt64) {
    let (trial, body) = change(number, seed: seed)
    FileManager.default.createFile(atPath: "before", contents: Data(trial.body))
    FileManager.default.createFile(atPath: "after", contents: Data(body))
  }

  /// The page for a number, and its changed body.
  private func change(_ number: Int, seed: UInt64) -> (Trial, [UInt8]) {
    let trial = trials[number % trials.count].trial
    let seed = seed &+ UInt64(number) &* 0x9E37_79B9
    // Half of the changes are within a single element, so that the correct reading is known.
    if number / trials.count % 2 == 0 {
      var edit = NumberEdit(seed: seed)
      if let body = edit.edited(trial.body, trials[number % trials.count].list) { return (trial, body) }
    }
    var mutation = Mutation(seed: seed)
    return (trial, mutation.mutated(trial.body))
  }

  /// Makes a number of changes, to the fixtures in turn.
  mutating func run(count: Int, seed: UInt64) {
    for number in 0..<count {
      let (trial, body) = change(number, seed: seed)
      let name = "\(trial.run.name), answer \(trial.changed + 1), change \(number)"
      let clock = ContinuousClock()
      var outcome = Trial.Outcome.lost
      var time = clock.measure { outcome = trial.outcome(body) }
      // Measure again, in case another process was using the processor.
      if time > Self.limit { time = min(time, clock.measure { outcome = trial.outcome(body) }) }
      slowest = max(slowest, time)
      if time > Self.limit { faults.append("\(name): took \(time)") }
      switch outcome {
      case .read(let report):
        // Values judged by the oracle need not be searched for.
        let isJudged = judge(edit: report, number % trials.count, body, name)
        judge(
          report, trial, trials[number % trials.count].values, body, name,
          isMeasured: !isJudged && !DeclaredSources.isUnfit(trial.run.name))
      case .refused(let error): outcomes["refused: \(Self.name(of: error))", default: 0] += 1
      case .lost: outcomes["leads to an address that was not recorded", default: 0] += 1
      }
    }
  }

  /// Judges a change within a single element; false if the correct reading is unknown.
  private mutating func judge(edit report: Report, _ index: Int, _ body: [UInt8], _ name: String) -> Bool {
    let trial = trials[index].trial
    let known =
      oracles[index]
      ?? FieldOracle(
        trial.body, isMadeOfHours: DeclaredSources.madeOfHours.contains(trial.run.parser.name),
        read: { ReportReading.reading(trial, $0) }
      )
    guard let oracle = known, let json = ReportReading.json(report) else { return false }
    oracles[index] = oracle
    var tally = Tally()
    guard oracle.judge(edit: body, trials[index].list, .shown(ReportReading.values(of: json)), into: &tally) else {
      return false
    }
    let kept = tally.without { DeclaredSources.hasOtherElement(trial.run.parser.name, $0) }
    faults += kept.findings.map { "\(name): \($0.description)" }
    self.tally.add(kept)
    return true
  }

  /// The counts, and the first errors.
  var table: String {
    var lines = ["\(trials.count) recorded answers; slowest \(slowest)", ""]
    lines += outcomes.sorted { $0.value > $1.value }.map { "| \($0.key) | \($0.value) |" } + [""]
    lines += shown.sorted { $0.value > $1.value }.map { "| \($0.key) | \($0.value) |" }
    if !unfound.isEmpty { lines.append("| values of unchanged pages that are not found in them | \(unfound.count) |") }
    return (lines + ["", Table.of(tally)]).joined(separator: "\n")
  }

  /// Checks that each shown value occurs on the page.
  private mutating func judge(
    _ report: Report, _ trial: Trial, _ before: [String: Shown.Value], _ body: [UInt8], _ name: String,
    isUnchanged: Bool = false, isMeasured: Bool = true
  ) {
    guard let json = ReportReading.json(report) else {
      faults.append("\(name): the json form is no JSON")
      return
    }
    var bodies = trial.run.pages.map(\.body)
    bodies[trial.changed] = body
    let units = (json["units"] as? [String: Any])?.compactMapValues { $0 as? String } ?? [:]
    let evidence = Evidence(
      PageFacts(bodies), trial.run, units: units,
      days: before.keys.compactMap { CalendarDay($0.dropFirst(5).prefix(10)) })
    let values = Shown.values(of: json)
    let rows = Dictionary(grouping: values) { "\($0.part).\($0.row)" }
      .mapValues { Dictionary($0.map { ($0.field, $0.value) }) { first, _ in first } }
    var isSame = true
    for value in values {
      let kind: String
      if let reason = evidence.of(value, others: rows["\(value.part).\(value.row)"] ?? [:]) {
        if before[value.path] == value.value {
          kind = "as before"
        } else {
          isSame = false
          kind = "other than before"
        }
        shown["values \(kind): \(reason)", default: 0] += 1
        continue
      }
      let place = "\(trial.run.name) \(value.path)"
      if isUnchanged {
        unfound.insert(place)
      } else if isMeasured, before[value.path] != value.value || !unfound.contains(place) {
        faults.append("\(name): \(value.path) is \(value.value), which does not stand in the page")
      }
    }
    outcomes[
      isUnchanged ? "unchanged" : isSame ? "read, all as before" : "read, other values", default: 0] +=
      1
  }

  private static func name(of error: ScrapingError) -> String {
    String("\(Mirror(reflecting: error).children.first?.label ?? "\(error)")")
  }
}
