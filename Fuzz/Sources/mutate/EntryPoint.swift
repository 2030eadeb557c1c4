import Foundation
import Oracle
import Parsers
import Scraping
import Trials

/// Changes recorded pages, and checks that the values shown are those of their elements.
///
///     mutate [COUNT [SEED]]
@main
struct EntryPoint {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) }
    guard arguments.count <= 2, arguments.allSatisfy({ $0 != nil }) else {
      print("mutate [COUNT [SEED]]")
      exit(64)
    }
    let environment = ProcessInfo.processInfo.environment
    let fixtures = environment["FUZZ_FIXTURES"] ?? "../Tests/Fixtures"
    let count = Int(arguments.first.flatMap { $0 } ?? 10_000)
    let seed = arguments.dropFirst().first.flatMap { $0 } ?? 1
    let only = environment["MUTATE_ONLY"] ?? ""
    let runs = allParsers.flatMap { FixtureRun.all(of: $0, in: fixtures) }.filter { $0.name.hasPrefix(only) }
    let trials = Trial.all(of: runs)
    if let wanted = environment["MUTATE_SHOW"].flatMap({ Int($0) }) {
      return Series(trials).show(wanted, seed: seed)
    }
    let clock = ContinuousClock()
    let start = clock.now
    var faults: [String] = []

    var fields = FieldSeries(trials, seed: seed)
    fields.run(limit: max(1, min(8, count / 1000)))
    print(
      "Numbers written into the elements that values are read from (\(fields.changed) of \(fields.known) numbers):\n")
    print(Table.of(fields.tally))
    faults += fields.faults
    print("after \(start.duration(to: clock.now))\n")

    let nights = NightSeries(runs)
    print(
      "Signs by night and by day in \(nights.forms) forms: \(nights.count) reports, \(nights.faults.count) findings\n")
    faults += nights.faults

    let days = DaySeries(trials)
    print("Days that lack their beginning: \(days.count) answers, \(days.faults.count) findings\n")
    faults += days.faults

    var series = Series(trials)
    series.run(count: count, seed: seed)
    print("Bytes, tags, attributes and numbers changed at random:\n")
    print(series.table)
    faults += series.faults
    print("\nafter \(start.duration(to: clock.now))")

    let most = Int(environment["MUTATE_FAULTS"] ?? "") ?? 40
    print(faults.prefix(most).map { "FAULT: \($0)" }.joined(separator: "\n"))
    if faults.count > most { print("and \(faults.count - most) more faults (MUTATE_FAULTS shows so many)") }
    exit(faults.isEmpty ? 0 : 1)
  }
}
