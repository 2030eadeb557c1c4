import Basics
import Repair
import Scraping
import Weather

/// What came of a repair.
struct RepairResult: Sendable {
  var sections: [SectionRepair]
  var pages: [RepairPage]
  /// The place's time zone; nil where nobody says it.
  var timeZone: String?
  /// Fields that the site still reads on the pages, by the kinds of rows: they are left alone.
  var intact: [SiteDefinition.Section.Kind: [Field]] = [:]

  /// Whether nothing that is known was missing.
  var isWhole: Bool { sections.allSatisfy { $0.learned == nil && $0.trouble == nil && $0.proposed.isEmpty } }
}

/// One repair: pages, known values, selectors.
struct RepairRun: Sendable {
  let parser: any ExtensibleParser
  let list: ParserList
  let configuration: Configuration
  let environment: [String: String]
  /// Recordings and saved pages; none: the site is asked.
  let pages: [String]
  let areas: [String]
  /// Files of reports, one a page.
  let known: [String]
  let from: (any ForecastParser)?
  let baseAddress: BaseAddress?
  /// Where the pages are recorded meanwhile.
  private let folder = Folders.temporary()

  /// Removes what was recorded meanwhile.
  func clean() { Folders.remove(folder) }

  func result() async throws -> RepairResult {
    try parser.open()
    guard let definition = parser.siteFile.definition, SiteRepair.canLearn(definition) else {
      throw RepairError.noMarkup(site: parser.name)
    }
    let reports = try known.map { try KnownReport.all(in: $0) }
    let source = RepairPages(
      parser: parser, configuration: configuration, environment: environment, baseAddress: baseAddress)
    let areas = areas.isEmpty ? [configuration.area].compactMap { $0 } : areas
    if pages.isEmpty, areas.isEmpty { throw UsageError.noArea }
    // What is kept is looked at before the site is asked, whose answer replaces it.
    var kept: [String: KnownReport] = [:]
    for area in pages.isEmpty ? areas.prefix(2) : [] {
      for kind in source.kinds.prefix(2) {
        kept["\(area) \(kind)"] = await source.report(of: parser, area, kind, isKept: true)
      }
    }
    let found = try await pages.isEmpty ? source.asked(areas, folder) : source.replayed(pages, areas: areas, folder)
    var looks: [(page: RepairPage, known: [KnownReport])] = []
    for (index, page) in found.enumerated() {
      var values = [page.embedded(definition)].compactMap { $0 }.map { report in
        var report = report
        report.parser = parser.name
        return report
      }
      // One page may have several reports; else each has its own.
      values += found.count == 1 ? reports.flatMap { $0 } : index < reports.count ? reports[index] : []
      if let from, let report = await source.report(of: from, page.area, page.kind, isKept: false) {
        values.append(report)
      }
      if let kept = kept["\(page.area) \(page.kind)"] { values.append(kept) }
      looks.append((page, values))
    }
    let sections = try await SiteRepair(parser: parser, definition: definition, pages: looks).sections()
    var result = RepairResult(sections: sections, pages: found)
    result.timeZone = looks.lazy.flatMap(\.known).compactMap(\.timeZone).first
    result.leaveIntact()
    return result
  }
}

extension RepairResult {
  /// Leaves out fields that the site's own selectors still find on most rows: days are filled up, field by field, by later
  /// layouts. Of hours and halves the first layout counts alone, which is left out where it would lose anything.
  fileprivate mutating func leaveIntact() {
    for index in sections.indices {
      let kind = sections[index].kind
      let rows: [FieldValues] = pages.flatMap { page -> [FieldValues] in
        kind == .hours ? page.forecast?.hours.map(\.values) ?? [] : page.forecast?.days.map(\.values) ?? []
      }
      let found = (kind == .hours ? RowKinds.hour : RowKinds.day).fields.filter { field in
        let count = rows.count { row in row.origin(of: field).map { Self.isMarkup($0.selector) } ?? false }
        return !rows.isEmpty && Double(count) >= 0.8 * Double(rows.count) && !sections[index].doubted.contains(field)
      }
      guard !found.isEmpty, var learned = sections[index].learned else { continue }
      intact[kind] = found
      if kind == .days {
        for field in found { learned.section.fields[field.key] = nil }
        if found.contains(.windSpeed), found.contains(.windDirection) { learned.section.fields["wind"] = nil }
        sections[index].learned = learned.section.fields.isEmpty ? nil : learned
      } else {
        let names = Set(learned.fields)
        let needed = kind == .halves ? found.map { [.high, .low].contains($0) ? Field.temperature : $0 } : found
        let gains = names.subtracting(needed)
        if !Set(needed).isSubset(of: names) || gains.isEmpty { sections[index].learned = nil }
      }
    }
  }

  /// Whether it is an XPath: a JSONPath has neither sign.
  private static func isMarkup(_ selector: String) -> Bool {
    selector.contains { "/@(".contains($0) } || selector == "."
  }
}
