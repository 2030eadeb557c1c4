import Foundation
import Weather

/// The drawings of conditions, by day and night, composed of a few shapes: sun, moon, cloud, and what falls from it.
struct ConditionSketch {
  private var canvas = SketchCanvas()
  private let isNight: Bool

  /// The lines of a condition's drawing; of an unknown one, of nothing.
  static func lines(_ condition: Condition?, isNight: Bool, _ style: ANSIStyle, isUnicode: Bool) -> [String] {
    guard let condition else { return [] }
    var sketch = ConditionSketch(isNight: isNight)
    sketch.draw(condition)
    return sketch.canvas.lines(style, isUnicode: isUnicode)
  }

  private init(isNight: Bool) { self.isNight = isNight }

  private mutating func draw(_ condition: Condition) {
    switch condition {
    case .clear: light(16, 11.5, isNight ? 9 : 6.5)
    case .mostlyClear:
      light(14, 10, 6)
      cloud(22, 18, 0.62)
    case .partlyCloudy:
      light(11, 8, 5.2)
      cloud(18.5, 15.5, 0.95)
    case .mostlyCloudy:
      light(9, 7, 4)
      cloud(22, 9, 0.6, .darkCloud)
      cloud(15.5, 16, 1)
    case .cloudy:
      cloud(21, 8, 0.8, .darkCloud)
      cloud(14, 14.5, 1.05)
    case .haze:
      light(16, 8.5, 5)
      fog([15, 18.5, 22])
    case .fog:
      cloud(16, 7, 0.9)
      fog([14.5, 18, 21.5])
    case .drizzle:
      cloud(16, 9, 1)
      rain([9, 15, 21], length: 2, from: 17)
      rain([12, 18, 24], length: 2, from: 21)
    case .showers:
      light(10, 6.5, 4.2)
      cloud(18, 10, 0.9)
      rain([12, 18, 24], length: 6, from: 17)
    case .rain:
      cloud(16, 9, 1)
      rain([9, 13.5, 18, 22.5], length: 6, from: 17)
    case .heavyRain:
      cloud(16, 8, 1.05, .darkCloud)
      rain([7, 10.5, 14, 17.5, 21, 24.5], length: 8, from: 15.5)
    case .snowShowers:
      light(10, 6.5, 4.2)
      cloud(18, 10, 0.9)
      flakes([(12, 19), (18, 21.5), (24, 19)])
    case .snow:
      cloud(16, 9, 1)
      flakes([(8, 18.5), (13.5, 21.5), (19, 18.5), (24.5, 21.5)])
    case .heavySnow:
      cloud(16, 7, 1, .darkCloud)
      flakes([(7, 16.5), (12.5, 16.5), (18, 16.5), (23.5, 16.5), (9.5, 21.5), (15, 21.5), (20.5, 21.5), (26, 21.5)])
    case .sleet:
      cloud(16, 9, 1)
      rain([9, 20], length: 6, from: 17)
      flakes([(13.5, 20), (24.5, 20)])
    case .hail:
      cloud(16, 9, 1, .darkCloud)
      for (x, y) in [(9.0, 18.0), (15, 21.5), (21, 18), (25.5, 21.5)] {
        canvas.fill(.ice) { hypot($0 - x, $1 - y) <= 1.3 }
      }
    case .freezingRain:
      cloud(16, 8, 1)
      rain([10, 16, 22], length: 4, from: 16)
      canvas.fill(.ice) { x, y in (21.5...22.5).contains(y) && (5...27).contains(x) }
    case .thunderstorm:
      cloud(16, 8, 1.05, .darkCloud)
      rain([7.5, 24.5], length: 6, from: 16)
      bolt()
    case .windy: wind()
    case .hot:
      light(16, 8, 5)
      for x in [8.0, 16, 24] {
        for y in stride(from: 17.0, through: 23, by: 0.5) { canvas.put(.heat, x + 1.4 * sin(y * 1.1), y) }
      }
    case .cold: crystal()
    case .hurricane: hurricane()
    case .tornado: tornado()
    }
  }

  // MARK: - Shapes

  /// The sun, or the moon with stars.
  private mutating func light(_ x: Double, _ y: Double, _ radius: Double) {
    guard !isNight else { return moon(x, y, radius) }
    canvas.fill(.sun) { hypot($0 - x, $1 - y) <= radius * 0.74 }
    for ray in 0..<8 {
      let angle = Double(ray) * .pi / 4
      let (begin, end) = (radius * 0.74 + 2, radius * 0.74 + 2 + radius * 0.42)
      canvas.line(
        .sun, from: (x + begin * cos(angle), y + begin * sin(angle)), to: (x + end * cos(angle), y + end * sin(angle)))
    }
  }

