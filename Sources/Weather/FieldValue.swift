public import Basics

/// The value of a field.
public enum FieldValue: Hashable, Sendable {
  /// A number with a unit.
  case measured(Measured)
  /// A percentage, index or bearing.
  case number(Double)
  /// A compass point.
  case direction(CompassPoint)
  /// Text.
  case words(String)
  /// A time.
  case time(LocalTime)

  /// The measured value; nil for other kinds.
  public var measured: Measured? { if case .measured(let value) = self { value } else { nil } }
  /// The number without a unit; nil for other kinds.
  public var number: Double? { if case .number(let value) = self { value } else { nil } }
  /// The compass point; nil for other kinds.
  public var direction: CompassPoint? { if case .direction(let value) = self { value } else { nil } }
  /// The text; nil for other kinds.
  public var words: String? { if case .words(let value) = self { value } else { nil } }
  /// The time; nil for other kinds.
  public var time: LocalTime? { if case .time(let value) = self { value } else { nil } }
}

/// Where a value was found on a site's pages.
public struct Origin: Hashable, Sendable {
  /// The layout's name.
  public var layout: String
  /// The selector that found it.
  public var selector: String
  /// The raw text.
  public var text: String

  /// Creates an origin.
  public init(layout: String, selector: String, text: String) {
    (self.layout, self.selector, self.text) = (layout, selector, text)
  }
}

/// A row's values by field; nil is unknown.
public struct FieldValues: Sendable {
  private var values: [FieldValue?] = []
  /// Where values were found, if known.
  public private(set) var origins: [(field: Field, origin: Origin)] = []

  /// Creates an empty set of values.
  public init() {}

  /// The value of a field.
  public subscript(field: Field) -> FieldValue? {
    get { field.index < values.count ? values[field.index] : nil }
    set {
      if newValue == nil { origins.removeAll { $0.field == field } }
      if field.index >= values.count {
        if newValue == nil { return }
        values.reserveCapacity(Field.catalogue.count)
        while values.count <= field.index { values.append(nil) }
      }
      values[field.index] = newValue
    }
  }

  /// Sets a field's value, with its origin if known.
  public mutating func set(_ value: FieldValue?, of field: Field, from origin: Origin?) {
    // Removes the previous value's origin, too.
    self[field] = nil
    self[field] = value
    if value != nil, let origin { origins.append((field, origin)) }
  }

  /// Copies a field's value and origin from another row, possibly to another field.
  public mutating func take(_ field: Field, of other: FieldValues, as own: Field) {
    set(other[field], of: own, from: other.origin(of: field))
  }

  /// Where a field's value was found; nil if unknown.
  public func origin(of field: Field) -> Origin? { origins.first { $0.field == field }?.origin }

  /// The known fields and their values in catalogue order.
  public var known: [(field: Field, value: FieldValue)] {
    values.indices.compactMap { index in values[index].map { (Field(index: index), $0) } }
  }
}

extension FieldValues: Hashable {
  /// Compares values, ignoring their origins.
  public static func == (a: Self, b: Self) -> Bool {
    (0..<max(a.values.count, b.values.count)).allSatisfy { a[Field(index: $0)] == b[Field(index: $0)] }
  }

  /// Hashes the values.
  public func hash(into hasher: inout Hasher) {
    for (field, value) in known {
      hasher.combine(field)
      hasher.combine(value)
    }
  }
}
