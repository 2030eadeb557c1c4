/// Reports errors that Mustache would silently ignore: unknown or misplaced keys, and unterminated tags.
struct TemplateCheck {
  private let template: String
  /// The contexts of the enclosing sections, innermost last: the value (nil if none), and the list's key for a section
  /// that iterates over a list.
  private var sections: [(value: JsonValue?, list: String?)] = []
  /// The tag delimiters, which a template can change.
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
        // Mustache reports invalid delimiters itself.
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
      // The library checks that section names match.
      _ = sections.popLast()
      return
    }
    var value = path.isEmpty ? nil : try self.value(at: path)
    for filter in parts.dropLast().reversed().map(String.init) {
      try check(filter: filter, hasPath: !path.isEmpty)
      value = try value.map { value throws(TemplateError) in try Self.value(filter, of: value, named: path) }
    }
    if kind == "#", case .array(let elements)? = value {
      // Ten rows within each of ten rows would be a hundred rows.
      let list = path.split(separator: ".").first.map(String.init)
      if let list, sections.contains(where: { $0.list == list }) { throw .listWithinItself(list) }
      sections.append((elements.first, list))
    } else if kind == "#" || kind == "^" {
      sections.append((kind == "#" ? value : nil, nil))
    }
  }

  /// Throws for an unknown filter, for one without a required value, and for one about a list position outside of a
  /// list section.
  private func check(filter: String, hasPath: Bool) throws(TemplateError) {
    let ofValues = TemplateFilter.allCases.map { $0.rawValue } + TemplateFilter.ofLists
    let known = hasPath ? ofValues : TemplateFilter.ofSections
    if !known.contains(filter) {
      throw ofValues.contains(filter) ? .noValue(filter: filter) : .unknownFilter(filter, known: known)
    }
    if !hasPath, sections.allSatisfy({ $0.list == nil }) { throw .outsideLists(filter) }
  }

  /// The result of a filter, as far as keys can be looked up in it; throws if it requires a list.
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

  /// The value at a dotted path, resolved in the sections like in Mustache; throws for an unknown path.
  private func value(at path: String) throws(TemplateError) -> JsonValue {
    let levels = ([TemplateKeys.shape] + sections.compactMap { $0.value }).reversed()
    let innermost = levels.first ?? .null
    if path == "." { return innermost }
    let keys = path.split(separator: ".").map(String.init)
    guard let first = keys.first else { throw .emptyTag }
    // A path with a leading dot is resolved in the innermost section only.
    var value = path.hasPrefix(".") ? innermost : levels.first { Self.child(first, of: $0) != nil } ?? innermost
    for key in keys {
      guard let next = Self.child(key, of: value) else { throw Self.missing(key, in: path) }
      value = next
    }
    return value
  }

  /// The value of a key; for an array, the element at an index, or the array of the elements' values.
  private static func child(_ key: String, of value: JsonValue) -> JsonValue? {
    switch value {
    case .object(let pairs): pairs.first { $0.key == key }?.value
    case .array(let elements):
      Int(key).map { $0 >= 0 } == true
        ? elements.first : elements.first.flatMap { child(key, of: $0) }.map { .array([$0]) }
    case .null, .string, .number, .boolean: nil
    }
  }

  /// The error for a key that is not found at its place.
  private static func missing(_ key: String, in path: String) -> TemplateError {
    let all = TemplateKeys.paths
    let places = all.filter { $0.split(separator: ".").last.map(String.init) == key }
    return places.isEmpty
      ? .unknownKey(key, known: Set(all.compactMap { $0.split(separator: ".").last.map(String.init) }).sorted())
      : .misplacedKey(path, places: places)
  }
}