  private mutating func moon(_ x: Double, _ y: Double, _ radius: Double) {
    canvas.fill(.moon) {
      hypot($0 - x, $1 - y) <= radius && hypot($0 - x - radius * 0.55, $1 - y + radius * 0.3) > radius * 0.86
    }
    for (dx, dy) in [(1.5, -0.9), (2.0, 0.3), (-1.5, -0.8), (1.1, 0.9)] {
      canvas.put(.star, x + dx * radius, y + dy * radius)
      canvas.put(.star, x + dx * radius + 1, y + dy * radius)
    }
  }

  /// A cloud of three heaps on a flat base, with a gap round it, so that it is seen before what is behind.
  private mutating func cloud(_ x: Double, _ y: Double, _ size: Double, _ ink: SketchCanvas.Ink = .cloud) {
    func isInside(_ px: Double, _ py: Double, _ margin: Double) -> Bool {
      if py > y + 5.5 * size + margin { return false }
      let heaps = [(-6.5, 1.5, 4.2), (-0.5, -2.2, 5.8), (6.2, 0.8, 4.9)]
      return heaps.contains { hypot(px - x - $0.0 * size, py - y - $0.1 * size) <= $0.2 * size + margin }
        || (abs(px - x) <= 9.5 * size + margin && py >= y + 1.5 * size - margin
          && hypot(max(0, abs(px - x) - 7 * size), py - y - 3.2 * size) <= 2.6 * size + margin)
    }
    canvas.erase { isInside($0, $1, 1.4) }
    canvas.fill(ink) { isInside($0, $1, 0) }
  }

  private mutating func rain(_ columns: [Double], length: Double, from y: Double) {
    for x in columns {
      canvas.line(.rain, from: (x, y), to: (x - length * 0.4, y + length - 1))
    }
  }

  private mutating func flakes(_ points: [(x: Double, y: Double)]) {
    for (x, y) in points {
      for (dx, dy) in [(0.0, 0.0), (-1, -1), (1, -1), (-1, 1), (1, 1)] { canvas.put(.snow, x + dx, y + dy) }
    }
  }

  private mutating func fog(_ lines: [Double]) {
    for (index, y) in lines.enumerated() {
      let shift = Double(index % 2) * 4
      canvas.erase { _, py in abs(py - y) <= 1.5 }
      canvas.line(.fog, from: (4 + shift, y), to: (20 + shift, y))
      canvas.line(.fog, from: (23 + shift, y), to: (26 + shift, y))
    }
  }

  private mutating func bolt() {
    let corners = [(17.5, 12.0), (13.0, 17.5), (17.5, 17.5), (14.0, 23.0)]
    canvas.erase { x, y in y >= 12 && (11...20).contains(x) }
    for (start, end) in zip(corners, corners.dropFirst()) {
      for shift in [0.0, 1] {
        canvas.line(.bolt, from: (start.0 + shift, start.1), to: (end.0 + shift, end.1))
      }
    }
  }

  private mutating func wind() {
    for (y, length, up) in [(8.0, 19.0, true), (13, 24, true), (18, 15, false)] {
      canvas.line(.wind, from: (3, y), to: (3 + length, y))
      for step in 0...14 {
        let angle = Double(step) / 14 * 1.4 * .pi
        let radius = 2.6
        canvas.put(.wind, 3 + length + radius * sin(angle), y + (up ? -1 : 1) * (radius - radius * cos(angle)))
      }
    }
  }

  private mutating func crystal() {
    let (x, y, radius) = (16.0, 11.5, 10.0)
    for arm in 0..<6 {
      let angle = Double(arm) * .pi / 3 + .pi / 6
      func point(_ distance: Double, _ turn: Double = 0) -> (x: Double, y: Double) {
        (x + distance * cos(angle + turn), y + distance * sin(angle + turn))
      }
      canvas.line(.ice, from: (x, y), to: point(radius))
      for turn in [-0.42, 0.42] { canvas.line(.ice, from: point(radius * 0.55), to: point(radius * 0.85, turn)) }
    }
  }

  private mutating func hurricane() {
    let (x, y) = (16.0, 11.5)
    for arm in 0..<2 {
      for step in 0...90 {
        let turn = Double(step) / 90 * 1.5 * .pi
        let radius = 3.2 + turn * 1.75
        let angle = turn + Double(arm) * .pi
        for width in [0.0, 1] {
          canvas.put(.darkCloud, x + (radius + width) * cos(angle) * 1.15, y - (radius + width) * sin(angle) * 0.95)
        }
      }
    }
    canvas.fill(.wind) { hypot($0 - x, $1 - y) <= 1.6 }
  }

  private mutating func tornado() {
    for (index, y) in stride(from: 3.0, through: 22, by: 3).enumerated() {
      let half = 12 - Double(index) * 1.75
      let center = 16 + 2 * sin(Double(index) * 0.9)
      canvas.line(.darkCloud, from: (center - half, y), to: (center + half * 0.6, y))
      canvas.line(.darkCloud, from: (center - half + 2, y + 1), to: (center + half, y + 1))
    }
  }
}
