import Basics
import Output
import Weather

/// Writes what came of each place: the reports to standard output, what goes with them to standard error.
struct ReportWriter {
  private let output: any Renderer.Type
  private let renderer: any Renderer
  private let several: Bool
  private let loudness: Loudness
  /// The outcomes that wait for the last; always empty where each report is written as it comes.
  private var outcomes: [PlaceOutcome] = []
  private var count = 0
  /// The units of the first report, and of the first that has a quantity: all are shown in them.
  private var units = ReportUnits()
  private var firstFailure: Failure?

  /// A writer for a form; `several` is whether more than one place is to come.
  init(_ output: any Renderer.Type, _ options: RenderingOptions, several: Bool, loudness: Loudness) {
    self.output = output
    renderer = output.init(options: options)
    self.several = several
    self.loudness = loudness
  }

  /// Takes what came of a place, in its turn; false where the reader of the output has gone away.
  mutating func take(_ outcome: PlaceOutcome) throws(OutputError) -> Bool {
    firstFailure = firstFailure ?? outcome.failure
    var outcome = outcome
    outcome.report.unify(to: units)
    units = outcome.report.units.overridden(by: units)
    guard several, output.isStream else {
      outcomes.append(outcome)
      return true
    }
    tell(outcome)
    guard isShown(outcome.report) else { return true }
    defer { count += 1 }
    return try StandardStreams.write(renderer.render(outcome.report, index: count))
  }

  /// Writes what has waited; gives the run's status. A single place that failed writes nothing to standard output.
  func finish() throws -> ExitStatus {
    for outcome in outcomes { tell(outcome) }
    if let onlyFailure { return onlyFailure.status }
    let reports = outcomes.map { $0.report }.filter(isShown)
    if !reports.isEmpty { try StandardStreams.write(renderer.text(of: reports)) }
    return firstFailure?.status ?? .done
  }

  /// Why the one place that was asked for failed; nil where it did not, or there are several.
  var onlyFailure: Failure? { several ? nil : firstFailure }

  private func isShown(_ report: Report) -> Bool { output.showsFailures || report.failure == nil }

  /// Tells the notes and the failure of a place; of which one, where there are several.
  private func tell(_ outcome: PlaceOutcome) {
    let place = several ? PlainText.of(outcome.report.query) + ": " : ""
    if loudness != .errors {
      StandardStreams.complain(outcome.notes.map { "weatherterm: note: \(place)\($0)\n" }.joined())
    }
    if let failure = outcome.failure { StandardStreams.complain(failure.text(of: place)) }
  }
}
