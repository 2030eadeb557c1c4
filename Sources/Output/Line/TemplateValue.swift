internal import Mustache

/// A value of the json contract as Mustache sees it.
///
/// What is unknown is shown as `--` and counts as false in a section; so does `false`.
struct TemplateValue: MustacheParent, MustacheTransformable, MustacheCustomRenderable {
  private let value: JsonValue
  private let filters: TemplateFilters
  private let isRoot: Bool
  /// Whether it is the words of an hour, a day or a moment of night.
  private let isNight: Bool

  /// A value, with the filters for it. The root knows every key of the contract, if only as unknown, so that a key in
  /// the wrong place is seen.
  init(_ value: JsonValue, _ filters: TemplateFilters, isRoot: Bool = false, isNight: Bool = false) {
    self.value = value
    self.filters = filters
    self.isRoot = isRoot
    self.isNight = isNight
  }

  /// A value as Mustache wants it: lists are sequences.
  static func wrapped(_ value: JsonValue, _ filters: TemplateFilters) -> Any {
    if case .array(let values) = value { return TemplateList(values, filters) }
    return TemplateValue(value, filters)
  }

  func child(named name: String) -> Any? {
    switch value {
    case .object(let pairs):
      if let pair = pairs.first(where: { $0.key == name }) {
        // What it is the weather of decides the sign for words.
        return name == "description"
          ? TemplateValue(pair.value, filters, isNight: filters.isNight(pairs)) : Self.wrapped(pair.value, filters)
      }
      return isRoot ? TemplateValue(.null, filters) : nil
    case .null: return self
    case .string, .number, .boolean, .array: return nil
    }
  }

  func transform(_ name: String) -> Any? {
    TemplateFilter(rawValue: name).map { Self.wrapped(filters.apply($0, to: value, isNight: isNight), filters) }
  }

  var renderText: String { filters.shown(value) }

  var isNull: Bool {
    switch value {
    case .null, .boolean(false): true
    case .string, .number, .boolean, .array, .object: false
    }
  }
}
