/// A town of the gazetteer.
public struct Town: Hashable, Sendable {
  /// The main name, in its own accents (`São Paulo`).
  public var name: String
  /// The state, province or region as people write it, by name or code (`Ontario`, `IL`); nil where it is not known.
  public var region: String?
  /// The code of the state, province or region in the gazetteer (GeoNames admin1: `08`, `IL`).
  public var regionCode: String
  /// The country's name in English.
  public var country: String
  /// The country's code (ISO 3166-1 alpha-2, `CA`).
  public var countryCode: String
  /// How many people live there.
  public var population: Int
  /// Where it lies.
  public var coordinates: Coordinates
  /// Its IANA time zone.
  public var timeZone: String

  /// A town.
  public init(
    name: String, region: String?, regionCode: String, country: String, countryCode: String, population: Int,
    coordinates: Coordinates, timeZone: String
  ) {
    (self.name, self.region, self.regionCode) = (name, region, regionCode)
    (self.country, self.countryCode, self.population) = (country, countryCode, population)
    (self.coordinates, self.timeZone) = (coordinates, timeZone)
  }

  /// The full name: `Portland, OR, United States`; a region of the town's own name is left out (`São Paulo, Brazil`).
  public var fullName: String {
    [name, region == name ? nil : region, country].compactMap { $0 }.joined(separator: ", ")
  }
}
