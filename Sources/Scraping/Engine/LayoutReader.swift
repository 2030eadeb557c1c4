public import Basics
public import Markup
public import Weather

/// One layout of a site that a parser in Swift reads: it finds and dates the rows, the engine reads their fields.
public struct LayoutReader: Sendable {
  /// The layout's name.
  public let name: String
  private let section: Result<CompiledSection, DefinitionErrors>

  /// A layout as a section of a definition states it; whatever the kind of its rows, it may have every field.
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

  /// Checks the layout's expressions; throws all that is wrong with them.
  public func validate() throws(DefinitionErrors) { _ = try section.get() }

  /// The rows of a document.
  ///
  /// - Throws: ``DefinitionErrors``, ``MarkupError``.
  public func rows(in document: Document) throws -> [Node] {
    for case .xpath(let path) in try section.get().rows {
      let rows = try document.nodes(path.text)
      if !rows.isEmpty { return rows }
    }
    return []
  }

  /// What a row calls itself; empty where it says nothing.
  public func label(of row: Node) throws -> String {
    for selector in try section.get().date {
      guard case .xpath(let path) = selector.path, let found = try row.value(path) else { continue }
      return found.text
    }
    return ""
  }

  /// Where a layout's fields are sought.
  public enum Row {
    case node(Node)
    case json(JSON)
    /// A position in lists of one length, which are the members of an object.
    case position(Int, of: Int, in: JSON)
  }

  /// What is known beside the row.
  public struct Context {
    /// The page that the row is of.
    public var page: Page
    /// The units of its bare numbers; asked only where there is one.
    public var units: () throws(MarkupError) -> UnitSystem
    /// The offset of the place's clocks; asked only where a time comes without one.
    public var offset: Int?

    /// What is known of a page.
    public init(_ page: Page, offset: Int? = nil, units: @escaping () throws(MarkupError) -> UnitSystem) {
      self.page = page
      self.offset = offset
      self.units = units
    }
  }

  /// Reads the fields of a row that it lacks.
  ///
  /// - Parameters:
  ///   - row: the row, which has all that layouts before this one gave.
  ///   - fields: the fields that may be read; nil for all.
  ///   - day: the row's day, for times of day.
  ///   - place: where they are sought; asked only where one is missing that the layout may have, and nil where there is no
  ///     such row.
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
      // The source must mean the day itself.
      if let day, let time = value.time, time.day != day { continue }
      row.values.set(value, of: field, from: origin)
    }
  }
}

extension Weather.Row {
  /// Says which point of the compass the wind blows from where only the bearing is known.
  public mutating func nameWindDirection() {
    if wind.direction == nil { wind = Wind(speed: wind.speed, gust: wind.gust, degrees: wind.degrees) }
  }
}
