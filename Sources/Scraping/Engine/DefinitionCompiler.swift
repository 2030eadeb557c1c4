internal import Basics
internal import Markup
internal import Weather

extension CompiledSite {
  /// Compiles a definition.
  ///
  /// - Parameter kinds: the kinds of rows that are needed; nil to compile and check everything.
  /// - Throws: all errors in these parts.
  init(_ definition: SiteDefinition, only kinds: [SiteDefinition.Section.Kind]? = nil) throws(DefinitionErrors) {
    var compiler = DefinitionCompiler(definition)
    self.definition = definition
    let needed = definition.sections.filter { $0.key == .place || kinds?.contains($0.key) ?? true }
    for kind in SiteDefinition.Section.Kind.allCases {
      for section in needed[kind] ?? [] {
        var section = section
        if section.madeFrom == "days" {
          for var days in definition.sections[.days] ?? [] {
            days.page = section.page ?? days.page
            compiler.section(days, of: .days).map { sections[kind, default: []].append($0) }
          }
          continue
        }
        if let other = section.madeFrom {
          if other != "hours" || definition.sections[.hours] == nil {
            compiler.report("\(kind.rawValue).from", section.position, .unknownName(other, nearest: "hours"))
          }
          continue
        }
        if section.units.isEmpty, kind != .place { section.units = definition.units }
        compiler.section(section, of: kind).map { sections[kind, default: []].append($0) }
      }
    }
    pages = definition.pages.compactMap { compiler.page($0) }
    refusals = definition.refusals.compactMap { compiler.refusal($0) }
    if kinds == nil {
      compiler.checkFacts()
      let withHours: [SiteDefinition.Section.Kind] = [.current, .hours]
      compiler.checkPages(
        [definition.sections.keys.filter { $0 != .hours || definition.isMadeOfHours(.days) }, withHours].map {
          pageNames(for: $0)
        })
    }
    try compiler.finish()
  }
}

extension SiteDefinition {
  /// Checks the whole definition; throws all its errors.
  public func validate() throws(DefinitionErrors) { _ = try CompiledSite(self) }
}

/// Compiles the parts of a definition and collects their errors.
struct DefinitionCompiler {
  let definition: SiteDefinition
  private var errors: [DefinitionError] = []
  private let pageNames: [String]

  init(_ definition: SiteDefinition) {
    self.definition = definition
    pageNames = definition.pages.map(\.name)
  }

  func finish() throws(DefinitionErrors) {
    if !errors.isEmpty { throw DefinitionErrors(errors.inOrder) }
  }

  mutating func report(_ key: String, _ position: SourcePosition?, _ fault: DefinitionError.Fault) {
    var key = key
    // A selector or page written as a plain text has no `at` or `get` key in the file.
    for ending in [".at", ".get"] where key.hasSuffix(ending) && fault != .missingKey {
      let isWritten = definition.positions.isEmpty || definition.positions[key] != nil
      if !isWritten { key.removeLast(ending.count) }
    }
    errors.append(
      DefinitionError(file: definition.file ?? definition.name, at: place(of: key, position), key: key, fault))
  }

  /// Finds a key's position: the first one at or after its map's, else the map's, else that of the closest parent key.
  private func place(of key: String, _ map: SourcePosition?) -> SourcePosition? {
    let places = definition.positions[key] ?? []
    if let map { return places.first { $0 >= map } ?? map }
    if let first = places.first { return first }
    guard let dot = key.lastIndex(of: ".") else {
      return definition.positions.isEmpty ? nil : SourcePosition(line: 1, column: 1)
    }
    return place(of: String(key[..<dot]), nil)
  }

  /// The most similar known name.
  func nearest(_ name: String, _ known: [String]) -> String? { Suggestion(for: name, among: known).nearest }

  // MARK: - Expressions

  /// The expression language of a page, or of a row on it.
  enum Language {
    case xpath, json
    /// HTML with embedded JSON: expressions with `$` are JSONPath; if rows are JSON, so is everything that does not
    /// begin with `/`.
    case both(rowsAreJSON: Bool)
  }

  func language(of page: String?, rows: [SiteDefinition.Selector]) -> Language {
    guard let page = definition.pages.first(where: { $0.name == page }) ?? definition.pages.first else { return .xpath }
    if page.inside != nil { return .both(rowsAreJSON: rows.contains { $0.at.hasPrefix("$") }) }
    return page.format == .json || page.format == .csv ? .json : .xpath
  }

