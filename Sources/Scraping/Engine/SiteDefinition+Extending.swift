extension SiteDefinition {
  /// Merges an extending definition into this one: its layouts and refusals come first, its pages and tables replace
  /// those of the same name, and its facts replace all, because they started as a copy of these (``SiteFile``).
  func extended(by addition: SiteDefinition) -> SiteDefinition {
    var site = addition
    // Whatever extends an unaccepted repair is unaccepted, too.
    if site.repair?.status != .proposed, repair?.status == .proposed { site.repair = repair }
    site.refusals += refusals
    site.tables.merge(tables) { added, _ in added }
    for kind in site.sections.keys {
      for index in site.sections[kind]?.indices ?? 0..<0 where site.sections[kind]?[index].layout.isEmpty == true {
        // A layout needs a name, for errors and for parsers in Swift.
        site.sections[kind]?[index].layout = index == 0 ? "extension" : "extension \(index + 1)"
      }
    }
    for (kind, layouts) in sections { site.sections[kind, default: []] += layouts }
    site.pages = pages
    for page in addition.pages {
      // The unnamed `page` means the first one.
      if let index = page.name == Page.unnamed ? 0 : pages.firstIndex(where: { $0.name == page.name }), !pages.isEmpty {
        site.pages[index] = page
        site.pages[index].name = pages[index].name
      } else {
        site.pages.append(page)
      }
    }
    // Hosts not listed in a file are derived from the addresses, including those of added pages.
    if addition.facts.hosts == facts.hosts, !facts.hosts.isEmpty {
      let added = addition.pages.flatMap(\.get).compactMap { AddressTemplate($0)?.origin?.host }
      site.facts.hosts = Set(facts.hosts + added).sorted()
    }
    return site
  }
}
