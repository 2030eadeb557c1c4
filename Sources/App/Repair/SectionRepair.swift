import Basics
import Repair
import Scraping
import Weather

/// What came of one kind of rows.
struct SectionRepair: Sendable {
  let kind: SiteDefinition.Section.Kind
  /// What was learned and confirmed; nil where nothing was.
  var learned: LearnedSection?
  /// Fields that agree with what is known, but not surely enough: told, and not read.
  var proposed: [String: [SiteDefinition.Selector]] = [:]
  /// Why nothing was learned.
  var trouble: Trouble?
  /// Why fields were refused where nothing was learned at all.
  var refused: [Field: FieldRefusal]?
  /// On how many pages it stands.
  var pages = 0
  /// What of the rows that the site file still reads does not agree with what is known.
  var doubted: Set<Field> = []
}

/// Learns and verifies the sections of a site, kind by kind.
struct SiteRepair {
  let parser: any ExtensibleParser
  let definition: SiteDefinition
  /// Each page with what is known of it.
  let pages: [(page: RepairPage, known: [KnownReport])]

  /// The kinds of rows that are learned; a site has others only with their pages' own.
  static let kinds: [SiteDefinition.Section.Kind] = [.days, .halves, .hours]

  /// Whether a site has any of these rows on pages of HTML.
  static func canLearn(_ definition: SiteDefinition) -> Bool {
    kinds.contains { kind in
      (definition.sections[kind] ?? []).contains { section in
        let page = definition.pages.first { $0.name == section.page } ?? definition.pages.first
        return section.madeFrom == nil && page?.format == .html
      }
    }
  }

  func sections() async throws -> [SectionRepair] {
    let site = parser.facts.title
    var trees: [(RepairPage, PageTree, [KnownReport])] = []
    for (page, known) in pages {
      guard let document = try? page.page.html(site: site) else { continue }
      trees.append((page, PageTree(document), known))
    }
    if trees.isEmpty { throw RepairError.noMarkup(site: site) }
    var found: [SectionRepair] = []
    for kind in Self.kinds where definition.sections[kind]?.contains(where: { $0.madeFrom == nil }) == true {
      let looks = trees.compactMap { page, tree, known -> Look? in
        guard kind != .hours || page.kind == .hourly || trees.allSatisfy({ $0.0.kind != .hourly }) else { return nil }
        guard kind == .hours || page.kind != .hourly || trees.allSatisfy({ $0.0.kind == .hourly }) else { return nil }
        let values = known.map { $0.values($0.knowledge(of: page.page, parser.name), kind) }.filter { !$0.rows.isEmpty }
        if values.isEmpty { return nil }
        let zone = known.compactMap(\.timeZone).first
        return Look(KnownPage(page.page, timeZone: zone, known: values), tree)
      }
      if looks.isEmpty { continue }
      var repair = await repaired(kind, looks)
      for look in looks {
        guard let page = trees.first(where: { $0.1 === look.tree })?.0, let forecast = page.forecast else { continue }
        let rows = KnownValues(.exact, days: forecast.days, hours: forecast.hours, current: forecast.current, of: kind)
        repair.doubted.formUnion(look.known.contradicted(by: rows.rows))
      }
      found.append(repair)
    }
    if found.isEmpty { throw RepairError.nothingKnown(site: site) }
    return found
  }

  private func repaired(_ kind: SiteDefinition.Section.Kind, _ looks: [Look]) async -> SectionRepair {
    var repair = SectionRepair(kind: kind)
    repair.pages = looks.count
    do throws(Trouble) {
      var learned = try SectionLearner(kind, looks, of: definition).learn()
      learned = try await Verification(definition).confirmed(learned, looks.map(\.known))
      for (name, proof) in learned.proofs where proof.knowledge == .other && proof.pages < 2 {
        // Another source's values prove a column on two pages, no sooner.
        repair.proposed[name] = learned.section.fields[name]
        learned.hold(name)
      }
      repair.refused = learned.refused
      repair.learned = learned.section.fields.isEmpty ? nil : learned
    } catch {
      repair.trouble = error
    }
    return repair
  }
}
