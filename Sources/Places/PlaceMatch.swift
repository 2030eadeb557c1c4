public import Weather

/// The result of a gazetteer search.
public enum PlaceMatch: Hashable, Sendable {
  /// The only town of that name, or one at least ten times as large as any other.
  case one(Town)
  /// Several towns: those with that name, larger ones first, then much larger ones that have it in other languages.
  /// Also a single town whose name is better known as a region or country elsewhere.
  case several([Town])
  /// No town has this as its own name; the towns called so in other languages, largest first. Ask the user.
  case alsoCalled([Town])
  /// Two or three capital letters, possibly a code of an airport or state; the towns with that code or name, if any.
  /// Ask the user.
  case code([Town])
  /// No town of that name; the most similar ones, if any.
  case none(nearest: [Town])

  /// The candidates.
  public var towns: [Town] {
    switch self {
    case .one(let town): [town]
    case .several(let towns), .alsoCalled(let towns), .code(let towns), .none(let towns): towns
    }
  }
}

/// A town and its distance from a point.
public struct NearbyTown: Hashable, Sendable {
  /// The town.
  public var town: Town
  /// The distance.
  public var kilometers: Double
}
