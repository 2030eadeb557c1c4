/// A file with an area on each line.
enum AreaFile {
  /// No list of areas is as large as this, in bytes.
  private static let limit = 16 << 20

  /// The areas of a file, or of standard input where it is `-`: each line less the blanks round it; blank lines and those
  /// that begin with `#` say nothing.
  ///
  /// - Throws: ``AreaError/unreadableFile(path:reason:)``, also where there is no area in it.
  static func areas(_ path: String) throws(AreaError) -> [String] {
    let name = path == "-" ? "standard input" : path
    var text: String
    do throws(TextFile.Fault) { text = try TextFile.text(path == "-" ? nil : path, limit: limit) } catch {
      throw .unreadableFile(path: name, reason: error.reason)
    }
    if text.first == "\u{FEFF}" { text.removeFirst() }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }
    let areas = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    if areas.isEmpty { throw .unreadableFile(path: name, reason: "there is no area in it") }
    return areas
  }
}
