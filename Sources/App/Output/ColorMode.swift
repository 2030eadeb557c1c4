/// When colours are used, as `--color` has it.
enum ColorMode: String, CaseIterable, Sendable {
  /// On a terminal that takes them, unless the environment says otherwise.
  case auto
  /// Wherever the output goes.
  case always
  /// Never.
  case never
}
