import Basics
import Foundation

/// Where the configuration lies.
struct ConfigurationFile: Equatable {
  /// The file's path.
  let path: String
  /// Whether the command line names it, so that it has to be there.
  let isNamed: Bool

  /// The file that `--config` names, else `$XDG_CONFIG_HOME/weatherterm/config.yaml`, else the same in `~/.config`; nil
  /// where there is no home either.
  init?(named path: String?, environment: [String: String]) {
    if let path {
      self.path = path
      isNamed = true
      return
    }
    // A path that is not absolute is to be ignored (XDG Base Directory Specification).
    let folder =
      environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.config" }
    guard let folder else { return nil }
    self.path = "\(folder)/weatherterm/config.yaml"
    isNamed = false
  }

  /// The file's text; nil for one in the usual place that is not there.
  func text() throws(ConfigurationError) -> String? {
    do throws(FileError) {
      return try InputFile.text(path, limit: Self.limit)
    } catch {
      switch error {
      case .system(let code) where !isNamed && [ENOENT, ENOTDIR, ENAMETOOLONG].contains(code): return nil
      case .notText: throw .malformed(file: path, line: nil, reason: error.reason)
      case .system, .tooLarge, .link, .notRegular, .silent: throw failed(error.reason)
      }
    }
  }

  /// No configuration is as large as this, in bytes.
  private static let limit = 1 << 20

  /// The error that the file is there and cannot be read; one that is named has to be there.
  private func failed(_ reason: String) -> ConfigurationError {
    isNamed ? .unreadable(file: path, reason: reason) : .closed(file: path, reason: reason)
  }
}
