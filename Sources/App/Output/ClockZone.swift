import Foundation

/// The machine's time zone, as `TZ` names it.
enum ClockZone {
  /// Leaves a zone alone that is no regular file: the C library would wait for what a pipe in its place says.
  ///
  /// To be called before there are threads.
  static func prepare() {
    guard let name = getenv("TZ").map({ String(cString: $0) }), !name.isEmpty else { return }
    let file = name.hasPrefix(":") ? String(name.dropFirst()) : name
    let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    var status = stat()
    // What is no file may still be a rule (`CET-1CEST`), or is taken for UTC.
    guard stat(file.hasPrefix("/") ? file : "\(folder)/\(file)", &status) == 0, status.st_mode & S_IFMT != S_IFREG
    else { return }
    setenv("TZ", "UTC0", 1)
  }
}
