/// One way to find the fields of a row: one layout's reading of it, or the embedded state's.
///
/// A rung reads a field only when it is asked for it, so that the rungs below the one that answers cost nothing.
public struct Rung {
  /// What the rung is called in reports and errors.
  public let name: String
  /// The units that its bare numbers are in.
  public let units: PageUnits
  /// The fields that it may have.
  public let offers: (Field) -> Bool
  /// What stands where it seeks a field.
  public let cell: (Field) -> Cell?

  /// A rung by its name, its units and how it finds a field.
  public init(
    _ name: String, units: PageUnits, offers: @escaping (Field) -> Bool = { _ in true },
    cell: @escaping (Field) -> Cell?
  ) {
    self.name = name
    self.units = units
    self.offers = offers
    self.cell = cell
  }
}
