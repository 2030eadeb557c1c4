import Places

/// The program's version.
enum Version {
  /// The number in the User-Agent.
  static let number = "1.0.0"
  /// Attribution of built-in data, shown by `--version --verbose`.
  static let sources = Gazetteer.attribution + "\n"
  /// The output of `--version`.
  static let text = "weatherterm \(number)\n"
}
