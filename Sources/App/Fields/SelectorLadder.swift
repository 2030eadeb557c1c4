import Scraping
import Weather

/// The selectors of a site, in the order in which they are tried.
struct SelectorLadder {
  let definition: SiteDefinition

  /// A selector's section, its position in the field's ladder (from 1) and the ladder's length; nil if it is not in the site
  /// file, because a parser in Swift found the value.
  func position(
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

  /// The ladder of a field name across a section's layouts.
  func steps(of name: String, in kind: SiteDefinition.Section.Kind) -> [FieldCounts.Way] {
    (definition.sections[kind] ?? []).flatMap { section in
      let selectors = (section.fields[name] ?? []) + section.ahead.flatMap { $0.fields[name] ?? [] }
      return selectors.map { FieldCounts.Way(layout: section.layout, selector: $0.at) }
    }
  }

  /// The catalogue's fields that a layout has selectors for.
  func fields(of section: SiteDefinition.Section, in rows: RowKinds) -> [Field] {
    let named = Set(section.fields.keys).union(section.ahead.flatMap(\.fields.keys))
    return rows.fields.filter { field in Self.names(of: field).contains { named.contains($0) } }
  }

  /// A serialization of all selectors, for a checksum.
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

  /// The names under which sections may declare a field: its own, `wind`, and `temperature` for half days.
  static func names(of field: Field) -> [String] {
    [field.key] + (field.key.hasPrefix("wind") ? ["wind"] : [])
      + (field == .high || field == .low ? ["temperature"] : [])
  }

  /// The sections that produce rows of a kind directly.
  static func sections(of rows: RowKinds) -> [SiteDefinition.Section.Kind] {
    switch rows {
    case .current: [.current]
    case .day: [.days, .today, .halves]
    default: [.hours]
    }
  }
}

extension ForecastParser {
  /// The parser's site definition; nil if it has none or its file is invalid.
  var readDefinition: SiteDefinition? { (self as? any ExtensibleParser)?.siteFile.definition }
}
