/// A vertical axis: how high in the drawing each value is, and which round values have a line.
struct ValueScale {
  /// The round values, from the lowest.
  let ticks: [Double]
  private let lowest: Double
  private let highest: Double
  private let top: Double
  private let bottom: Double

  /// An axis on which the highest of these values is at `top` (the smaller `y`) and the lowest at `bottom`, or nearer to
  /// each other where they are less than `least` apart.
  ///
  /// Lines stand at multiples of 1, 2 or 5 times a power of ten, six steps of them at most, as far as `margin` beyond the
  /// ends.
  init(_ values: [Double], least: Double, top: Double, bottom: Double, margin: Double) {
    (self.top, self.bottom) = (top, bottom)
    var (low, high) = (values.min() ?? 0, values.max() ?? 0)
    if high - low < least {
      let middle = (high + low) / 2
      (low, high) = (middle - least / 2, middle + least / 2)
    }
    (lowest, highest) = (low, high)
    let step = Self.steps.first { (high - low) / $0 <= 6 } ?? 500
    let beyond = margin * (high - low) / (bottom - top)
    let (first, last) = (((low - beyond) / step).rounded(.up), ((high + beyond) / step).rounded(.down))
    ticks = first <= last ? (Int(first)...Int(last)).map { Double($0) * step } : []
  }

  /// The `y` of a value.
  func y(_ value: Double) -> Double { bottom - (value - lowest) / (highest - lowest) * (bottom - top) }

  private static let steps: [Double] = [1, 2, 5, 10, 20, 50, 100, 200]
}
