import Basics
import Output
import Scraping
import Weather

/// What came of one test of a site file.
struct SiteTestResult {
  let test: SiteDefinition.Test
  /// What is wrong, one line each; none where the test passed.
  var faults: [String] = []
  /// The status that the program ends with because of this test.
  var status = ExitStatus.done
  /// The report as the json contract has it; nil where the run failed.
  var report: JsonValue.Pairs?
  /// How many rows it has.
  var rows = 0
  /// What the parser read, before any selection.
  var forecasts: [Forecast] = []
}

/// Runs the tests of a site file: each as `-p NAME -a AREA --replay RECORDING` runs, but without the user's configuration.
struct SiteTestRun {
  let parser: any ExtensibleParser

  func result(of test: SiteDefinition.Test) async -> SiteTestResult {
    var result = SiteTestResult(test: test)
    guard let recording = recording(test.session) else {
      result.faults = [missing(test)]
      result.status = .noInput
      return result
    }
    let observed = ObservedParser(parser: parser)
    do {
      let answer = try await Self.answer(observed, test, recording)
      if let failure = answer.failure { throw failure }
      result.forecasts = observed.forecasts.value
      let report = answer.report
      result.rows = report.days.isEmpty ? report.hours.count : report.days.count
      result.report = JsonReport.pairs(report)
    } catch {
      let failure = Failure(error)
      if test.fails == Int(failure.status.rawValue) { return result }
      let expected = test.fails.map { "status \($0)" } ?? "a forecast"
      result.faults = ["expected \(expected), found status \(failure.status.rawValue): \(failure.message)"]
      result.status = failure.status == .noInput ? .noInput : .data
      return result
    }
    result.faults = faults(in: result)
    if !result.faults.isEmpty { result.status = .data }
    return result
  }

  private func faults(in result: SiteTestResult) -> [String] {
    let test = result.test
    if let fails = test.fails { return ["expected status \(fails), found a forecast"] }
    let report = result.report.map { JsonValue.object($0) }
    var faults = test.expect.differences(in: report, tolerance: test.tolerance).map(\.description)
    if let rows = test.rows, rows != result.rows { faults.append("rows: expected \(rows), found \(result.rows)") }
    return faults
  }

  /// The run's only answer. A test's outcome depends on its file and its recording alone.
  private static func answer(
    _ parser: ObservedParser, _ test: SiteDefinition.Test, _ recording: String
  ) async throws -> PlaceAnswer {
    var options = CommandLineOptions()
    options.parsers = [parser]
    options.places = [test.area]
    options.kind = ForecastKind(rawValue: test.kind)
    options.replay = recording
    options.verbosity = .errors
    var answers: [PlaceAnswer] = []
    try await Run(try Plan(options, Configuration())).answers { answer in
      answers.append(answer)
      return true
    }
    guard let answer = answers.first else { throw CancellationError() }
    return answer
  }

  // MARK: - Recordings

  /// The folder of a recording beside the file, `Name/SESSION`.
  private func folder(_ session: String) -> String? {
    guard let file = parser.siteFile.userFile else { return nil }
    return (file.lastIndex(of: "/").map { String(file[...$0]) } ?? "") + "\(parser.name)/\(session)"
  }

  /// A folder with a session.har, or the only file in it, a saved page; nil where there is neither.
  private func recording(_ session: String) -> String? {
    // A file from elsewhere names nothing outside of its own folder.
    guard !session.contains("/"), !session.hasPrefix("."), let folder = folder(session) else { return nil }
    if Files.exists("\(folder)/session.har") { return folder }
    let files = PathText.names(in: folder).filter { !$0.hasPrefix(".") }
    return files.count == 1 ? "\(folder)/\(files[0])" : nil
  }

  private func missing(_ test: SiteDefinition.Test) -> String {
    let folder = folder(test.session) ?? "\(parser.name)/\(test.session)"
    let option = ForecastKind(rawValue: test.kind)?.optionNames.first ?? "-10d"
    return "there is no recording \(folder): make one with "
      + "weatherterm -p \(parser.name) -a \"\(test.area)\" \(option) --record \(folder)"
  }
}
