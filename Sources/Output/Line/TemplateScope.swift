/// Looks up keys at a point of a template, within its sections, as Mustache does.
struct TemplateScope {
  /// The value of each enclosing section, the innermost last, and whether it is an element of a list; nil for a section
  /// without a value.
  private var sections: [(value: JsonValue?, isElement: Bool)] = []

  /// Whether an enclosing section goes through a list.
  var isInList: Bool { sections.contains { $0.isElement } }

  /// A section begins.
  mutating func enter(_ value: JsonValue?) {
    if case .array(let elements) = value {
      sections.append((elements.first, true))
    } else {
      sections.append((value, false))
    }
  }

  /// A section ends.
  mutating func leave() { _ = sections.popLast() }

  /// The value at a path with dots; throws for an unknown one.
  func value(at path: String) throws(TemplateError) -> JsonValue {
    let innermost = sections.compactMap { $0.value }.last ?? TemplateKeys.shape
    if path == "." { return innermost }
    let keys = path.split(separator: ".").map(String.init)
    guard let first = keys.first else { throw .emptyTag }
    // A path that begins with a dot is looked up in the innermost section alone.
    let levels = path.hasPrefix(".") ? [innermost] : [TemplateKeys.shape] + sections.compactMap { $0.value }
    guard var value = levels.reversed().lazy.compactMap({ Self.child(first, of: $0) }).first else {
      throw Self.missing(first, in: path)
    }
    for key in keys.dropFirst() {
      guard let next = Self.child(key, of: value) else { throw Self.missing(key, in: path) }
      value = next
    }
    return value
  }

  /// The result of a filter, as far as keys are looked up in it; throws where it needs a list.
  static func value(_ filter: String, of value: JsonValue, named path: String) throws(TemplateError) -> JsonValue {
    guard TemplateFilter.ofLists.contains(filter) else { return .null }
    guard case .array(let elements) = value else { throw .noList(path, filter: filter) }
    switch filter {
    case "first", "last": return elements.first ?? .null
    case "reversed": return value
    default: return .null
    }
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
    let places = places(of: key, in: TemplateKeys.shape, at: "")
    return places.isEmpty
      ? .unknownKey(key, known: TemplateKeys.names.sorted()) : .misplacedKey(path, places: places)
  }

  /// The paths that a key is found at.
  private static func places(of key: String, in value: JsonValue, at path: String) -> [String] {
    switch value {
    case .object(let pairs):
      pairs.flatMap { pair in
        let place = path + pair.key
        return (pair.key == key ? [place] : []) + places(of: key, in: pair.value, at: place + ".")
      }
    case .array(let elements): elements.first.map { places(of: key, in: $0, at: path + "0.") } ?? []
    case .null, .string, .number, .boolean: []
    }
  }
}
