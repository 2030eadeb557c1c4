/// A vertical axis: how high each value is, and which round values have a line.
struct ValueScale {
  let low: Double
  let high: Double
  /// The round values, from the lowest: multiples of 1, 2 or 5 times a power of ten, six steps of them at most.
  let ticks: [Double]
  private let top: Double
  private let bottom: Double

  /// An axis on which the highest of these values is at `top` (the smaller `y`) and the lowest at `bottom`, or nearer to
  /// each other where they are less than `least` apart: a calm day is not to look like a wild one. Ticks reach 20 beyond them.
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
