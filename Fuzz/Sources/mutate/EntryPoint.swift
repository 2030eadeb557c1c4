import Foundation
import Parsers
import Scraping
import Trials

/// Changes recorded pages and looks whether what is then shown stands in the changed page.
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
    let fixtures = ProcessInfo.processInfo.environment["FUZZ_FIXTURES"] ?? "../Tests/Fixtures"
    let runs = allParsers.flatMap { FixtureRun.all(of: $0, in: fixtures) }
    var series = Series(Trial.all(of: runs))
    if let wanted = ProcessInfo.processInfo.environment["MUTATE_SHOW"].flatMap({ Int($0) }) {
      return series.show(wanted, seed: arguments.dropFirst().first.flatMap { $0 } ?? 1)
    }
    series.run(
      count: Int(arguments.first.flatMap { $0 } ?? 10_000), seed: arguments.dropFirst().first.flatMap { $0 } ?? 1)
    print(series.table)
    exit(series.faults.isEmpty ? 0 : 1)
  }
}
