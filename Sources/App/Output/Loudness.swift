/// How much is told on standard error.
enum Loudness: Sendable {
  /// Errors alone (`--quiet`).
  case errors
  /// What the user should know, too.
  case notes
  /// What is asked of whom, and where each value was found, too (`--verbose`).
  case everything
}
