internal import Basics
public import Markup
public import Weather

/// A parser that runs a site definition.
public struct DefinedParser: ForecastParser {
  /// The definition; the parts that a question needs are compiled for each forecast.
  public let definition: SiteDefinition
  /// The definition's facts, with hosts, `needsTowns` and `makesDaysOfHours` derived where they follow from it.
  public let facts: SiteFacts

  /// Creates a parser from a definition known to be valid (``SiteDefinition/validate()``).
  public init(_ definition: SiteDefinition) {
    var definition = definition
    if definition.facts.hosts.isEmpty {
      let addresses = definition.pages.flatMap(\.get).compactMap { AddressTemplate($0)?.origin?.host }
      definition.facts.hosts = Set(addresses).sorted()
    }
    let place = definition.sections[.place] ?? []
    let makesDays = definition.isMadeOfHours(.days)
    definition.facts.makesDaysOfHours = makesDays
    definition.facts.needsTowns =
      makesDays && !place.contains { $0.fields["timeZone"] != nil } || place.contains { $0.fields["known"] != nil }
    self.definition = definition
    facts = definition.facts
  }

  /// The definition's name.
  public var name: String { definition.name }

  /// The town's area in the site's first suitable form: coordinates, or a form with a `town` template.
  public func area(of town: Town) -> String? {
    if let countries = facts.countries, !countries.contains(town.countryCode) { return nil }
    for form in facts.areaForms {
      if form.matches("0,0") { return town.coordinates.text }
      guard let template = form.town.flatMap({ AddressTemplate($0) }) else { continue }
      return template.text(of: town, definition.value)
    }
    return nil
  }

  /// Fetches the pages that the question needs, and reads them.
  ///
  /// - Throws: a ``ScrapingError``, ``DefinitionErrors`` if the definition is invalid, or what `load` throws.
  public func forecast(for query: ForecastQuery, load: PageLoader) async throws -> Forecast {
    let definition = query.question.isOverview ? definition.readFromOverview : definition
    let kinds = definition.kinds(for: query.question)
    guard !kinds.isEmpty else { throw ScrapingError.unsupported(site: facts.title, wanted: query.question.name) }
    let site = try CompiledSite(definition, only: kinds)
    var pages = try PageSet(site, query)
    for name in site.pageNames(for: kinds) { try await pages.fetch(name, load) }
    var reading = try ForecastReading(site, query, pages, kinds)
    return try reading.read()
  }
}

extension DefinedParser {
  /// Applies the definition's refusal rules on behalf of a parser in Swift; without a document only status and address
  /// are checked.
  ///
  /// - Throws: a ``ScrapingError``, or ``DefinitionErrors``.
  public func refuse(_ page: Page, _ document: Document?, _ query: ForecastQuery) throws {
    var pages = try PageSet(try CompiledSite(definition, only: []), query)
    try pages.check(page, document.map { PageContent(page, document: $0) })
  }
}

extension CompiledSite {
  /// The pages needed for some kinds of rows; the first that could be read becomes the forecast's main page.
  func pageNames(for kinds: [SiteDefinition.Section.Kind]) -> [String] {
    var names: [String] = []
    // Current conditions come last: their page may be optional.
    for kind in kinds.reversed() { names += sections[kind]?.compactMap(\.page) ?? [] }
    if let page = sections[.place]?.first?.page { names.append(page) }
    var known: Set<String> = []
    return names.filter { known.insert($0).inserted }
  }
}

extension AddressTemplate {
  /// Fills a `town` template from the town's name, region and country codes and coordinates.
  func text(of town: Town, _ entry: (String, String) -> String?) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let plain): text += plain
      case .clock: return nil
      case .variable(let name, let table):
        let values = [
          "name": town.name, "town": town.name, "region": town.regionCode, "country": town.countryCode,
          "latitude": Coordinates.text(town.coordinates.latitude),
          "longitude": Coordinates.text(town.coordinates.longitude),
        ]
        guard let value = values[name], let found = table.map({ entry(value, $0) }) ?? value else { return nil }
        text += found
      }
    }
    return text
  }
}
