/// How a run that meets a fault is to end.
enum FaultEnd: Sendable {
  /// With a status, nothing on standard output, and one sentence that holds these words.
  case error(Int32, [String])
  /// With the forecast as it is without the fault; standard error is empty, or one note that holds these words.
  case forecast(note: String? = nil)
  /// With status 0 and not a word.
  case silence

  /// The exit status.
  var status: Int32 { if case .error(let status, _) = self { status } else { 0 } }
}
