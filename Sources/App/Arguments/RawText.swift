import Foundation
import Web

/// Arguments and variables as the system gives them: bytes, which need not be UTF-8 where they name files.
enum RawText {
  /// The words behind the program's name.
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
