/// Finds what Mustache would silently show as nothing: unknown or misplaced keys, and tags without an end.
struct TemplateCheck {
  private let template: String
  /// What the enclosing sections are about, the innermost last: the value, nil where there is none, and of a section that
  /// goes through a list the list's key.
  private var sections: [(value: JsonValue?, list: String?)] = []
  /// What tags begin and end with; a template may choose others.
  private var delimiters = (open: "{{", close: "}}")

  private static let mostFilters = 4

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
      guard let end = rest.firstRange(of: delimiters.close) else {
        let lines = template[..<start.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
        throw .malformed(
          line: lines.count, column: (lines.last?.count ?? 0) + 1,
          reason: "the tag that begins there has no end: end it with \(delimiters.close)")
      }
      let tag = rest[..<end.lowerBound]
      rest = rest[end.upperBound...]
      if tag.hasPrefix("=") {
        // Mustache says what is wrong with delimiters that are none.
        let parts = tag.dropFirst().dropLast().split(whereSeparator: { $0.isWhitespace })
        guard tag.count > 1, tag.last == "=", parts.count == 2 else { return }
        delimiters = (String(parts[0]), String(parts[1]))
      } else {
        try check(tag: tag)
      }
    }
  }

  private mutating func check(tag: Substring) throws(TemplateError) {
    guard let kind = tag.first(where: { !$0.isWhitespace }) else { throw .emptyTag }
    if kind == "!" || kind == "%" { return }
    if [">", "<", "$"].contains(kind) { throw .partial(String(tag)) }
    let name = "#^/&{".contains(kind) ? tag.drop { $0.isWhitespace }.dropFirst() : tag
    let parts = name.filter { !$0.isWhitespace }.replacing(")", with: "").split(
      separator: "(", omittingEmptySubsequences: false)
    guard let path = parts.last.map(String.init) else { return }
    if parts.count - 1 > Self.mostFilters { throw .tooManyFilters(limit: Self.mostFilters) }
    if path.isEmpty, parts.count == 1 { throw .emptyTag }
    if kind == "/" {
      // The library sees to it that a section ends with the name that it began with.
      _ = sections.popLast()
      return
    }
    var value = path.isEmpty ? nil : try self.value(at: path)
    for filter in parts.dropLast().reversed().map(String.init) {
      try check(filter: filter, hasPath: !path.isEmpty)
      value = try value.map { value throws(TemplateError) in try Self.value(filter, of: value, named: path) }
    }
    if kind == "#", case .array(let elements)? = value {
      // Ten rows within each of ten would become a hundred and more.
      let list = path.split(separator: ".").first.map(String.init)
      if let list, sections.contains(where: { $0.list == list }) { throw .listWithinItself(list) }
      sections.append((elements.first, list))
    } else if kind == "#" || kind == "^" {
      sections.append((kind == "#" ? value : nil, nil))
    }
  }

  /// Throws for an unknown filter, for one without the value that it needs, and for one about a place in a list outside of any.
  private func check(filter: String, hasPath: Bool) throws(TemplateError) {
    let ofValues = TemplateFilter.allCases.map { $0.rawValue } + TemplateFilter.ofLists
    let known = hasPath ? ofValues : TemplateFilter.ofSections
    if !known.contains(filter) {
      throw ofValues.contains(filter) ? .noValue(filter: filter) : .unknownFilter(filter, known: known)
    }
    if !hasPath, sections.allSatisfy({ $0.list == nil }) { throw .outsideLists(filter) }
  }

  /// The result of a filter, as far as keys are looked up in it; throws where it needs a list.
  private static func value(_ filter: String, of value: JsonValue, named path: String) throws(TemplateError)
    -> JsonValue
  {
    guard TemplateFilter.ofLists.contains(filter) else { return .null }
    guard case .array(let elements) = value else { throw .noList(path, filter: filter) }
    return switch filter {
    case "first", "last": elements.first ?? .null
    case "reversed": value
    default: .null
    }
  }

  /// The value at a path with dots, looked up in the sections as Mustache does; throws for an unknown one.
  private func value(at path: String) throws(TemplateError) -> JsonValue {
    let levels = ([TemplateKeys.shape] + sections.compactMap { $0.value }).reversed()
    let innermost = levels.first ?? .null
    if path == "." { return innermost }
    let keys = path.split(separator: ".").map(String.init)
    guard let first = keys.first else { throw .emptyTag }
    // A path that begins with a dot is looked up in the innermost section alone.
    var value = path.hasPrefix(".") ? innermost : levels.first { Self.child(first, of: $0) != nil } ?? innermost
    for key in keys {
      guard let next = Self.child(key, of: value) else { throw Self.missing(key, in: path) }
      value = next
    }
    return value
  }

  /// The value of a key; of a list the element of a number, or the list of each element's value.
  private static func child(_ key: String, of value: JsonValue) -> JsonValue? {
    switch value {
    case .object(let pairs): pairs.first { $0.key == key }?.value
    case .array(let elements):
      Int(key).map { $0 >= 0 } == true
        ? elements.first : elements.first.flatMap { child(key, of: $0) }.map { .array([$0]) }
    case .null, .string, .number, .boolean: nil
    }
  }

  /// The error of a key that is not where it is looked for.
  private static func missing(_ key: String, in path: String) -> TemplateError {
    let all = TemplateKeys.paths
    let places = all.filter { $0.split(separator: ".").last.map(String.init) == key }
    return places.isEmpty
      ? .unknownKey(key, known: Set(all.compactMap { $0.split(separator: ".").last.map(String.init) }).sorted())
      : .misplacedKey(path, places: places)
  }
}
