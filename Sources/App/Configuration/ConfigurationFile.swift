import Basics
import Foundation

/// Where the configuration lies.
struct ConfigurationFile: Equatable {
  let path: String
  /// Whether the command line names it, so that it has to be there.
  let isNamed: Bool

  /// The file that `--config` names, else `$XDG_CONFIG_HOME/weatherterm/config.yaml`, else the same in `~/.config`; nil
  /// where there is no home either.
  init?(named path: String?, environment: [String: String]) {
    // A path that is not absolute is to be ignored (XDG Base Directory Specification).
    let folder =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.config" }
    guard let file = path ?? folder.map({ "\($0)/weatherterm/config.yaml" }) else { return nil }
    self.path = file
    isNamed = path != nil
  }

  /// The file's text; nil for one in the usual place that is not there.
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
