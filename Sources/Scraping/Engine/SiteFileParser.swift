internal import Basics
public import Weather

/// A parser that reads what is data about its site from a site file, so that another file may extend it.
public protocol ExtensibleParser: ForecastParser {
  /// The file.
  var siteFile: SiteFileParser { get }

  /// The parser with another definition in place of its file's, to which it adds.
  func reading(by definition: SiteDefinition) -> any ForecastParser
}

/// A site that a file defines. The file is read when its facts or a forecast are asked for: the name needs no reading.
public final class SiteFileParser: ExtensibleParser {
  /// Finds the parser that a file extends, by its name; nil where there is none.
  public typealias Lookup = @Sendable (_ name: String) -> (any ForecastParser)?

  /// The file's name without its ending.
  public let name: String
  /// The path of a file that a user wrote; nil for a built-in one.
  public let userFile: String?
  private let file: String
  private let builtIn: String?
  private let lookup: Lookup
  private let names: @Sendable () -> [String]
  private let loaded = Locked<Result<Loaded, DefinitionErrors>?>(nil)

  /// A built-in site by its name, and the path and the text of its file.
  public init(name: String, file: String, text: String) {
    self.name = name
    self.file = file
    builtIn = text
    userFile = nil
    lookup = { _ in nil }
    names = { [] }
  }

  /// A site of a file that a user wrote, which is read and checked to the last key when it is needed.
  ///
  /// - Parameters:
  ///   - lookup: finds the parser that the file extends.
  ///   - names: the names of all parsers, for errors.
  public init(
    name: String, file: String, names: @escaping @Sendable () -> [String] = { [] }, extending lookup: @escaping Lookup
  ) {
    self.name = name
    self.file = file
    builtIn = nil
    userFile = file
    self.lookup = lookup
    self.names = names
  }

  /// What is made of a file.
  private struct Loaded {
    /// The parser of the definition alone.
    let defined: DefinedParser
    /// The parser that is asked: of an extension of a parser in Swift that one.
    let parser: any ForecastParser
  }

  /// The file's text; throws where it cannot be read.
  public func text() throws(DefinitionErrors) -> String {
    if let builtIn { return builtIn }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try InputFile.read(file, limit: YAMLNode.longest) } catch {
      var position: SourcePosition?
      if case .tooLarge = error { position = SourcePosition(line: 1, column: 1) }
      throw DefinitionErrors([DefinitionError(file: file, at: position, key: "", .unreadable(reason: error.reason))])
    }
    return try SiteDefinition.text(of: bytes, file: file)
  }

  /// This one.
  public var siteFile: SiteFileParser { self }

  /// What the file defines, with that which it extends; nil for a file that is wrong.
  public var definition: SiteDefinition? { try? defined().definition }

  /// The parser of the definition; throws all that is wrong with the file.
  public func defined() throws(DefinitionErrors) -> DefinedParser { try load().get().defined }

  /// The parser that the file defines, with another definition.
  public func reading(by definition: SiteDefinition) -> any ForecastParser {
    ((try? load().get().parser) as? any ExtensibleParser)?.reading(by: definition) ?? DefinedParser(definition)
  }

  /// Reads the file; throws all that is wrong with it.
  public func open() throws(DefinitionErrors) { _ = try load().get() }

  /// Checks all that is in the file; throws all that is wrong with it.
  public func validate() throws(DefinitionErrors) { try defined().definition.validate() }

  /// What the file says of the site; of one that is wrong nothing but the name.
  public var facts: SiteFacts { (try? defined().facts) ?? SiteFacts(unknown: name) }

  /// As the parser that the file defines.
  public func area(of town: Town) -> String? { try? load().get().parser.area(of: town) }

  /// - Throws: as the parser that the file defines, or ``DefinitionErrors``.
  public func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    try await self.load().get().parser.forecast(for: query, load: load)
  }

  /// The definition that the file extends, or why there is none.
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

  private func load() -> Result<Loaded, DefinitionErrors> {
    loaded.withLock { loaded in
      let result = loaded ?? Result { () throws(DefinitionErrors) in try read() }
      loaded = result
      return result
    }
  }

  private func read() throws(DefinitionErrors) -> Loaded {
    let text = try text()
    // Built-in files are checked by the tests.
    let definition =
      builtIn == nil
      ? try SiteDefinition(checking: text, file: file, extending: base) : try SiteDefinition(yaml: text, file: file)
    let base = definition.extends.flatMap { lookup($0) } as? any ExtensibleParser
    let defined = DefinedParser(definition)
    return Loaded(defined: defined, parser: base?.reading(by: definition) ?? defined)
  }
}

extension ForecastParser {
  /// Reads the file that defines the parser, where there is one; throws all that is wrong with it.
  public func open() throws(DefinitionErrors) { try (self as? SiteFileParser)?.open() }
}
