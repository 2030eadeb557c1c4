extension SiteDefinition {
  /// This definition with what another one adds: its layouts and refusals come before these, its pages and tables replace
  /// those of the same name, and its facts are all taken, since they began as these (``SiteFile``).
  func extended(by addition: SiteDefinition) -> SiteDefinition {
    var site = addition
    // A repair that nobody has accepted is one for whatever stands on it.
    if site.repair?.status != .proposed, repair?.status == .proposed { site.repair = repair }
    site.refusals += refusals
    site.tables.merge(tables) { added, _ in added }
    for kind in site.sections.keys {
      for index in site.sections[kind]?.indices ?? 0..<0 where site.sections[kind]?[index].layout.isEmpty == true {
        // A layout is known by its name, in errors and by parsers in Swift.
        site.sections[kind]?[index].layout = index == 0 ? "extension" : "extension \(index + 1)"
      }
    }
    for (kind, layouts) in sections { site.sections[kind, default: []] += layouts }
    site.pages = pages
    for page in addition.pages {
      // `page`, without a name, stands for the first one.
      if let index = page.name == Page.unnamed ? 0 : pages.firstIndex(where: { $0.name == page.name }), !pages.isEmpty {
        site.pages[index] = page
        site.pages[index].name = pages[index].name
      } else {
        site.pages.append(page)
      }
    }
    // Hosts that were left out stand in the addresses, those of new pages too.
    if addition.facts.hosts == facts.hosts, !facts.hosts.isEmpty {
      let added = addition.pages.flatMap(\.get).compactMap { AddressTemplate($0)?.origin?.host }
      site.facts.hosts = Set(facts.hosts + added).sorted()
    }
    return site
  }
}
