import Basics
import Output
import Weather

/// Writes reports to standard output, and notes and failures to standard error.
struct ReportWriter {
  private let output: any Renderer.Type
  private let renderer: any Renderer
  private let several: Bool
  private let verbosity: Verbosity
  /// Answers to write at the end; always empty for forms that write each report immediately.
  private var answers: [PlaceAnswer] = []
  private var count = 0
  /// The units of all reports: for each quantity, those of the first report that has it.
  private var units = ReportUnits()
  private var firstFailure: Failure?

  /// Creates a writer for the plan's output form; `several` is true for more than one place.
  init(_ plan: Plan, several: Bool, environment: [String: String]) {
    output = plan.output
    renderer = output.init(options: Terminal.ofOutput(environment: environment).options(for: plan, several: several))
    self.several = several
    verbosity = plan.options.verbosity
  }

  /// Takes the answer for the next place; false if the reader of standard output has closed it.
  mutating func take(_ answer: PlaceAnswer) throws(OutputError) -> Bool {
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

  /// Writes the remaining answers and returns the run's status. A single place that failed writes nothing to standard
  /// output.
  func finish() throws -> ExitStatus {
    for answer in answers { tell(answer) }
    if let onlyFailure { return onlyFailure.status }
    let reports = answers.map { $0.report }.filter(isShown)
    if !reports.isEmpty { try StandardStreams.write(renderer.text(of: reports)) }
    return firstFailure?.status ?? .done
  }

  var onlyFailure: Failure? { several ? nil : firstFailure }

  private func isShown(_ report: Report) -> Bool { output.showsFailures || report.failure == nil }

  /// True for the town that was found, where the output form itself begins with it.
  private func isShownAnyway(_ note: Note) -> Bool {
    if case .town = note { output.name == "overview" } else { false }
  }

  /// Writes a place's notes and failure to standard error, prefixed with its name if there are several places.
  private func tell(_ answer: PlaceAnswer) {
    let place = several ? PlainText.of(answer.report.query) + ": " : ""
    if verbosity != .errors {
      StandardStreams.writeError(
        answer.notes.filter { !isShownAnyway($0) }.map {
          "weatherterm: note: \(place)\(PlainText.of($0.description))\n"
        }.joined())
    }
    if let failure = answer.failure { StandardStreams.writeError(failure.text(of: place)) }
  }
}

extension Terminal {
  /// Options for an output form; `several` is true for more than one report.
  func options(for plan: Plan, several: Bool) -> RenderingOptions {
    RenderingOptions(
      fields: plan.fields, severalReports: several, severalSources: plan.chain.count > 1 && !plan.isDefaultChain,
      width: width,
      isTerminal: isTerminal, isColored: isColored(plan.options.color), isUnicode: isUnicode,
      icons: icons(plan.options.icons),
      timeLocale: shown("LC_TIME", plan.language), numberLocale: shown("LC_NUMERIC", plan.language),
      language: plan.language ?? language, template: plan.options.template)
  }
}
