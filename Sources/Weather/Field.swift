/// A field of the forecast, identified by its position in the catalogue, which has its properties.
public struct Field: Hashable, Sendable {
  /// Position in the catalogue.
  public let index: Int

  init(index: Int) { self.index = index }

  /// Looks up a field by its JSON key; nil if there is none.
  public init?(_ key: some StringProtocol) {
    guard let index = Self.catalogue.firstIndex(where: { $0.key == key }) else { return nil }
    self.index = index
  }

  /// All fields in catalogue order.
  public static let all = catalogue.indices.map { Field(index: $0) }

  /// The JSON key.
  public var key: String { Self.catalogue[index].key }
  /// The name within a sentence, `dew point`.
  public var name: String { Self.catalogue[index].name }
  /// The name as a label or column heading, `Dew point`.
  public var title: String { name.prefix(1).uppercased() + name.dropFirst() }
  /// A one-sentence explanation.
  public var help: String { Self.catalogue[index].help }
  /// The kind of its values.
  public var kind: FieldKind { Self.catalogue[index].kind }
  /// The quantity of its values; nil for fields without a unit.
  public var quantity: Quantity? { if case .measured(let quantity) = kind { quantity } else { nil } }
  /// The rows that have this field.
  public var rows: RowKinds { Self.catalogue[index].rows }
  /// The plausible range in the quantity's base unit; nil if any value is plausible.
  public var range: ClosedRange<Double>? { Self.catalogue[index].range }
  /// The group in `--fields`; nil for fields that are always shown.
  public var group: FieldGroup? { Self.catalogue[index].group.map { FieldGroup($0) } }
}

/// The kinds of field values.
public enum FieldKind: Hashable, Sendable {
  /// A number with a unit.
  case measured(Quantity)
  /// A percentage.
  case share
  /// A number without a unit.
  case number
  /// Degrees clockwise from north.
  case bearing
  /// A point of the compass.
  case direction
  /// The source's own words.
  case words
  /// A time.
  case time
}

/// Kinds of rows.
public struct RowKinds: OptionSet, Hashable, Sendable {
  /// One bit per kind.
  public let rawValue: Int

  /// Creates kinds from bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The single row of current conditions.
  public static let current = RowKinds(rawValue: 1)
  /// Daily rows.
  public static let day = RowKinds(rawValue: 2)
  /// Hourly rows.
  public static let hour = RowKinds(rawValue: 4)

  /// The fields of this kind of row, in the order of the JSON output.
  public var fields: [Field] {
    switch self {
    case .current: Self.currentFields
    case .day: Self.dayFields
    case .hour: Self.hourFields
    default: Field.all.filter { !isDisjoint(with: $0.rows) }
    }
  }

  private static let currentFields = fields(of: .current)
  private static let dayFields = fields(of: .day)
  private static let hourFields = fields(of: .hour)

  private static func fields(of kind: RowKinds) -> [Field] {
    var fields = Field.all.filter { $0.rows.contains(kind) }
    for (field, follower) in Field.contractOrder[kind] ?? [] {
      guard let field = Field(field), let from = fields.firstIndex(of: field) else { continue }
      fields.remove(at: from)
      fields.insert(field, at: fields.firstIndex { $0.key == follower } ?? from)
    }
    return fields
  }
}

/// Fields that `--fields` shows together.
public struct FieldGroup: Hashable, Sendable {
  /// The name used with `--fields`.
  public let name: String

  /// Creates a group from its name.
  init(_ name: String) { self.name = name }

  /// All groups in help order: the documented ones, then any others in the catalogue.
  public static let all: [FieldGroup] = {
    var groups: [FieldGroup] = [
      .wind, .humidity, .feels, .rain, .uv, .pressure, .dewpoint, .visibility, .clouds, .gust, .sun,
    ]
    for group in Field.all.compactMap(\.group) where !groups.contains(group) { groups.append(group) }
    return groups
  }()

  /// The groups shown by default.
  public static let standard: [FieldGroup] = [.wind, .humidity]

  /// The name as a label or column heading, `Dew point`.
  public var title: String {
    switch self {
    case .feels: Field.feelsLike.title
    case .dewpoint: Field.dewPoint.title
    case .uv: "UV"
    default: name.prefix(1).uppercased() + name.dropFirst()
    }
  }

  /// The group's fields in catalogue order.
  public var fields: [Field] { Field.all.filter { $0.group == self } }
}

// Groups that code refers to by name.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension FieldGroup {
  public static let wind = FieldGroup("wind")
  public static let humidity = FieldGroup("humidity")
  public static let feels = FieldGroup("feels")
  public static let rain = FieldGroup("rain")
  public static let uv = FieldGroup("uv")
  public static let pressure = FieldGroup("pressure")
  public static let dewpoint = FieldGroup("dewpoint")
  public static let visibility = FieldGroup("visibility")
  public static let clouds = FieldGroup("clouds")
  public static let gust = FieldGroup("gust")
  public static let sun = FieldGroup("sun")
}
