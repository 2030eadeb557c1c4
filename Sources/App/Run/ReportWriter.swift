import Basics
import Output
import Weather

/// Writes the answers: the reports to standard output, what goes with them to standard error.
struct ReportWriter {
  private let output: any Renderer.Type
  private let renderer: any Renderer
  private let several: Bool
  private let verbosity: Verbosity
  /// The answers that wait for the last; always empty where each report is written as it comes.
  private var answers: [Answer] = []
  private var count = 0
  /// The units of the first report, and of the first that has a quantity: all are shown in them.
  private var units = ReportUnits()
  private var firstFailure: Failure?

  /// A writer for the plan's form; `several` is whether more than one place is to come.
  init(_ plan: Plan, several: Bool, environment: [String: String]) {
    output = plan.output
    renderer = output.init(options: Terminal.ofOutput(environment: environment).options(for: plan, several: several))
    self.several = several
    verbosity = plan.verbosity
  }

  /// Takes what came of a place, in its turn; false where the reader of the output has gone away.
  mutating func take(_ answer: Answer) throws(OutputError) -> Bool {
    firstFailure = firstFailure ?? answer.failure
    var answer = answer
    answer.report.unify(to: units)
    units = answer.report.units.overridden(by: units)
    guard several, output.isStream else {
      answers.append(answer)
      return true
    }
    tell(answer)
    guard isShown(answer.report) else { return true }
    defer { count += 1 }
    return try StandardStreams.write(renderer.render(answer.report, index: count))
  }

  /// Writes what has waited; gives the run's status. A single place that failed writes nothing to standard output.
  func finish() throws -> ExitStatus {
    for answer in answers { tell(answer) }
    if let onlyFailure { return onlyFailure.status }
    let reports = answers.map { $0.report }.filter(isShown)
    if !reports.isEmpty { try StandardStreams.write(renderer.text(of: reports)) }
    return firstFailure?.status ?? .done
  }

  /// Why the one place that was asked for failed; nil where it did not, or there are several.
  var onlyFailure: Failure? { several ? nil : firstFailure }

  private func isShown(_ report: Report) -> Bool { output.showsFailures || report.failure == nil }

  /// Tells the notes and the failure of a place; of which one, where there are several.
  private func tell(_ answer: Answer) {
    let place = several ? PlainText.of(answer.report.query) + ": " : ""
    if verbosity != .errors {
      StandardStreams.complain(
        answer.notes.map { "weatherterm: note: \(place)\(PlainText.of($0.description))\n" }.joined())
    }
    if let failure = answer.failure { StandardStreams.complain(failure.text(of: place)) }
  }
}

extension Terminal {
  /// What an output form is told; `several` is whether more than one report is to come.
  func options(for plan: Plan, several: Bool) -> RenderingOptions {
    RenderingOptions(
      fields: plan.fields, severalReports: several, severalSources: plan.chain.count > 1, width: width,
      isTerminal: isTerminal, isColored: isColored(plan.color), isUnicode: isUnicode, icons: icons(plan.icons),
      timeLocale: shown("LC_TIME"), numberLocale: shown("LC_NUMERIC"), template: plan.template)
  }
}
