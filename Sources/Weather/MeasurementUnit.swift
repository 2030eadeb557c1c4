/// A unit of one quantity, as the json contract spells it (`C`, `km/h`, `hPa`, …).
public protocol MeasurementUnit: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What is measured, in the words of the command line (`temperature`, `speed`, …).
  static var quantity: Quantity { get }

  /// The number of this unit's steps in one step of the quantity's base unit, and the unit's zero on that scale:
  /// `value = base * steps + zero`.
  var scale: (steps: Double, zero: Double) { get }

  /// How many decimals a converted value is rounded to.
  var decimals: Int { get }
}

extension MeasurementUnit {
  /// One decimal, unless the unit is so coarse that it takes two.
  public var decimals: Int { 1 }
}
