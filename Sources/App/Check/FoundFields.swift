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

  fileprivate struct Key: Hashable {
    var rows: RowKinds
    var field: Field
    var origin: Origin?
  }

  /// By the rows' kind and the catalogue's order of fields; of a field the selector that found most comes first.
  private(set) var findings: [Finding] = []
  /// The fields that the file names and no test found, as `hours.uvIndex`.
  private(set) var missing: [String] = []

  /// - Parameter ownLayouts: how many layouts of a section are the file's own; the others are of what it extends.
  init(_ definition: SiteDefinition, ownLayouts: [SiteDefinition.Section.Kind: Int], _ forecasts: [Forecast]) {
    var counts: [Key: Int] = [:]
    var totals: [RowKinds: Int] = [:]
    func count<R: Row>(_ rows: [R]) {
      totals[R.kind, default: 0] += rows.count
      for row in rows {
        let origins = Dictionary(row.values.origins.map { ($0.field, $0.origin) }) { first, _ in first }
        for (field, _) in row.values.known {
          // The text is another one in each row.
          let origin = origins[field].map { Origin(layout: $0.layout, selector: $0.selector, text: "") }
          counts[Key(rows: R.kind, field: field, origin: origin), default: 0] += 1
        }
      }
    }
    for forecast in forecasts {
      count(forecast.current.map { [$0] } ?? [])
      count(forecast.days)
      count(forecast.hours)
    }
    let own = Dictionary(
      uniqueKeysWithValues: definition.sections.map { ($0, Array($1.prefix(ownLayouts[$0] ?? 0))) })
    var found = Self.placeFields(forecasts)
    let kinds: [RowKinds] = [.current, .day, .hour]
    for rows in kinds {
      for field in rows.fields {
        let counted = counts.filter { $0.key.rows == rows && $0.key.field == field }
        let sorted = counted.sorted { a, b in (b.value, a.key.text) < (a.value, b.key.text) }
        findings += sorted.map { key, count in
          let uses = Self.uses(of: key, in: own)
          found.formUnion(uses)
          // Parts of a wind, and what was made of other values, are found whatever names them.
          let sections = key.origin == nil ? Self.sections(of: rows).map(\.rawValue) : uses.map(Self.section)
          found.formUnion(sections.map { "\($0).\(field.key)" })
          return Finding(
            section: uses.first.map(Self.section) ?? Self.sections(of: rows)[0].rawValue, field: field.key,
            selector: key.text, found: count, rows: totals[rows] ?? 0)
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
    of key: Key, in own: [SiteDefinition.Section.Kind: [SiteDefinition.Section]]
  ) -> [String] {
    guard let origin = key.origin else { return [] }
    let names =
      [key.field.key] + (key.field.key.hasPrefix("wind") ? ["wind"] : [])
      + (key.field == .high || key.field == .low ? ["temperature"] : [])
    return (sections(of: key.rows) + (key.rows == .hour ? [] : [.hours])).flatMap { kind in
      let layouts = (own[kind] ?? []).filter { $0.layout == origin.layout }
      return names.filter { name in
        layouts.contains { $0.fields[name]?.contains { $0.at == origin.selector } ?? false }
      }
      .map { "\(kind.rawValue).\($0)" }
    }
  }

  /// The section of `halves.temperature`.
  private static func section(_ use: String) -> String { String(use.prefix { $0 != "." }) }

  /// The sections that give rows of a kind by themselves.
  private static func sections(of rows: RowKinds) -> [SiteDefinition.Section.Kind] {
    switch rows {
    case .current: [.current]
    case .day: [.days, .today, .halves]
    default: [.hours]
    }
  }
}

extension FoundFields.Key {
  /// The layout and the selector; the weather now is of the time that its `time` says.
  fileprivate var text: String {
    guard let origin else { return "" }
    return [origin.layout, origin.selector.isEmpty ? "time" : origin.selector].filter { !$0.isEmpty }
      .joined(separator: ": ")
  }
}
