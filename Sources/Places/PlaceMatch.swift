public import Weather

/// What the gazetteer makes of a place's name.
public enum PlaceMatch: Hashable, Sendable {
  /// The one town of that name, or one at least ten times as large as any other.
  case one(Town)
  /// Several towns of that name, the larger ones first, and behind them far larger towns that are also called so; or one
  /// that has its name from a region or a country elsewhere, which may be meant.
  case several([Town])
  /// No town's own name; the towns that other languages call so, the largest first. Ask, don't take one.
  case alsoCalled([Town])
  /// Two or three capitals, which may be a code (of an airport, a state); the towns of that code or name, which may be none.
  /// Ask, don't take one.
  case code([Town])
  /// No town of that name; the towns with the nearest names, which may be none.
  case none(nearest: [Town])

  /// The towns that may be meant.
  public var towns: [Town] {
    switch self {
    case .one(let town): [town]
    case .several(let towns), .alsoCalled(let towns), .code(let towns), .none(let towns): towns
    }
  }
}

/// A town and how far it lies from a point.
public struct NearbyTown: Hashable, Sendable {
  /// The town.
  public var town: Town
  /// How far.
  public var kilometers: Double
}
