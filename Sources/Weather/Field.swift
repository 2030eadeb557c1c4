/// A field of the forecast, by its place in the catalogue, which says everything about it.
public struct Field: Hashable, Sendable {
  /// The position in the catalogue.
  public let index: Int

  init(index: Int) { self.index = index }

  /// The field with a key of the json contract; nil where there is none.
  public init?(_ key: some StringProtocol) {
    guard let index = Self.catalogue.firstIndex(where: { $0.key == key }) else { return nil }
    self.index = index
  }

  /// All fields, in the catalogue's order.
  public static let all = catalogue.indices.map { Field(index: $0) }

  /// The json contract's key.
  public var key: String { Self.catalogue[index].key }
  /// What it is called within a sentence, `dew point`.
  public var name: String { Self.catalogue[index].name }
  /// What it is called at the head of a line or a column, `Dew point`.
  public var title: String { name.prefix(1).uppercased() + name.dropFirst() }
  /// What it means, in one sentence.
  public var help: String { Self.catalogue[index].help }
  /// What its values are.
  public var kind: FieldKind { Self.catalogue[index].kind }
  /// The quantity that its values measure; nil for those without a unit.
  public var quantity: Quantity? { if case .measured(let quantity) = kind { quantity } else { nil } }
  /// The rows that have it.
  public var rows: RowKinds { Self.catalogue[index].rows }
  /// The plausible values, in the quantity's base unit; nil where nothing is implausible.
  public var range: ClosedRange<Double>? { Self.catalogue[index].range }
  /// The group of `--fields` that it belongs to; nil for those that are always shown.
  public var group: FieldGroup? { Self.catalogue[index].group.map { FieldGroup($0) } }
}

/// What the values of a field are.
public enum FieldKind: Hashable, Sendable {
  /// A number in a unit of a quantity.
  case measured(Quantity)
  /// A share of a hundred.
  case share
  /// A number without a unit.
  case number
  /// Degrees clockwise from north.
  case bearing
  /// A point of the compass.
  case direction
  /// The source's own words.
  case words
  /// A moment.
  case time
}

/// Kinds of rows.
public struct RowKinds: OptionSet, Hashable, Sendable {
  /// A bit for each kind.
  public let rawValue: Int

  /// Kinds by their bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The one row of the weather now.
  public static let current = RowKinds(rawValue: 1)
  /// Rows of days.
  public static let day = RowKinds(rawValue: 2)
  /// Rows of hours.
  public static let hour = RowKinds(rawValue: 4)

  /// The fields that rows of this kind have, in the json contract's order.
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
  /// The name behind `--fields`.
  public let name: String

  /// A group by its name.
  init(_ name: String) { self.name = name }

  /// All groups, in the order in which help lists them: the contract's, then any other that the catalogue names.
  public static let all: [FieldGroup] = {
    var groups: [FieldGroup] = [
      .wind, .humidity, .feels, .rain, .uv, .pressure, .dewpoint, .visibility, .clouds, .gust, .sun,
    ]
    for group in Field.all.compactMap(\.group) where !groups.contains(group) { groups.append(group) }
    return groups
  }()

  /// What is shown unless the user says otherwise.
  public static let standard: [FieldGroup] = [.wind, .humidity]

  /// What it is called at the head of a line or a column, `Dew point`.
  public var title: String {
    switch self {
    case .feels: Field.feelsLike.title
    case .dewpoint: Field.dewPoint.title
    case .uv: "UV"
    default: name.prefix(1).uppercased() + name.dropFirst()
    }
  }

  /// The fields of the group, in the catalogue's order.
  public var fields: [Field] { Field.all.filter { $0.group == self } }
}

// The groups that the program speaks of by name: their names say what they are.
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
