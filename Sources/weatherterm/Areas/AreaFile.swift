import Foundation

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
    func failed(_ reason: String) -> AreaError { .unreadableFile(path: name, reason: reason) }
    let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failed(String(cString: strerror(errno))) }
    defer { if file != STDIN_FILENO { close(file) } }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw failed(String(cString: strerror(errno)))
      }
      bytes += chunk[..<count]
      if bytes.count > limit { throw failed("it is larger than \(limit >> 20) MiB") }
    }
    guard var text = String(validating: bytes, as: UTF8.self) else { throw failed("it is not UTF-8 text") }
    if text.first == "\u{FEFF}" { text.removeFirst() }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }
    let areas = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    if areas.isEmpty { throw failed("there is no area in it") }
    return areas
  }
}
