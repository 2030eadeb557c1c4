public import Basics
public import Markup
public import Weather

/// One layout of a site with a parser in Swift: the parser finds and dates the rows, the engine reads their fields.
public struct LayoutReader: Sendable {
  /// The layout's name.
  public let name: String
  private let section: Result<CompiledSection, DefinitionErrors>

  /// Compiles a section; it may have every field of the catalogue, whatever its kind.
  public init(_ section: SiteDefinition.Section, as format: SiteDefinition.Page.Format = .html) {
    name = section.layout
    var section = section
    section.page = nil
    let page = SiteDefinition.Page(get: [], as: format)
    let definition = SiteDefinition(
      name: section.layout, facts: SiteFacts(unknown: section.layout), pages: [page], sections: [:])
    var compiler = DefinitionCompiler(definition)
    let compiled = compiler.section(section, of: .current, known: Field.all.map(\.key))
    let finished = Result { () throws(DefinitionErrors) in try compiler.finish() }
    self.section = finished.map { compiled ?? CompiledSection(kind: .current, layout: section.layout, page: nil) }
  }

  /// Checks the layout's expressions; throws all their errors.
  public func validate() throws(DefinitionErrors) { _ = try section.get() }

  /// Finds the rows of a document.
  ///
  /// - Throws: ``DefinitionErrors``, ``MarkupError``.
  public func rows(in document: Document) throws -> [Node] {
    for case .xpath(let path) in try section.get().rows {
      let rows = try document.nodes(path.text)
      if !rows.isEmpty { return rows }
    }
    return []
  }

  /// A row's label; empty if it has none.
  public func label(of row: Node) throws -> String {
    for selector in try section.get().date {
      guard case .xpath(let path) = selector.path, let found = try row.value(path) else { continue }
      return found.text
    }
    return ""
  }

  /// The node or JSON value in which fields are searched.
  public enum Row {
    case node(Node)
    case json(JSON)
    /// An index into the parallel arrays of a JSON object, all of the given length.
    case position(Int, of: Int, in: JSON)
  }

  /// Context for reading a row.
  public struct Context {
    /// The row's page.
    public var page: Page
    /// Returns the units of numbers without one; called only if there is such a number.
    public var units: () throws(MarkupError) -> UnitSystem
    /// UTC offset of the place in seconds, for times without a zone.
    public var offset: Int?

    /// Creates a context.
    public init(_ page: Page, offset: Int? = nil, units: @escaping () throws(MarkupError) -> UnitSystem) {
      self.page = page
      self.offset = offset
      self.units = units
    }
  }

  /// Reads the fields that a row lacks.
  ///
  /// - Parameters:
  /// - row: the row with the values from earlier layouts.
  /// - fields: the fields to read; nil for all.
  /// - day: the row's date, for times of day.
  /// - place: returns the node to search; called only if a field of this layout is missing. Nil if there is none.
  /// - Throws: ``DefinitionErrors``, ``MarkupError``, and what `place` throws.
  public func fill<R: Weather.Row>(
    _ row: inout R, only fields: Set<Field>? = nil, day: CalendarDay? = nil, _ context: Context,
    at place: () throws -> Row?
  ) throws {
    let section = try section.get()
    let missing = section.fields.filter { field in
      guard let known = field.field, R.kind.fields.contains(known), fields?.contains(known) ?? true else {
        return false
      }
      return row.values[known] == nil
    }
    guard !missing.isEmpty, let place = try place() else { return }
    let content: PageContent
    let start: PageContent.Row
    switch place {
    case .node(let node):
      (content, start) = (PageContent(context.page, document: node.document), .node(node))
    case .json(let json): (content, start) = (PageContent(context.page, json: json), .json(json))
    case .position(let index, let count, let columns):
      (content, start) = (PageContent(context.page, json: columns), .position(index, of: count, in: columns))
    }
    let zone = context.offset.map { PlaceZone.offset($0) }
    var finder = ValueFinder(section, content, zone: zone, now: context.page.fetched)
    finder.pageUnits = context.units
    let found = try finder.values(missing, of: start, on: day).fields
    for (field, origin) in found.origins {
      guard let value = found[field] else { continue }
      // Skips a time of another date.
      if let day, let time = value.time, time.day != day { continue }
      row.values.set(value, of: field, from: origin)
    }
  }
}

extension Weather.Row {
  /// Sets the compass point of the wind if only the bearing is known.
  public mutating func nameWindDirection() {
    if wind.direction == nil { wind = Wind(speed: wind.speed, gust: wind.gust, degrees: wind.degrees) }
  }
}
