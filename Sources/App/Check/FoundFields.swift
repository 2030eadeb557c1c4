import Scraping
import Weather

/// On how many rows each field of a site was found in the tests, and by which selector.
struct FoundFields {
  /// A selector that gave values.
  struct Finding: Equatable {
    /// The section of the file that has the selector; for others the rows that hold the values.
    var section: String
    var field: String
    /// Empty where the value was made of others, as days are of hours.
    var selector: String
    var found: Int
    var rows: Int
  }

  /// By the rows' kind and the catalogue's order of fields; of a field the selector that found most comes first.
  private(set) var findings: [Finding] = []
  /// The fields that the file names and no test found, as `hours.uvIndex`.
  private(set) var missing: [String] = []

  /// - Parameter ownLayouts: how many layouts of a section are the file's own; the others are of what it extends.
  init(_ definition: SiteDefinition, ownLayouts: [SiteDefinition.Section.Kind: Int], _ forecasts: [Forecast]) {
    let counts = FieldCounts(forecasts)
    let own = Dictionary(
      uniqueKeysWithValues: definition.sections.map { ($0, Array($1.prefix(ownLayouts[$0] ?? 0))) })
    var found = Self.placeFields(forecasts)
    for rows in RowKinds.each {
      for field in rows.fields {
        let sorted = counts[rows].ways(of: field).sorted { a, b in (b.count, a.way.text) < (a.count, b.way.text) }
        findings += sorted.map { way, count in
          let uses = Self.uses(of: way, for: field, in: rows, own)
          found.formUnion(uses)
          // Parts of a wind, and what was made of other values, are found whatever names them.
          let sections = SelectorLadder.sections(of: rows)
          let names = way == FieldCounts.Way() ? sections.map(\.rawValue) : uses.map(Self.section)
          found.formUnion(names.map { "\($0).\(field.key)" })
          return Finding(
            section: uses.first.map(Self.section) ?? sections[0].rawValue, field: field.key,
            selector: way.text, found: count, rows: counts[rows].count)
        }
      }
    }
    for kind in SiteDefinition.Section.Kind.allCases {
      let names = Set((own[kind] ?? []).flatMap { $0.fields.keys })
      // Of these no forecast says whether they were found.
      let untold: Set = ["region", "known", "interval"]
      missing += kind.fieldNames.filter { names.contains($0) && !untold.contains($0) }.map { "\(kind.rawValue).\($0)" }
        .filter { !found.contains($0) }
    }
  }

  /// What of the place is known in any forecast.
  private static func placeFields(_ forecasts: [Forecast]) -> Set<String> {
    let known: [(field: String, isThere: (Forecast) -> Bool)] = [
      ("name", { $0.place.name != nil }), ("latitude", { $0.place.latitude != nil }),
      ("longitude", { $0.place.longitude != nil }), ("timeZone", { $0.place.timeZone != nil }),
      ("issued", { $0.issued != nil }),
    ]
    return Set(known.filter { forecasts.contains(where: $0.isThere) }.map { "place.\($0.field)" })
  }

  /// The fields that have the selector of a value, as `halves.temperature`.
  private static func uses(
    of way: FieldCounts.Way, for field: Field, in rows: RowKinds,
    _ own: [SiteDefinition.Section.Kind: [SiteDefinition.Section]]
  ) -> [String] {
    if way == FieldCounts.Way() { return [] }
    return (SelectorLadder.sections(of: rows) + (rows == .hour ? [] : [.hours])).flatMap { kind in
      let layouts = (own[kind] ?? []).filter { $0.layout == way.layout }
      return SelectorLadder.names(of: field).filter { name in
        layouts.contains { $0.fields[name]?.contains { $0.at == way.selector } ?? false }
      }
      .map { "\(kind.rawValue).\($0)" }
    }
  }

  /// The section of `halves.temperature`.
  private static func section(_ use: String) -> String { String(use.prefix { $0 != "." }) }
}
