extension SiteDefinition {
  /// This definition with what another one adds: its layouts and refusals come before these, its pages and tables replace
  /// those of the same name, and its facts are all taken, since they began as these (``SiteFile``).
  func extended(by addition: SiteDefinition) -> SiteDefinition {
    var site = addition
    site.refusals += refusals
    site.tables.merge(tables) { added, _ in added }
    for (kind, layouts) in sections { site.sections[kind, default: []] += layouts }
    site.place = place.map { place in addition.place.map { place.extended(by: $0) } ?? place } ?? addition.place
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

extension SiteDefinition.Section {
  /// This section with another's fields before its own; the other one alone where it stands on another page.
  fileprivate func extended(by addition: Self) -> Self {
    if let page = addition.page, page != self.page { return addition }
    var section = self
    section.fields.merge(addition.fields) { own, added in added + own }
    if !addition.zone.isEmpty { section.zone = addition.zone }
    return section
  }
}
