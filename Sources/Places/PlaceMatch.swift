public import Weather

/// What the gazetteer makes of a place's name.
public enum PlaceMatch: Hashable, Sendable {
  /// The one town of that name, or one at least ten times as large as any other.
  case one(Town)
  /// Several towns of that name: those whose main name it is first, then the larger ones.
  case several([Town])
  /// No town of that name; the towns with the nearest names, which may be none.
  case none(nearest: [Town])
}
