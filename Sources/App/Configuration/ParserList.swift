import Basics
import Foundation
import Parsers
import Scraping

/// The parsers that a user can name: the built-in ones and the site files `Name.yaml` in the user's folders, which are
/// read only when named or listed.
struct ParserList: Sendable {
  /// Folders of site files; earlier ones have precedence.
  let folders: [String]
  /// Site files named on the command line; they have precedence over all others.
  let files: [String]

  /// Only the built-in parsers.
  static let builtIn = ParserList(folders: [], files: [])

  /// The built-in parsers and the site files in the standard folders (XDG Base Directory Specification).
  init(environment: [String: String], files: [String] = []) {
    func paths(_ variable: String, or standard: [String]) -> [String] {
      let named = environment[variable]?.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") } ?? []
      return named.isEmpty ? standard : named
    }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let roots =
      paths("XDG_CONFIG_HOME", or: home.map { ["\($0)/.config"] } ?? [])
      + paths("XDG_DATA_HOME", or: home.map { ["\($0)/.local/share"] } ?? [])
      + paths("XDG_DATA_DIRS", or: ["/usr/local/share", "/usr/share"])
    self.init(folders: roots.map { "\($0)/weatherterm/parsers" }, files: files)
  }

  private init(folders: [String], files: [String]) {
    self.folders = folders
    self.files = files
  }

  /// Looks up a parser by name or alias, case-insensitively, optionally with the suffix `Parser`.
  func callAsFunction(_ text: String) throws(UnknownName) -> any ForecastParser {
    if let parser = named(text) { return parser }
    let ending = "parser"
    let short = text.lowercased().hasSuffix(ending) ? String(text.dropLast(ending.count)) : ""
    if !short.isEmpty, let parser = named(short) { return parser }
    let wanted = text.lowercased()
    let aliased = all.first { $0.facts.aliases.contains { $0.lowercased() == wanted } }
    guard let aliased else { throw UnknownName(what: "parser", text: text, known: names) }
    return aliased
  }

  /// All parser names in alphabetical order.
  var names: [String] { Set(allParsers.map { $0.name } + userFiles.map { $0.name }).sorted() }

  /// All parsers in alphabetical order; users' files replace built-in parsers of the same name.
  var all: [any ForecastParser] { names.compactMap { named($0) } }

  /// Files in the folders that are ignored because of their names: `my-site.yaml`, or `weathercom.yaml`, a built-in
  /// name in the wrong case.
  var misnamed: [String] {
    folders.flatMap { folder in
      PathText.names(in: folder).sorted().filter { file in
        guard file.hasSuffix(Self.ending), !file.hasPrefix("_"), !file.hasPrefix(".") else { return false }
        return Self.name(of: file).map { Self.builtIn(named: $0).map(\.name) ?? $0 != $0 } ?? true
      }
      .map { "\(folder)/\($0)" }
    }
  }

  /// The parser name for a site file: letters and digits before `.yaml`; nil for other files.
  static func name(of file: String) -> String? {
    let last = file.split(separator: "/").last ?? ""
    guard last.hasSuffix(ending), last != ending else { return nil }
    let name = last.dropLast(ending.count)
    return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? String(name) : nil
  }

  /// The parser for a site file.
  ///
  /// - Parameter depth: the number of files that extend each other so far; more than a few indicate a cycle.
  func parser(ofFile file: String, depth: Int = 0) -> SiteFileParser {
    SiteFileParser(name: Self.name(of: file) ?? "", file: file, names: { names }) { name in
      if depth == Self.deepest { return nil }
      // A file that extends its own name extends the built-in parser.
      if name == Self.name(of: file) { return allParsers.first { $0.name == name } }
      return self.named(name, depth: depth + 1)
    }
  }

  private static let ending = ".yaml"
  private static let deepest = 8

  /// The first file with that name, else the built-in parser. Folders are listed only if neither exists.
  private func named(_ text: String, depth: Int = 0) -> (any ForecastParser)? {
    let wanted = text.lowercased()
    if let file = files.first(where: { Self.name(of: $0)?.lowercased() == wanted }) {
      return parser(ofFile: file, depth: depth)
    }
    let builtIn = Self.builtIn(named: text)
    let file = (builtIn?.name ?? text) + Self.ending
    let isName = Self.name(of: file) != nil
    if isName, let path = folders.lazy.map({ "\($0)/\(file)" }).first(where: { Files.exists($0) }) {
      return parser(ofFile: path, depth: depth)
    }
    if let builtIn { return builtIn }
    return userFiles.first { $0.name.lowercased() == wanted }.map { parser(ofFile: $0.path, depth: depth) }
  }

  private static func builtIn(named text: String) -> (any ForecastParser)? {
    let wanted = text.lowercased()
    return allParsers.first { $0.name.lowercased() == wanted }
  }

  /// The user's site files, in order of precedence.
  private var userFiles: [(name: String, path: String)] {
    let misnamed = Set(misnamed)
    let paths = files + folders.flatMap { folder in PathText.names(in: folder).sorted().map { "\(folder)/\($0)" } }
    return paths.compactMap { path in Self.name(of: path).map { ($0, path) } }.filter { !misnamed.contains($0.1) }
  }
}
