/// Current conditions, observed or computed by the source.
public struct CurrentConditions: Row {
  /// The single row of current conditions.
  public static var kind: RowKinds { .current }
  /// The values.
  public var values = FieldValues()

  /// Creates conditions without values.
  public init() {}
}
