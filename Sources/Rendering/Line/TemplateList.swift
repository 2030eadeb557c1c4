internal import Mustache

/// A list of the json contract as Mustache sees it: a section goes through it, a number picks one of it (`days.0.high`),
/// a key picks that of each (`days.high`).
struct TemplateList: MustacheSequence, MustacheParent, MustacheTransformable, MustacheCustomRenderable {
  private let values: [JsonValue]
  private let filters: TemplateFilters

  /// A list, with the filters for it.
  init(_ values: [JsonValue], _ filters: TemplateFilters) {
    self.values = values
    self.filters = filters
  }

  func makeIterator() -> AnyIterator<Any> {
    var rest = values.makeIterator()
    return AnyIterator { rest.next().map { TemplateValue.wrapped($0, filters) } }
  }

  func child(named name: String) -> Any? {
    if let index = Int(name) {
      return TemplateValue.wrapped(values.indices.contains(index) ? values[index] : .null, filters)
    }
    return TemplateList(
      values.map { value in
        guard case .object(let pairs) = value else { return .null }
        return pairs.first { $0.key == name }?.value ?? .null
      }, filters)
  }

  func transform(_ name: String) -> Any? {
    switch name {
    case "first": TemplateValue.wrapped(values.first ?? .null, filters)
    case "last": TemplateValue.wrapped(values.last ?? .null, filters)
    case "reversed": TemplateList(values.reversed(), filters)
    case "count": TemplateValue(.number(Double(values.count)), filters)
    case "empty": values.isEmpty
    default:
      TemplateFilter(rawValue: name).map { TemplateValue.wrapped(filters.apply($0, to: .array(values)), filters) }
    }
  }

  var renderText: String { filters.shown(.array(values)) }

  var isNull: Bool { values.isEmpty }
}
