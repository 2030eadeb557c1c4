/// Looks for names in a template that stand for nothing, which Mustache would show as nothing.
enum TemplateCheck {
  /// Throws for the first tag that names what there is not.
  static func check(_ template: String) throws(TemplateError) {
    guard template.contains("{{") else {
      throw .noTag(template, presets: LinePreset.allCases.map { $0.rawValue })
    }
    var rest = template[...]
    while let start = rest.firstRange(of: "{{") {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "}}") else { return }
      let tag = rest[..<end.lowerBound]
      rest = rest[end.upperBound...]
      // From here on tags look otherwise, and names are Mustache's business alone.
      if tag.hasPrefix("=") { return }
      try check(tag: tag)
    }
  }

  private static func check(tag: Substring) throws(TemplateError) {
    guard let kind = tag.first(where: { !$0.isWhitespace }) else { throw .emptyTag }
    if kind == "!" || kind == "%" { return }
    if [">", "<", "$"].contains(kind) { throw .partial(String(tag)) }
    let name = "#^/&{".contains(kind) ? tag.dropFirst() : tag
    let parts = name.filter { !$0.isWhitespace }.replacing(")", with: "").split(
      separator: "(", omittingEmptySubsequences: false)
    guard let path = parts.last else { return }
    for filter in parts.dropLast() { try check(filter: String(filter), ofSection: path.isEmpty) }
    if path.isEmpty, parts.count == 1 { throw .emptyTag }
    for key in path.split(separator: ".") where Int(key) == nil && !TemplateKeys.names.contains(String(key)) {
      throw .unknownKey(String(key), known: TemplateKeys.names.sorted())
    }
  }

  private static func check(filter: String, ofSection: Bool) throws(TemplateError) {
    let known =
      ofSection ? TemplateFilter.ofSections : TemplateFilter.allCases.map { $0.rawValue } + TemplateFilter.ofLists
    if !known.contains(filter) { throw .unknownFilter(filter, known: known) }
  }
}
