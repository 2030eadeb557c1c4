/// A curve through points that never swings beyond them, so that it promises no frost that the forecast does not.
///
/// Monotone cubic interpolation: F. N. Fritsch, R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM Journal on
/// Numerical Analysis 17 (1980), with the three-point tangents of M. Steffen, Astronomy & Astrophysics 239 (1990).
struct SmoothCurve {
  /// A point of the drawing.
  typealias Point = (x: Double, y: Double)

  private let points: [Point]
  private let tangents: [Double]

  /// A curve through points, whose `x` grow.
  init(_ points: [Point]) {
    self.points = points
    tangents = Self.tangents(points)
  }

  /// SVG path data from the first point to the last.
  var data: String { points.first.map { "M" + Self.text($0) + forward } ?? "" }

  /// SVG path data of the area between this curve and one that runs below it through points of the same `x`.
  func area(above lower: SmoothCurve) -> String {
    guard let first = points.first, let turn = lower.points.last else { return "" }
    return "M" + Self.text(first) + forward + "L" + Self.text(turn) + lower.backward + "Z"
  }

  /// The segments from left to right, without the point that they begin at.
  private var forward: String {
    segments.map { "C\(Self.text($0.a)) \(Self.text($0.b)) \(Self.text($0.end))" }.joined()
  }

  /// The segments from right to left, without the point that they begin at.
  private var backward: String {
    segments.reversed().map { "C\(Self.text($0.b)) \(Self.text($0.a)) \(Self.text($0.start))" }.joined()
  }

  /// The Bézier curves between neighbours, with their two control points.
  private var segments: [(start: Point, a: Point, b: Point, end: Point)] {
    (0..<max(0, points.count - 1)).map { index in
      let (start, end) = (points[index], points[index + 1])
      let third = (end.x - start.x) / 3
      let a = (x: start.x + third, y: start.y + third * tangents[index])
      let b = (x: end.x - third, y: end.y - third * tangents[index + 1])
      return (start, a, b, end)
    }
  }

  /// The slope at each point: nought at a peak or a trough, else at most twice that to either neighbour.
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