  mutating func path(_ text: String, _ language: Language, _ key: String, _ position: SourcePosition?) -> ValuePath? {
    let isJSON =
      switch language {
      case .xpath: false
      case .json: true
      case .both(let rowsAreJSON): rowsAreJSON ? !text.hasPrefix("/") : text.hasPrefix("$")
      }
    do throws(MarkupError) {
      if isJSON { return .json(try JSONPath(text)) }
      let xpath = try XPath(text)
      let unknown = xpath.variables.isEmpty ? [] : xpath.variables.subtracting(variables).sorted()
      for name in unknown {
        report(
          key, position, .badXPath(text, reason: "$\(name) is none of \(variables.sorted().joined(separator: ", "))"))
      }
      return .xpath(xpath)
    } catch {
      switch error {
      case .badJSONPath(_, let reason): report(key, position, .badJSONPath(text, reason: reason))
      case .badXPath(_, let reason): report(key, position, .badXPath(text, reason: reason))
      default: report(key, position, .badXPath(text, reason: "\(error)"))
      }
      return nil
    }
  }

  /// The variables that expressions may use.
  var variables: Set<String> {
    Set(definition.facts.areaForms.flatMap(\.parts)).union([
      "area", "latitude", "longitude", "label", "position", "count",
    ])
  }

  mutating func pattern(_ text: String?, _ key: String, _ position: SourcePosition?) -> Pattern? {
    guard let text else { return nil }
    do throws(Pattern.Fault) { return try Pattern(text) } catch {
      report(key, position, .badPattern(text, reason: error.reason))
      return nil
    }
  }

  mutating func ladder(
    _ selectors: [SiteDefinition.Selector], _ language: Language, _ key: String
  ) -> [CompiledSelector] {
    selectors.compactMap { selector($0, language, key) }
  }

  mutating func selector(_ source: SiteDefinition.Selector, _ language: Language, _ key: String) -> CompiledSelector? {
    let position = source.position
    guard let path = path(source.at, language, "\(key).at", position) else { return nil }
    var selector = CompiledSelector(path)
    // `temperature.value` is a member of `temperature`.
    if case .json(let own) = path, let name = own.lastName, own.text.hasSuffix(".\(name)") {
      let owner = String(own.text.dropLast(name.count + 1))
      if !owner.hasSuffix("."), case .json(let owner)? = self.path(owner, language, "\(key).at", position) {
        selector.owner = owner
      }
    }
    selector.along = source.along.flatMap { self.path($0, .xpath, "\(key).along", position) }
    selector.and = source.and.compactMap { self.path($0, language, "\(key).and", position) }
    selector.missing = source.missing
    selector.missingNumbers = source.missing.compactMap { Double($0) }
    selector.drop = pattern(source.drop, "\(key).drop", position)
    selector.match = pattern(source.match, "\(key).match", position)
    selector.sentence = source.sentence
    selector.times = source.times
    selector.decimals = source.decimals
    selector.by = source.by.flatMap { self.path($0, language, "\(key).by", position) }
    if let name = source.basis {
      selector.basis = Field(name)
      if selector.basis == nil {
        report("\(key).basis", position, .unknownName(name, nearest: nearest(name, Field.all.map { $0.key })))
      }
    }
    if let name = source.words {
      selector.words = WordTable(name, of: definition)
      if selector.words == nil {
        let known = WordTable.builtIn + definition.tables.keys.sorted()
        report("\(key).words", position, .unknownName(name, nearest: nearest(name, known)))
      }
    }
    selector.unit = source.unit.flatMap { unit($0, language, "\(key).unit", position) }
    selector.zone = source.zone.flatMap { zone($0, language, "\(key).zone", position) }
    selector.since = source.since.flatMap { self.path($0, language, "\(key).since", position) }
    switch source.format {
    case nil: break
    case "label": selector.format = .label
    case "clock": selector.format = .clock
    case let letters?:
      if let pattern = DatePattern(letters) {
        selector.format = .letters(pattern)
      } else {
        report(
          "\(key).format", position, .badValue(letters, expected: "label, clock, or letters such as yyyy-MM-dd HH:mm"))
      }
    }
    return selector
  }

  private mutating func unit(
    _ text: String, _ language: Language, _ key: String, _ position: SourcePosition?
  ) -> UnitSource? {
    if ValueUnit.isName(text) { return .named(text) }
    if let nearest = ValueUnit.misspelt(text) {
      report(key, position, .unknownName(text, nearest: nearest.isEmpty ? nil : nearest))
      return nil
    }
    guard let path = path(text, language, key, position) else { return nil }
    if case .xpath(let xpath) = path, text.hasPrefix("@") || text.hasPrefix("../") { return .attribute(xpath) }
    return .path(path)
  }

  private mutating func zone(
    _ text: String, _ language: Language, _ key: String, _ position: SourcePosition?
  ) -> ZoneSource? {
    if text == "place" { return .place }
    if let zone = fixedZone(text) { return .fixed(zone) }
    if isMisspeltZone(text, key, position) { return nil }
    return path(text, language, key, position).map { .path($0) }
  }

  /// Reports a text that looks like a zone name but is not a known one; returns whether it did.
  private mutating func isMisspeltZone(_ text: String, _ key: String, _ position: SourcePosition?) -> Bool {
    guard PlaceZone.looksLikeName(text), fixedZone(text) == nil else { return false }
    report(key, position, .unknownName(text, nearest: PlaceZone.nearestName(text)))
    return true
  }

