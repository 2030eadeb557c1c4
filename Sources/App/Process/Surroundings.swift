import Basics
import Foundation

/// Arguments and environment variables as bytes, because file names need not be UTF-8.
enum RawText {
  /// Without the program's name.
  static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in CommandLine.unsafeArgv[index].map { text($0) } }
  }

  /// The environment; variables with folder names keep invalid UTF-8.
  static var environment: [String: String] {
    var variables = ProcessInfo.processInfo.environment
    for name in ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_DATA_DIRS"] {
      variables[name] = getenv(name).map { text($0) }
    }
    return variables
  }

  private static func text(_ bytes: UnsafePointer<CChar>) -> String {
    PathText.text(Array(UnsafeRawBufferPointer(start: bytes, count: strlen(bytes))))
  }
}

/// The machine's time zone, from `TZ`.
enum ClockZone {
  /// Ignores a time zone file that is not a regular file: the C library would block on a pipe.
  ///
  /// Must be called before there are threads.
  static func prepare() {
    guard let name = getenv("TZ").map({ String(cString: $0) }), !name.isEmpty else { return }
    let file = name.hasPrefix(":") ? String(name.dropFirst()) : name
    let folder = getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo"
    var status = stat()
    // Not a file: it may be a rule (`CET-1CEST`), or is treated as UTC.
    guard stat(file.hasPrefix("/") ? file : "\(folder)/\(file)", &status) == 0, status.st_mode & S_IFMT != S_IFREG
    else { return }
    setenv("TZ", "UTC0", 1)
  }
}
