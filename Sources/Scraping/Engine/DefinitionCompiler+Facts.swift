internal import Basics

// Checks of the facts: area forms, hosts, and that there is something to read.
extension DefinitionCompiler {
  mutating func checkFacts() {
    var index = 0
    for form in definition.facts.areaForms where !form.pattern.isEmpty && !form.example.isEmpty {
      let positions = definition.positions["areas.pattern"] ?? []
      let position = positions.indices.contains(index) ? positions[index] : nil
      if form.meaning != AreaForm.coordinates.meaning { index += 1 }
      guard pattern("^(\(form.pattern))$", "areas.pattern", position) != nil else { continue }
      if let groups = form.groups(in: form.example) {
        if groups.count < form.parts.count {
          let parts = form.parts.joined(separator: ", ")
          let expected = "a group of the pattern for each, which has \(groups.count)"
          report("areas.parts", nil, .badValue(parts, expected: expected))
        }
      } else {
        report("areas.example", nil, .exampleDoesNotMatch(form.example))
      }
      if let town = form.town { checkTown(town) }
    }
    for host in definition.facts.hosts {
      if !Self.isHost(host) { report("hosts", nil, .badValue(host, expected: "a host such as api.site.example")) }
      if LocalNetwork.isLocal(host: host) { report("hosts", nil, .localAddress(host)) }
    }
    if definition.facts.areaForms.isEmpty { report("areas", nil, .missingKey) }
    if definition.sections.keys.allSatisfy({ $0 == .place }) { report("days", nil, .missingKey) }
    if definition.pages.isEmpty { report("pages", nil, .missingKey) }
  }

  /// Checks the placeholders of a `town` template.
  mutating func checkTown(_ text: String) {
    let key = "areas.town"
    let known = ["name", "town", "region", "country", "latitude", "longitude"]
    guard let template = AddressTemplate(text) else {
      return report(key, nil, .badValue(text, expected: "a text with placeholders such as {town}"))
    }
    for (name, table) in template.variables {
      if !known.contains(name) { report(key, nil, .unknownPlaceholder(name, nearest: nearest(name, known))) }
      if let table, definition.tables[table] == nil {
        report(key, nil, .unknownName(table, nearest: nearest(table, definition.tables.keys.sorted())))
      }
    }
  }

  /// True for letters, digits, hyphens, underscores and dots, or an IPv6 address in brackets.
  static func isHost(_ text: String) -> Bool {
    let bare = text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text[...]
    let marks = bare.count == text.count ? "-._" : ":."
    return !bare.isEmpty && bare.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || marks.contains($0)) }
  }
}
