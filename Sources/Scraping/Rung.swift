public import Weather

/// One way to find the fields of a row: one layout's reading of it, or the embedded state's.
///
/// A rung reads a field only when it is asked for it, so that the rungs below the one that answers cost nothing.
public struct Rung {
  /// What the rung is called in reports and errors.
  public let name: String
  /// Whether it may have a field; told before anything is read.
  public let offers: (Field) -> Bool
  /// Tells the units that its bare numbers are in; asked only where there is a cell.
  public let units: () -> PageUnits
  /// What stands where it seeks a field.
  public let cell: (Field) -> Cell?

  /// A rung by its name, the fields that it may have, its units and how it finds a field.
  public init(
    _ name: String, offers: @escaping (Field) -> Bool = { _ in true },
    units: @autoclosure @escaping () -> PageUnits, cell: @escaping (Field) -> Cell?
  ) {
    self.name = name
    self.offers = offers
    self.units = units
    self.cell = cell
  }

  /// The same rung, asked for some of its fields only.
  public func only(_ fields: Set<Field>) -> Rung {
    Rung(name, offers: { [offers] in fields.contains($0) && offers($0) }, units: units(), cell: cell)
  }
}
