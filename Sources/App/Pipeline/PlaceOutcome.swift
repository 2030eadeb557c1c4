import Weather

/// What came of one place of a run.
struct PlaceOutcome: Sendable {
  /// The report; of a place that failed one with its failure.
  var report: Report
  /// What the user should know beside it.
  var notes: [String] = []
  /// Why there is no forecast; nil where there is one.
  var failure: Failure?
}
