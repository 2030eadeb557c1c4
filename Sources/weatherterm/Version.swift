/// The program's version.
enum Version {
  /// As the program names itself to sites.
  static let number = "1.0.0"
  /// As `--version` prints it.
  static let text = "weatherterm \(number)\n"
}
