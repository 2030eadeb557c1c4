import Basics
import Foundation

/// Arguments and variables as the system gives them: bytes, which need not be UTF-8 where they name files.
enum RawText {
  /// Without the program's name.
  static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in CommandLine.unsafeArgv[index].map { text($0) } }
  }

  /// The variables of the environment, with those that name folders as they are.
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
