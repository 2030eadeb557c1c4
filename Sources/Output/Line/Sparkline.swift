/// A row of numbers as a row of bars.
enum Sparkline {
  /// A bar for each number, from the lowest to the highest, a blank for what is unknown; all of middle height where they
  /// are the same.
  static func text(_ values: [Double?], isUnicode: Bool) -> String {
    let bars = Array(isUnicode ? "▁▂▃▄▅▆▇█" : "_.-~=*%#")
    let known = values.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return "" }
    return String(
      values.map { value -> Character in
        guard let value else { return " " }
        guard high > low else { return bars[3] }
        return bars[Int(((value - low) / (high - low) * 7).rounded())]
      })
  }
}
