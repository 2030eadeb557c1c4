/// A vertical axis: maps values to positions, and chooses ticks.
struct ValueScale {
  let low: Double
  let high: Double
  /// Tick values in ascending order: multiples of 1, 2 or 5 times a power of ten, at most six steps.
  let ticks: [Double]
  private let top: Double
  private let bottom: Double

  /// Creates an axis with the highest value at `top` (the smaller `y`) and the lowest at `bottom`. A range of less than
  /// `least` is widened, so that small changes do not look large. Ticks extend up to 20 units beyond.
  init(_ values: [Double], least: Double, top: Double, bottom: Double) {
    (self.top, self.bottom) = (top, bottom)
    let (lowest, highest) = (values.min() ?? 0, values.max() ?? 0)
    let missing = max(0, least - (highest - lowest))
    let (low, high) = (lowest - missing / 2, highest + missing / 2)
    (self.low, self.high) = (low, high)
    let step = [1.0, 2, 5, 10, 20, 50, 100, 200].first { (high - low) / $0 <= 6 } ?? 500
    let beyond = 20 * (high - low) / (bottom - top)
    let (first, last) = (((low - beyond) / step).rounded(.up), ((high + beyond) / step).rounded(.down))
    ticks = first <= last ? (Int(first)...Int(last)).map { Double($0) * step } : []
  }

  func y(_ value: Double) -> Double { bottom - (value - low) / (high - low) * (bottom - top) }
}
