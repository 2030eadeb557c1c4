import Foundation
import Parsers

/// All targets, and the chosen one.
enum FuzzTargets {
  /// The folder of fixtures, from which seeds are made.
  private static let fixtures = environment("FUZZ_FIXTURES") ?? "../Tests/Fixtures"

  /// The names of all targets.
  static let names =
    allParsers.map { PageTarget.name($0) }
    + ["html", "state", "har", "cache", "kept", "configuration", "site-file", "template", "area"]

  /// The target named by `FUZZ_TARGET`.
  static let chosen: any FuzzTarget = {
    let name = environment("FUZZ_TARGET") ?? ""
    if let parser = allParsers.first(where: { PageTarget.name($0) == name }) {
      return PageTarget(parser, fixtures: fixtures)
    }
    switch name {
    case "html": return HTMLTarget(fixtures: fixtures)
    case "state": return StateTarget(fixtures: fixtures)
    case "har": return HARTarget(fixtures: fixtures)
    case "cache": return CacheTarget(fixtures: fixtures)
    case "kept": return KeptTarget(fixtures: fixtures)
    case "configuration": return ConfigurationTarget(fixtures: fixtures)
    case "site-file": return SiteFileTarget(fixtures: fixtures)
    case "template": return TemplateTarget(fixtures: fixtures)
    case "area": return AreaTarget(fixtures: fixtures)
    default:
      FileHandle.standardError.write(Data("FUZZ_TARGET is one of: \(names.joined(separator: " "))\n".utf8))
      exit(64)
    }
  }()

  private static func environment(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}
