public import Weather

/// The units that a page's bare numbers are in; nil where the page does not say.
public typealias PageUnits = UnitSystem
