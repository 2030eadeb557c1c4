import Basics
import Foundation

/// The location of the configuration file.
struct ConfigurationFile: Equatable {
  let path: String
  /// True if it was named on the command line, and so must exist.
  let isNamed: Bool

  /// The file named by `--config`, else `$XDG_CONFIG_HOME/weatherterm/config.yaml`, else the same in `~/.config`; nil
  /// without a home directory.
  init?(named path: String?, environment: [String: String]) {
    // Relative paths must be ignored (XDG Base Directory Specification).
    let folder =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.config" }
    guard let file = path ?? folder.map({ "\($0)/weatherterm/config.yaml" }) else { return nil }
    self.path = file
    isNamed = path != nil
  }

  /// The file's text; nil if it is at the default location and does not exist.
  func text() throws(ConfigurationError) -> String? {
    do throws(FileError) {
      return try InputFile.text(path, limit: 1 << 20)
    } catch {
      switch error {
      case .system(let code) where !isNamed && [ENOENT, ENOTDIR, ENAMETOOLONG].contains(code): return nil
      case .notText: throw .malformed(file: path, line: nil, reason: error.reason)
      case _ where isNamed: throw .unreadable(file: path, reason: error.reason)
      default: throw .closed(file: path, reason: error.reason)
      }
    }
  }
}
