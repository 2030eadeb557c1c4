import Scraping
import Weather

/// The selectors of a site in the order in which they are tried.
struct SelectorLadder {
  let definition: SiteDefinition

  /// The section of the file that has a selector of a field, and its place among those that are tried, counted from 1; nil where
  /// the file does not have it: what Swift reads stands before all of them.
  func place(
    of way: FieldCounts.Way, for field: Field, in rows: RowKinds
  ) -> (section: SiteDefinition.Section.Kind, depth: Int, of: Int)? {
    for kind in Self.sections(of: rows) + (rows == .hour ? [] : [.hours]) {
      for name in Self.names(of: field) {
        let ladder = steps(of: name, in: kind)
        if let index = ladder.firstIndex(of: way) { return (kind, index + 1, ladder.count) }
      }
    }
    return nil
  }

  /// The selectors of a name of a section, those of the first layout first.
  func steps(of name: String, in kind: SiteDefinition.Section.Kind) -> [FieldCounts.Way] {
    (definition.sections[kind] ?? []).flatMap { section in
      let selectors = (section.fields[name] ?? []) + section.ahead.flatMap { $0.fields[name] ?? [] }
      return selectors.map { FieldCounts.Way(layout: section.layout, selector: $0.at) }
    }
  }

  /// The fields of the catalogue that a layout's selectors may give.
  func fields(of section: SiteDefinition.Section, in rows: RowKinds) -> [Field] {
    let named = Set(section.fields.keys).union(section.ahead.flatMap(\.fields.keys))
    return rows.fields.filter { field in Self.names(of: field).contains { named.contains($0) } }
  }

  /// A number that is another one for another set of selectors.
  var fingerprint: [UInt8] {
    let sections = definition.sections.sorted { $0.key.rawValue < $1.key.rawValue }
    return Array(
      sections.flatMap { kind, layouts in
        layouts.flatMap { layout in
          let ladders = [layout.fields] + layout.ahead.map(\.fields)
          return [kind.rawValue, layout.layout]
            + ladders.flatMap { $0.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value.map(\.at) } }
        }
      }
      .joined(separator: "\n").utf8)
  }

  /// The names by which sections may have a field: its own, that of a wind in words, that of a half day's temperature.
  static func names(of field: Field) -> [String] {
    [field.key] + (field.key.hasPrefix("wind") ? ["wind"] : [])
      + (field == .high || field == .low ? ["temperature"] : [])
  }

  /// The sections that give rows of a kind by themselves.
  static func sections(of rows: RowKinds) -> [SiteDefinition.Section.Kind] {
    switch rows {
    case .current: [.current]
    case .day: [.days, .today, .halves]
    default: [.hours]
    }
  }
}

extension ForecastParser {
  /// The definition that the parser reads by; nil for one that is all Swift, or whose file is wrong.
  var readDefinition: SiteDefinition? { (self as? any ExtensibleParser)?.siteFile.definition }
}
