/// What all questions of a run have in common.
struct RunContext: Sendable {
  /// What the program uses.
  let settings: Settings
  /// What the user's words for places mean.
  let resolver: AreaResolver
  /// Where pages come from.
  let exchange: Exchange
  /// Says on a terminal what is waited for.
  let progress: Progress
  /// Tells what is done.
  let narrator: Narrator
}
