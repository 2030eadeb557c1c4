public import Scraping
public import Weather

/// What was learned of a part of a page.
public struct LearnedSection: Sendable {
  /// What speaks for a field.
  public struct Proof: Hashable, Sendable {
    /// In how many rows it agrees with what is known.
    public var seen: Int
    /// In how many rows it is known.
    public var wanted: Int
    /// How the known values are known.
    public var knowledge: Knowledge
    /// How far the next column lies behind, in logarithms of odds.
    public var margin: Double
    /// On how many pages it was confirmed.
    public var pages = 0
  }

  /// The kind of its rows.
  public let kind: SiteDefinition.Section.Kind
  /// Where the rows and the fields are; the page is not named.
  public var section: SiteDefinition.Section
  /// What speaks for each field, by its name in the section.
  public var proofs: [String: Proof] = [:]
  /// Why other fields are missing.
  public var refused: [Field: FieldRefusal] = [:]
  /// How many rows the page has, and what they are known by.
  public var rows: Int { keys.count }
  let keys: Set<RowKey>
  /// How much speaks for the whole.
  var score = 0.0

  /// Takes a field away that no second page has confirmed.
  public mutating func hold(_ name: String) {
    let path = section.fields.removeValue(forKey: name)?.first?.at ?? ""
    proofs[name] = nil
    for field in name == "wind" ? [Field.windSpeed, .windDirection] : [Field(name)].compactMap({ $0 }) {
      refused[field] = .onePage(at: path)
    }
  }

  /// Takes a field away.
  mutating func drop(_ field: Field, _ refusal: FieldRefusal) {
    section.fields[field.key] = nil
    proofs[field.key] = nil
    if [.windSpeed, .windDirection, .windGust].contains(field) {
      section.fields["wind"] = nil
      proofs["wind"] = nil
    }
    refused[field] = refusal
  }

  /// The fields that are read by it.
  public var fields: [Field] {
    section.fields.keys.flatMap { name in
      name == "wind" ? [Field.windSpeed, .windDirection] : [Field(name)].compactMap { $0 }
    }
    .sorted { $0.index < $1.index }
  }
}
