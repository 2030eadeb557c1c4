internal import Basics
public import Weather

/// A site that a file defines. The file is read when its facts or a forecast are asked for: the name needs no reading.
public final class SiteFileParser: ForecastParser {
  /// The file's name without its ending.
  public let name: String
  private let file: String
  private let text: String
  private let loaded = Locked<Result<DefinedParser, DefinitionErrors>?>(nil)

  /// A site by its name, and the path and the text of its file.
  public init(name: String, file: String, text: String) {
    self.name = name
    self.file = file
    self.text = text
  }

  /// What the file defines, or all that is wrong with it.
  public func load() -> Result<DefinedParser, DefinitionErrors> {
    loaded.withLock { loaded in
      let result =
        loaded
        ?? Result { () throws(DefinitionErrors) in
          DefinedParser(try SiteDefinition(yaml: text, file: file))
        }
      loaded = result
      return result
    }
  }

  /// Checks all that is in the file; throws all that is wrong with it.
  public func validate() throws(DefinitionErrors) { try load().get().definition.validate() }

  /// What the file says of the site; of one that is wrong nothing but the name.
  public var facts: SiteFacts {
    if case .success(let parser) = load() { return parser.facts }
    return SiteFacts(unknown: name)
  }

  /// As the parser that the file defines.
  public func area(of town: Town) -> String? {
    if case .success(let parser) = load() { return parser.area(of: town) }
    return nil
  }

  /// - Throws: as the parser that the file defines, or ``DefinitionErrors``.
  public func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    try await self.load().get().forecast(for: query, load: load)
  }
}

extension ForecastParser {
  /// Reads the file that defines the parser, where there is one; throws all that is wrong with it.
  public func open() throws(DefinitionErrors) { _ = try (self as? SiteFileParser)?.load().get() }
}
