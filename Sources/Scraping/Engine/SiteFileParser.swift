internal import Basics
public import Weather

/// A parser that keeps its selectors in a site file, so that another file can extend it.
public protocol ExtensibleParser: ForecastParser {
  /// The site file.
  var siteFile: SiteFileParser { get }

  /// The same parser with an extended definition instead of its own file's.
  func reading(by definition: SiteDefinition) -> any ForecastParser
}

/// A parser defined by a site file. The file is read only when facts or a forecast are needed; the name does not need
/// it. The facts of a built-in file are read from its outline (``SiteDefinition/init(outlineOf:file:)``).
public final class SiteFileParser: ExtensibleParser {
  /// Looks up the parser that a file extends; nil if there is none.
  public typealias Lookup = @Sendable (_ name: String) -> (any ForecastParser)?

  /// The file name without extension.
  public let name: String
  /// Path of a user's file; nil for a built-in one.
  public let userFile: String?
  /// Path of the file.
  public let path: String
  private let builtIn: String?
  private let lookup: Lookup
  private let names: @Sendable () -> [String]
  private let loaded = Locked<Result<Loaded, DefinitionErrors>?>(nil)
  private let outlined = Locked<DefinedParser??>(nil)

  /// A built-in site from its name and the path and text of its file.
  public init(name: String, file: String, text: String) {
    self.name = name
    path = file
    builtIn = text
    userFile = nil
    lookup = { _ in nil }
    names = { [] }
  }

  /// A site from a user's file, which is read and checked completely on first use.
  ///
  /// - Parameters:
  /// - lookup: looks up the parser that the file extends.
  /// - names: returns the names of all parsers, for error messages.
  public init(
    name: String, file: String, names: @escaping @Sendable () -> [String] = { [] }, extending lookup: @escaping Lookup
  ) {
    self.name = name
    path = file
    builtIn = nil
    userFile = file
    self.lookup = lookup
    self.names = names
  }

  /// The result of reading the file.
  private struct Loaded {
    /// The parser of the definition alone.
    let defined: DefinedParser
    /// The parser to run: for an extension of a parser in Swift, that parser with the extended definition.
    let parser: any ForecastParser
  }

  /// The file's text; throws if it cannot be read.
  public func text() throws(DefinitionErrors) -> String {
    if let builtIn { return builtIn }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try InputFile.read(path, limit: YAMLNode.longest) } catch {
      var position: SourcePosition?
      if case .tooLarge = error { position = SourcePosition(line: 1, column: 1) }
      throw DefinitionErrors([DefinitionError(file: path, at: position, key: "", .unreadable(reason: error.reason))])
    }
    return try SiteDefinition.text(of: bytes, file: path)
  }

  /// This parser.
  public var siteFile: SiteFileParser { self }

  /// The definition, including what it extends; nil if the file is invalid.
  public var definition: SiteDefinition? { try? defined().definition }

  /// The parser of the definition; throws all errors of the file.
  public func defined() throws(DefinitionErrors) -> DefinedParser { try load().get().defined }

  /// The parser that the file defines, with another definition.
  public func reading(by definition: SiteDefinition) -> any ForecastParser {
    ((try? load().get().parser) as? any ExtensibleParser)?.reading(by: definition) ?? DefinedParser(definition)
  }

  /// Reads the file (only the outline of a built-in one); throws all its errors.
  public func open() throws(DefinitionErrors) { if outline == nil { _ = try load().get() } }

  /// Checks everything in the file; throws all its errors.
  public func validate() throws(DefinitionErrors) { try defined().definition.validate() }

  /// The file's facts; only the name if the file is invalid.
  public var facts: SiteFacts { outline?.facts ?? (try? defined().facts) ?? SiteFacts(unknown: name) }

  /// The area that the file's parser uses for a town.
  public func area(of town: Town) -> String? {
    // A template for towns can use tables, which the outline leaves out.
    if let outline, outline.facts.areaForms.allSatisfy({ $0.town == nil }) { return outline.area(of: town) }
    return try? load().get().parser.area(of: town)
  }

  /// - Throws: what the file's parser throws, or ``DefinitionErrors``.
  public func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    try await self.load().get().parser.forecast(for: query, load: load)
  }

  /// The definition that the file extends, or the reason why there is none.
  private func base(_ name: String) -> Result<SiteDefinition, DefinitionError.Fault> {
    guard let parser = lookup(name) else {
      let known = names()
      let exists = known.contains { $0.lowercased() == name.lowercased() }
      return .failure(
        exists ? .circularExtension(name) : .unknownName(name, nearest: Suggestion(for: name, among: known).nearest))
    }
    guard let base = parser as? any ExtensibleParser else {
      return .failure(.badValue(name, expected: "a parser that has a site file"))
    }
    do throws(DefinitionErrors) { return .success(try base.siteFile.defined().definition) } catch {
      let isCircle = error.all.contains { if case .circularExtension = $0.fault { true } else { false } }
      return .failure(isCircle ? .circularExtension(name) : .brokenBase(name))
    }
  }

  /// A parser with only the facts of a built-in file; nil if there is no outline.
  private var outline: DefinedParser? {
    guard let builtIn else { return nil }
    return outlined.withLock { outlined in
      let parser = outlined ?? SiteDefinition(outlineOf: builtIn, file: path).map { DefinedParser($0) }
      outlined = .some(parser)
      return parser
    }
  }

  private func load() -> Result<Loaded, DefinitionErrors> {
    loaded.withLock { loaded in
      let result = loaded ?? Result { () throws(DefinitionErrors) in try read() }
      loaded = result
      return result
    }
  }

  private func read() throws(DefinitionErrors) -> Loaded {
    let text = try text()
    // Built-in files are checked by the tests, not at run time.
    let definition =
      builtIn == nil
      ? try SiteDefinition(checking: text, file: path, extending: base) : try SiteDefinition(yaml: text, file: path)
    let base = definition.extends.flatMap { lookup($0) } as? any ExtensibleParser
    let defined = DefinedParser(definition)
    return Loaded(defined: defined, parser: base?.reading(by: definition) ?? defined)
  }
}

extension ForecastParser {
  /// Reads the site file behind the parser, if there is one; throws all its errors.
  public func open() throws(DefinitionErrors) { try (self as? SiteFileParser)?.open() }
}
