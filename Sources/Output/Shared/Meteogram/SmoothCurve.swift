/// A curve through points that never overshoots them, so that it does not show frost that is not forecast.
///
/// Monotone cubic interpolation: F. N. Fritsch, R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM Journal on
/// Numerical Analysis 17 (1980), with the three-point tangents of M. Steffen, Astronomy & Astrophysics 239 (1990).
struct SmoothCurve {
  typealias Point = (x: Double, y: Double)

  /// The points, with ascending `x`.
  let points: [Point]

  var data: String { points.first.map { "M" + Self.text($0) + Self.segments(points) } ?? "" }

  /// SVG path data of the area between this curve and a lower one with the same `x` values.
  func area(above lower: SmoothCurve) -> String {
    guard let turn = lower.points.last else { return "" }
    return data + "L" + Self.text(turn) + Self.segments(lower.points.reversed()) + "Z"
  }

  /// Bézier curves between neighbours, without the starting point.
  private static func segments(_ points: [Point]) -> String {
    let tangents = tangents(points)
    return zip(points, points.dropFirst()).enumerated().map { index, ends in
      let (start, end) = ends
      let third = (end.x - start.x) / 3
      let a = (x: start.x + third, y: start.y + third * tangents[index])
      let b = (x: end.x - third, y: end.y - third * tangents[index + 1])
      return "C\(text(a)) \(text(b)) \(text(end))"
    }.joined()
  }

  /// The slope at each point: 0 at a peak or trough, else at most twice the slope to either neighbour.
  private static func tangents(_ points: [Point]) -> [Double] {
    guard points.count > 1 else { return points.map { _ in 0 } }
    let slopes = (1..<points.count).map { (points[$0].y - points[$0 - 1].y) / (points[$0].x - points[$0 - 1].x) }
    return points.indices.map { index in
      guard index > 0, index < slopes.count else { return slopes[min(index, slopes.count - 1)] }
      let (before, after) = (slopes[index - 1], slopes[index])
      guard before * after > 0 else { return 0 }
      let (left, right) = (points[index].x - points[index - 1].x, points[index + 1].x - points[index].x)
      let middle = (before * right + after * left) / (left + right)
      let steepest = 2 * min(before.magnitude, after.magnitude)
      return middle.magnitude <= steepest ? middle : (middle < 0 ? -steepest : steepest)
    }
  }

  private static func text(_ point: Point) -> String {
    "\(SvgCanvas.number(point.x)) \(SvgCanvas.number(point.y))"
  }
}
