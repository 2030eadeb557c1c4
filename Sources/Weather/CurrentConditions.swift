/// The weather now, as the source observed or computed it.
public struct CurrentConditions: Row {
  /// The one row of now.
  public static var kind: RowKinds { .current }
  /// The values.
  public var values = FieldValues()

  /// Conditions of which nothing is known yet.
  public init() {}
}
