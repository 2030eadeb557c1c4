internal import Basics
internal import Weather

/// Reads the page by a draft with one more section, to see which of its guesses give values.
struct DraftTrial {
  private var draft: SiteDraft
  private var section: SiteDraft.Section

  init(_ draft: SiteDraft, with section: SiteDraft.Section) {
    self.draft = draft
    self.section = section
  }

  /// The section with those guesses that load and give a value on half of the rows that have a text there; nil where its rows
  /// cannot be read.
  func outcome() -> SiteDraft.Section? {
    var result = section
    var known: [Int: Int] = [:]
    var rows = 0
    // Of guesses at one field each is tried alone.
    let rounds = Dictionary(grouping: section.fields.indices) { section.fields[$0].key }
    for round in 0..<(min(rounds.values.map(\.count).max() ?? 0, 4)) {
      let tried = rounds.values.compactMap { round < $0.count ? $0[round] : nil }.sorted()
      guard let counts = counts(tried) else { continue }
      rows = max(rows, counts.rows)
      known.merge(counts.known) { $1 }
    }
    guard rows > 0 else { return nil }
    result.fields = section.fields.indices.filter { known[$0] ?? 0 > 0 }.map { section.fields[$0] }
    return result
  }

  /// On how many rows guesses gave a value, by their positions; those that do not load are left out.
  private func counts(_ tried: [Int]) -> (rows: Int, known: [Int: Int])? {
    var tried = tried
    while !tried.isEmpty {
      var trial = section
      trial.fields = tried.map { index in
        var line = section.fields[index]
        line.isActive = true
        return line
      }
      let text = draft.text(of: trial)
      do throws(DefinitionErrors) {
        let definition = try SiteDefinition(checking: text.yaml, file: "\(draft.name).yaml")
        return read(definition, tried)
      } catch {
        let lines = Set(error.all.compactMap { $0.position?.line })
        let broken = tried.indices.filter { lines.contains(text.firstField + $0) }
        if broken.isEmpty { return nil }
        for index in broken.reversed() { tried.remove(at: index) }
      }
    }
    return nil
  }

  private func read(_ definition: SiteDefinition, _ tried: [Int]) -> (rows: Int, known: [Int: Int]) {
    guard let site = try? CompiledSite(definition, only: [section.guess.kind]) else { return (0, [:]) }
    guard let compiled = site.sections[section.guess.kind]?.first, let page = site.pages.first,
      let content = try? PageContent(draft.sample.page, as: page, site: definition.facts.title)
    else { return (0, [:]) }
    let zone = PlaceZone(.text("UTC"), at: draft.clock)
    let finder = ValueFinder(compiled, content, zone: zone, now: draft.clock)
    var known: [Int: Int] = [:]
    var count = 0
    for row in ((try? finder.rows()) ?? []).prefix(GuessedRows.sampled) {
      guard let date = try? finder.date(compiled.date, at: row) else { continue }
      finder.setLabel(date.text)
      count += 1
      for index in tried {
        let key = section.fields[index].key
        guard let field = compiled.fields.first(where: { $0.name == key }),
          let values = try? finder.values(
            [field], of: row, on: date.day ?? date.moment?.day ?? date.label.map { _ in draft.clock.day })
        else { continue }
        if !values.isEmpty || !values.others.isEmpty { known[index, default: 0] += 1 }
      }
    }
    return (count, known)
  }
}