  /// The zone with that name or offset; nil for an expression.
  private func fixedZone(_ text: String) -> PlaceZone? {
    PlaceZone(.text(text), at: LocalTime(secondsSince1970: 0, offset: 0))
  }

  private mutating func units(_ source: SiteDefinition.Units, _ language: Language, _ key: String) -> CompiledUnits {
    var units = CompiledUnits()
    units.all = source.all.compactMap { unit($0.at, language, key, $0.position) }
    for (name, ladder) in source.byQuantity {
      guard let quantity = ValueKind.Quantity(rawValue: name) else {
        let known = ValueKind.Quantity.allCases.map(\.rawValue)
        report("\(key).\(name)", ladder.first?.position, .unknownKey(nearest: nearest(name, known)))
        continue
      }
      units.byQuantity[quantity] = ladder.compactMap { unit($0.at, language, "\(key).\(name)", $0.position) }
    }
    return units
  }

  // MARK: - Sections

  mutating func section(
    _ source: SiteDefinition.Section, of kind: SiteDefinition.Section.Kind, known: [String]? = nil
  ) -> CompiledSection? {
    let key = kind.rawValue
    if let page = source.page, !pageNames.contains(page) {
      report("\(key).page", source.position, .unknownName(page, nearest: nearest(page, pageNames)))
      return nil
    }
    let page = source.page ?? (kind == .place ? nil : pageNames.first)
    let language = language(of: page, rows: source.rows + source.columns)
    var section = CompiledSection(kind: kind, layout: source.layout, page: page)
    section.rows = source.rows.compactMap { path($0.at, language, "\(key).rows", $0.position) }
    section.columns = source.columns.compactMap { path($0.at, language, "\(key).columns", $0.position) }
    let dateKey = kind == .hours || kind == .current ? "time" : "date"
    section.date = ladder(source.date, language, "\(key).\(dateKey)")
    if source.date.isEmpty, [.days, .halves, .hours].contains(kind) {
      report("\(key).\(dateKey)", source.position, .missingKey)
    }
    section.winds = source.winds.compactMap { path($0.at, language, "\(key).winds", $0.position) }
    section.today = ladder(source.today, language, "\(key).today")
    section.day = ladder(source.day, language, "\(key).day")
    section.night = ladder(source.night, language, "\(key).night")
    section.lowsAreNights = source.lowsAreNights || kind == .halves
    section.zone = source.zone.compactMap { zone($0.at, language, "\(key).zone", $0.position) }
    if let quality = source.quality {
      let passes = pattern(quality.match ?? "", "\(key).quality.match", quality.position)
      if let at = path(quality.at, language, "\(key).quality.at", quality.position), let passes {
        section.quality = (at, passes)
      }
    }
    section.oldest = source.oldest
    section.point = ladder(source.point, language, "\(key).point")
    section.units = units(source.units, language, "\(key).units")
    section.fields = fields(source.fields, known: known ?? kind.fieldNames, of: kind, language, key)
    for ahead in source.ahead {
      let stretch = "\(key).ahead"
      if ahead.hours == nil, ahead.until.isEmpty { report("\(stretch).until", ahead.position, .missingKey) }
      section.ahead.append(
        CompiledAhead(
          seconds: ahead.hours.map { $0 * 3600 },
          rows: ahead.rows.compactMap { path($0.at, language, "\(stretch).rows", $0.position) },
          from: ladder(ahead.from, language, "\(stretch).from"),
          until: ladder(ahead.until, language, "\(stretch).until"),
          fields: fields(
            ahead.fields, known: SiteDefinition.Section.Kind.aheadFieldNames, of: kind, language, stretch)))
    }
    return section
  }

  private mutating func fields(
    _ source: [String: [SiteDefinition.Selector]], known: [String], of kind: SiteDefinition.Section.Kind,
    _ language: Language, _ key: String
  ) -> [CompiledField] {
    // A wind in one text only fills what separate wind fields leave open, so it is read last.
    source.sorted { ($0.key == "wind" ? 1 : 0, $0.key) < ($1.key == "wind" ? 1 : 0, $1.key) }.compactMap {
      name, selectors in
      guard known.contains(name) else {
        let nearest = self.nearest(name, known)
        report("\(key).\(name)", selectors.first?.position, .unknownKey(nearest: nearest))
        return nil
      }
      let ladder = selectors.compactMap { source -> CompiledSelector? in
        if name == "timeZone" {
          if isMisspeltZone(source.at, "\(key).\(name)", source.position) { return nil }
          if fixedZone(source.at) != nil { return CompiledSelector(.constant(source.at)) }
        }
        return selector(source, language, "\(key).\(name)")
      }
      return CompiledField(name, ladder)
    }
  }
}
