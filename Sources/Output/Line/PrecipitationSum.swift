import Weather

extension Precipitation {
  /// How much falls in all, in the unit of the first amount that is known; nil where none is.
  static func sum(of amounts: [Precipitation?]) -> Precipitation? {
    let known = amounts.compactMap { $0 }
    guard let unit = known.first?.unit else { return nil }
    return Precipitation(known.reduce(0) { $0 + $1.exactly(in: unit) }.rounded(decimals: unit.decimals), unit)
  }
}
