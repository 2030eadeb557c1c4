import Places

/// The program's version.
enum Version {
  /// As the program names itself to sites.
  static let number = "1.0.0"
  /// Whose data is built in: `--version --verbose` has it behind the version.
  static let sources = Gazetteer.attribution + "\n"
  /// As `--version` prints it.
  static let text = "weatherterm \(number)\n"
}
