public import Basics

/// The value of a field.
public enum FieldValue: Hashable, Sendable {
  /// A number in a unit.
  case measured(Measured)
  /// A share, an index or a bearing.
  case number(Double)
  /// A point of the compass.
  case direction(CompassPoint)
  /// Words.
  case words(String)
  /// A moment.
  case time(LocalTime)

  /// The measured value; nil for any other.
  public var measured: Measured? { if case .measured(let value) = self { value } else { nil } }
  /// The number without a unit; nil for any other.
  public var number: Double? { if case .number(let value) = self { value } else { nil } }
  /// The point of the compass; nil for any other.
  public var direction: CompassPoint? { if case .direction(let value) = self { value } else { nil } }
  /// The words; nil for any other.
  public var words: String? { if case .words(let value) = self { value } else { nil } }
  /// The moment; nil for any other.
  public var time: LocalTime? { if case .time(let value) = self { value } else { nil } }
}

/// Where on a site's pages a value was found.
public struct Origin: Hashable, Sendable {
  /// The layout of the page.
  public var layout: String
  /// The selector that found it.
  public var selector: String
  /// The text as it stood there.
  public var text: String

  /// A value's origin.
  public init(layout: String, selector: String, text: String) {
    (self.layout, self.selector, self.text) = (layout, selector, text)
  }
}

/// The values of a row, by field. nil is unknown.
public struct FieldValues: Sendable {
  private var values: [FieldValue?] = []
  /// Where values were found, as far as that is known.
  public private(set) var origins: [(field: Field, origin: Origin)] = []

  /// Nothing known.
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

  /// Sets the value of a field, with where it was found if that is known.
  public mutating func set(_ value: FieldValue?, of field: Field, from origin: Origin?) {
    // With the origin of what was known before.
    self[field] = nil
    self[field] = value
    if value != nil, let origin { origins.append((field, origin)) }
  }

  /// Takes the value of a field from another row, with its origin, as that of a field of this one.
  public mutating func take(_ field: Field, of other: FieldValues, as own: Field) {
    set(other[field], of: own, from: other.origin(of: field))
  }

  /// Where the value of a field was found; nil where that is not known.
  public func origin(of field: Field) -> Origin? { origins.first { $0.field == field }?.origin }

  /// The fields that are known, with their values, in the catalogue's order.
  public var known: [(field: Field, value: FieldValue)] {
    values.indices.compactMap { index in values[index].map { (Field(index: index), $0) } }
  }
}

extension FieldValues: Hashable {
  /// Whether both hold the same values, wherever they were found.
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
