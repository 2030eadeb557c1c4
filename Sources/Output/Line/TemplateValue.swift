import Mustache

/// A JSON value for Mustache.
///
/// Unknown values are shown as `--` and are false in a section, like `false`.
struct TemplateValue: MustacheParent, MustacheTransformable, MustacheCustomRenderable {
  let value: JsonValue
  let filters: TemplateFilters
  /// At the root, unknown keys resolve to null instead of nothing, so that a misplaced key is visible.
  var isRoot = false
  /// True for a night's description.
  var isNight = false

  /// Arrays are passed to Mustache as sequences.
  fileprivate var mustache: Any {
    guard case .array(let values) = value else { return self }
    return TemplateList(items: values.map { TemplateValue(value: $0, filters: filters) }, filters: filters)
  }

  /// The value of a key; a description knows whether its row is at night.
  fileprivate func child(_ name: String) -> TemplateValue? {
    guard case .object(let pairs) = value, let pair = pairs.first(where: { $0.key == name }) else {
      return isRoot || value.isNull ? TemplateValue(value: .null, filters: filters) : nil
    }
    return TemplateValue(value: pair.value, filters: filters, isNight: name == "description" && filters.isNight(pairs))
  }

  func child(named name: String) -> Any? { child(name)?.mustache }

  func transform(_ name: String) -> Any? {
    TemplateFilter(rawValue: name).map { filter in
      TemplateValue(value: filters.apply(filter, to: value, isNight: isNight), filters: filters).mustache
    }
  }

  var renderText: String { filters.shown(value) }

  var isNull: Bool { if case .boolean(false) = value { true } else { value.isNull } }
}

/// A JSON array for Mustache: a section iterates over it, a number selects an element (`days.0.high`), a key maps each
/// element (`days.high`).
private struct TemplateList: MustacheSequence, MustacheParent, MustacheTransformable, MustacheCustomRenderable {
  let items: [TemplateValue]
  let filters: TemplateFilters

  private var null: TemplateValue { TemplateValue(value: .null, filters: filters) }
  private var list: JsonValue { .array(items.map { $0.value }) }

  func makeIterator() -> IndexingIterator<[TemplateValue]> { items.makeIterator() }

  func child(named name: String) -> Any? {
    if let index = Int(name) { return items.indices.contains(index) ? items[index] : null }
    return TemplateList(items: items.map { $0.child(name) ?? null }, filters: filters)
  }

  func transform(_ name: String) -> Any? {
    switch name {
    case "first": items.first ?? null
    case "last": items.last ?? null
    case "reversed": TemplateList(items: items.reversed(), filters: filters)
    case "count": TemplateValue(value: .number(Double(items.count)), filters: filters)
    case "empty": items.isEmpty
    default: TemplateValue(value: list, filters: filters).transform(name)
    }
  }

  var renderText: String { filters.shown(list) }

  var isNull: Bool { items.isEmpty }
}
