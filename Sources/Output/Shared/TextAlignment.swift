/// Where a text stands in a column that is wider than it.
public enum TextAlignment: Sendable {
  /// At the left edge.
  case left
  /// At the right edge, as numbers do.
  case right
  /// In the middle.
  case center
}
