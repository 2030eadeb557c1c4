/// Finds what Mustache would silently show as nothing: unknown or misplaced keys, and tags without an end.
struct TemplateCheck {
  private let template: String
  private var scope = TemplateScope()
  /// The lists that are being gone through, the outermost first.
  private var lists: [String] = []
  /// What tags begin and end with; a template may choose others.
  private var delimiters = (open: "{{", close: "}}")

  /// The most filters within each other.
  private static let mostFilters = 4

  /// Throws for the first wrong tag.
  static func check(_ template: String) throws(TemplateError) {
    guard template.contains("{{") else {
      throw .noTag(template, presets: LinePreset.allCases.map { $0.rawValue })
    }
    var check = TemplateCheck(template)
    try check.run()
  }

  private init(_ template: String) { self.template = template }

  private mutating func run() throws(TemplateError) {
    var rest = template[...]
    while let start = rest.firstRange(of: delimiters.open) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: delimiters.close) else { throw unclosed(start.lowerBound) }
      let tag = rest[..<end.lowerBound]
      rest = rest[end.upperBound...]
      if tag.hasPrefix("=") {
        // Mustache says what is wrong with delimiters that are none.
        guard let others = Self.delimiters(tag) else { return }
        delimiters = others
      } else {
        try check(tag: tag)
        try follow(tag)
      }
    }
  }

  /// Notes where a list begins and ends; throws where it begins within itself: ten rows would become a hundred and more.
  private mutating func follow(_ tag: Substring) throws(TemplateError) {
    let tag = tag.drop { $0.isWhitespace }
    guard let kind = tag.first, kind == "#" || kind == "/" else { return }
    let words = tag.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    // A day by its number, or the first of all, is no list; the highs of all days are one.
    guard let index = words.firstIndex(where: { $0 == "days" || $0 == "hours" }),
      words[..<index].allSatisfy({ $0 == "reversed" }), index + 1 == words.count || Int(words[index + 1]) == nil
    else { return }
    let list = words[index]
    if kind == "/" {
      if lists.last == list { lists.removeLast() }
    } else if lists.contains(list) {
      throw .listWithinItself(list)
    } else {
      lists.append(list)
    }
  }

  /// The error of a tag that begins here and ends nowhere.
  private func unclosed(_ index: String.Index) -> TemplateError {
    let lines = template[..<index].split(separator: "\n", omittingEmptySubsequences: false)
    return .malformed(
      line: lines.count, column: (lines.last?.count ?? 0) + 1,
      reason: "the tag that begins there has no end: end it with \(delimiters.close)")
  }

  /// The delimiters that a tag such as `=<% %>=` sets; nil for what sets none.
  private static func delimiters(_ tag: Substring) -> (open: String, close: String)? {
    guard tag.count > 1, tag.last == "=" else { return nil }
    let parts = tag.dropFirst().dropLast().split(whereSeparator: { $0.isWhitespace })
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }

  private mutating func check(tag: Substring) throws(TemplateError) {
    guard let kind = tag.first(where: { !$0.isWhitespace }) else { throw .emptyTag }
    if kind == "!" || kind == "%" { return }
    if [">", "<", "$"].contains(kind) { throw .partial(String(tag)) }
    let name = "#^/&{".contains(kind) ? tag.drop { $0.isWhitespace }.dropFirst() : tag
    let parts = name.filter { !$0.isWhitespace }.replacing(")", with: "").split(
      separator: "(", omittingEmptySubsequences: false)
    guard let path = parts.last else { return }
    if parts.count - 1 > Self.mostFilters { throw .tooManyFilters(limit: Self.mostFilters) }
    if path.isEmpty, parts.count == 1 { throw .emptyTag }
    // The library sees to it that a section ends with the name that it began with.
    if kind == "/" { return scope.leave() }
    var value: JsonValue?
    if !path.isEmpty { value = try scope.value(at: String(path)) }
    for filter in parts.dropLast().reversed() {
      try Self.check(filter: String(filter), ofSection: path.isEmpty)
      if path.isEmpty, !scope.isInList { throw .outsideLists(String(filter)) }
      value = try value.map { value throws(TemplateError) in
        try TemplateScope.value(String(filter), of: value, named: String(path))
      }
    }
    if kind == "#" { scope.enter(value) }
    if kind == "^" { scope.enter(nil) }
  }

  private static func check(filter: String, ofSection: Bool) throws(TemplateError) {
    let ofValues = TemplateFilter.allCases.map { $0.rawValue } + TemplateFilter.ofLists
    if ofSection, ofValues.contains(filter), !TemplateFilter.ofSections.contains(filter) {
      throw .noValue(filter: filter)
    }
    let known =
      ofSection ? TemplateFilter.ofSections : ofValues
    if !known.contains(filter) { throw .unknownFilter(filter, known: known) }
  }
}
