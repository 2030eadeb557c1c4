import Foundation
import Oracle
import Scraping
import Trials
import Weather

/// Removes the first hours of answers from which days are computed, and checks that the rest is not shown as a whole
/// day.
struct DaySeries {
  /// Number of shortened answers.
  private(set) var count = 0
  /// The errors found.
  private(set) var faults: [String] = []

  /// Selects answers of sources without daily rows.
  init(_ trials: [Trial]) {
    var seen: Set<String> = []
    let chosen = trials.filter { trial in
      DeclaredSources.madeOfHours.contains(trial.run.parser.name) && !trial.run.query.question.wantsHours
        && seen.insert(trial.run.name).inserted
    }
    for (count, faults) in inParallel(chosen, { Self.shorten($0) }) {
      self.count += count
      self.faults += faults
    }
  }

  /// Removes 0, 3, 6, … steps from the start of an answer.
  private static func shorten(_ trial: Trial) -> (Int, [String]) {
    guard trial.reading(.hourly, trial.body) != nil else { return (0, []) }
    let list = TokenList(trial.body)
    let wanted = ["properties.timeseries[]", "timeSeries[]", "weatherdata/product.pointData/time.forecast"]
    let steps = list.blocks.filter {
      wanted.contains($0.shape) || $0.shape.hasSuffix("product.pointData/time.forecast")
    }
    .sorted { $0.range.lowerBound < $1.range.lowerBound }
    var faults: [String] = []
    var count = 0
    for cut in [0, 3, 6, 12, 18, 24, 32] where cut + 6 < steps.count {
      var body = trial.body
      if cut > 0 {
        // In JSON the comma after the last removed step is removed, too.
        body.removeSubrange(steps[0].range.lowerBound..<steps[cut].range.lowerBound)
      }
      guard let hours = trial.reading(.hourly, body), let days = trial.reading(nil, body) else { continue }
      count += 1
      faults += judge(hours, days).map { "\(trial.run.name), without its first \(cut) steps: \($0)" }
    }
    return (count, faults)
  }

  /// The errors in days, compared with their hours.
  private static func judge(_ hours: [String: ShownValue], _ days: [String: ShownValue]) -> [String] {
    var starts: [String: Set<Int>] = [:]
    for path in hours.keys where path.hasSuffix(".temperature") {
      // hours.2026-02-06T21:00:00+01:00.temperature
      let row = path.dropFirst("hours.".count)
      guard let hour = Int(row.dropFirst(11).prefix(2)) else { continue }
      starts[String(row.prefix(10)), default: []].insert(hour)
    }
    guard let first = starts.keys.min(), let known = starts[first], let begin = known.min(), begin > 0 else {
      return []
    }
    var faults: [String] = []
    // A missing start of two hours is acceptable; everything else must be marked.
    let isTold = days["days.\(first).from"] != nil
    for field in ["high", "low", "precipitation"] {
      guard let value = days["days.\(first).\(field)"] else { continue }
      if !isTold {
        faults.append("days.\(first).\(field) is \(value), though its hours begin at \(begin):00 and no `from` says so")
      }
      if begin > 12, field != "precipitation" {
        faults.append("days.\(first).\(field) is \(value), though less than half of the day is known")
      }
    }
    return faults
  }
}

extension Trial {
  /// The values shown for a body, optionally for another forecast kind; nil if it is refused.
  fileprivate func reading(_ question: Question?, _ body: [UInt8]) -> [String: ShownValue]? {
    let trial = question.map { Trial(run: run.asking($0), changed: changed) } ?? self
    return ReportReading.reading(trial, body).values
  }
}
