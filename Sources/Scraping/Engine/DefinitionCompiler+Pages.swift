internal import Basics
internal import Markup

// Pages, their addresses, and refusal rules.
extension DefinitionCompiler {
  static func key(of page: SiteDefinition.Page) -> String {
    page.name == SiteDefinition.Page.unnamed ? page.name : "pages.\(page.name)"
  }

  mutating func page(_ source: SiteDefinition.Page) -> CompiledPage? {
    let key = Self.key(of: source)
    if source.get.isEmpty { report("\(key).get", source.position, .missingKey) }
    if source.get.count > Self.mostPages {
      report(
        "\(key).get", source.position, .badValue("\(source.get.count) addresses", expected: "\(Self.mostPages) at most")
      )
    }
    let addresses = source.get.compactMap { address($0, "\(key).get", source.position) }
    var inside: JSONPlace?
    if let text = source.inside {
      if text.hasPrefix("/") || text.hasPrefix("(") {
        if case .xpath(let path)? = path(text, .xpath, "\(key).inside", source.position) { inside = .element(path) }
      } else {
        inside = .behind(text)
      }
    }
    let language = language(of: source.name, rows: [])
    return CompiledPage(
      name: source.name, addresses: addresses, format: source.format, root: source.root, inside: inside,
      headers: source.headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" },
      take: Dictionary(
        uniqueKeysWithValues: source.take.map { ($0.key, ladder($0.value, language, "\(key).take.\($0.key)")) }),
      isOptional: source.isOptional, tries: source.tries)
  }

  mutating func address(_ text: String, _ key: String, _ position: SourcePosition?) -> AddressTemplate? {
    guard let template = AddressTemplate(text) else {
      report(key, position, .badAddress(text))
      return nil
    }
    let taken = definition.pages.flatMap { $0.take.keys }
    var known = variables.subtracting(["label", "position", "count"]).union(["days"])
    // Coordinates exist only if the area can be given as such.
    if !definition.facts.areaForms.contains(where: { $0.matches("0,0") }) {
      known.subtract(Set(["latitude", "longitude"]).subtracting(definition.facts.areaForms.flatMap(\.parts)))
    }
    known.formUnion(taken)
    for (name, table) in template.variables {
      if !known.contains(name) {
        report(key, position, .unknownPlaceholder(name, nearest: nearest(name, known.sorted())))
      }
      if let table, definition.tables[table] == nil {
        let nearest = self.nearest(table, definition.tables.keys.sorted())
        report(key, position, .unknownName(table, nearest: nearest))
      }
    }
    if let origin = template.origin {
      let hosts = definition.facts.hosts
      if !["https", "http", "ftp"].contains(origin.scheme) || !Self.isHost(origin.host) {
        report(key, position, .badAddress(text))
      } else if LocalNetwork.isLocal(host: origin.host) {
        report(key, position, .localAddress(origin.host))
      } else if !hosts.isEmpty, !hosts.contains(where: { $0.lowercased() == origin.host }) {
        report(key, position, .foreignHost(origin.host))
      }
    } else if case .variable(let name, _)? = template.pieces.first, taken.contains(name) {
      // An address taken from an answer is checked at run time.
    } else {
      report(key, position, .badAddress(text))
    }
    return template
  }

  mutating func refusal(_ source: SiteDefinition.Refusal) -> CompiledRefusal? {
    if source.status == nil, source.has.isEmpty, source.address == nil {
      report("refuse.has", source.position, .missingKey)
    }
    func language(_ text: String) -> Language { text.hasPrefix("$") ? .json : .xpath }
    return CompiledRefusal(
      source: source, address: pattern(source.address, "refuse.address", source.position),
      has: source.has.compactMap { selector($0, language($0.at), "refuse.has") },
      says: source.says.compactMap { selector($0, language($0.at), "refuse.says") })
  }

  /// Maximum number of pages per question, and of addresses per page.
  static let mostPages = 8

  /// Reports pages whose addresses depend on themselves, and questions that need too many pages.
  ///
  /// - Parameter questions: for each question, the pages that its sections use.
  mutating func checkPages(_ questions: [[String]]) {
    let pages = definition.pages
    let given = Set(["area", "latitude", "longitude", "days"] + definition.facts.areaForms.flatMap(\.parts))
    /// The placeholders of a page's addresses that come from other pages.
    func needs(_ page: SiteDefinition.Page) -> [String] {
      page.get.flatMap { AddressTemplate($0)?.variables.map(\.name) ?? [] }.filter { name in
        !given.contains(name) && pages.contains { $0.take[name] != nil }
      }
    }
    var taken: Set<String> = []
    var open = pages
    while let index = open.firstIndex(where: { needs($0).allSatisfy(taken.contains) }) {
      taken.formUnion(open.remove(at: index).take.keys)
    }
    for page in open {
      guard let name = needs(page).first(where: { !taken.contains($0) }) else { continue }
      report("\(Self.key(of: page)).get", page.position, .pageLoop(placeholder: name))
    }
    for names in questions {
      var needed = Set(names)
      while true {
        let wanted = Set(pages.filter { needed.contains($0.name) }.flatMap(needs))
        let more = needed.union(pages.filter { !wanted.isDisjoint(with: $0.take.keys) }.map(\.name))
        if more == needed { break }
        needed = more
      }
      if needed.count > Self.mostPages { report("pages", nil, .tooManyPages(needed.count, limit: Self.mostPages)) }
    }
  }
}
