internal import Mustache

/// A list of the json contract as Mustache sees it: a section goes through it, a number picks one of it (`days.0.high`),
/// a key picks that of each (`days.high`).
struct TemplateList: MustacheSequence, MustacheParent, MustacheTransformable, MustacheCustomRenderable {
  private let values: [JsonValue]
  private let filters: TemplateFilters
  /// Of a list of words, whether each speaks of a night; empty for any other list.
  private let nights: [Bool]

  /// A list, with the filters for it.
  init(_ values: [JsonValue], _ filters: TemplateFilters, nights: [Bool] = []) {
    self.values = values
    self.filters = filters
    self.nights = nights
  }

  func makeIterator() -> AnyIterator<Any> {
    var rest = values.indices.makeIterator()
    return AnyIterator { rest.next().map(element) }
  }

  func child(named name: String) -> Any? {
    if let index = Int(name) {
      return values.indices.contains(index) ? element(index) : TemplateValue.wrapped(.null, filters)
    }
    let rows = values.map { value in
      if case .object(let pairs) = value { pairs } else { [] as [(key: String, value: JsonValue)] }
    }
    return TemplateList(
      rows.map { pairs in pairs.first { $0.key == name }?.value ?? .null }, filters,
      nights: name == "description" ? rows.map { filters.isNight($0) } : [])
  }

  /// The value at a place of the list.
  private func element(_ index: Int) -> Any {
    nights.isEmpty
      ? TemplateValue.wrapped(values[index], filters)
      : TemplateValue(values[index], filters, isNight: nights[index])
  }

  func transform(_ name: String) -> Any? {
    switch name {
    case "first": values.isEmpty ? TemplateValue.wrapped(.null, filters) : element(0)
    case "last": values.isEmpty ? TemplateValue.wrapped(.null, filters) : element(values.count - 1)
    case "reversed": TemplateList(values.reversed(), filters, nights: nights.reversed())
    case "count": TemplateValue(.number(Double(values.count)), filters)
    case "empty": values.isEmpty
    default:
      TemplateFilter(rawValue: name).map { TemplateValue.wrapped(filters.apply($0, to: .array(values)), filters) }
    }
  }

  var renderText: String { filters.shown(.array(values)) }

  var isNull: Bool { values.isEmpty }
}
