/// The sign of a condition, drawn: what stands in the sky, which cloud is before it, and what falls from that.
struct SkyDrawing {
  /// The side of the square that a sign is drawn in.
  static let side = 48.0

  /// What falls from a cloud, each at the middle of its room.
  private enum Fall { case drop, streak, flake, ball, bolt }
  /// What is drawn instead of a sky.
  private enum Figure { case wind, thermometer(warm: Bool), haze, hurricane, tornado }

  private var hasSun = false
  private var hasCloud = false
  private var isDark = false
  private var isFair = false
  private var falls: [Fall] = []
  private var hasLines = false
  private var figure: Figure?
  private let isNight: Bool

  /// The sign of a condition, with the moon for the sun by night.
  init(_ condition: Condition, isNight: Bool) {
    self.isNight = isNight
    switch condition {
    case .windy: figure = .wind
    case .hot: figure = .thermometer(warm: true)
    case .cold: figure = .thermometer(warm: false)
    case .clear: hasSun = true
    case .mostlyClear: (hasSun, hasCloud, isFair) = (true, true, true)
    case .partlyCloudy: (hasSun, hasCloud) = (true, true)
    case .mostlyCloudy: (hasSun, hasCloud, isDark) = (true, true, true)
    case .cloudy: (hasCloud, isDark) = (true, true)
    case .haze: figure = .haze
    case .fog: (hasCloud, hasLines) = (true, true)
    case .drizzle: (hasCloud, falls) = (true, [.streak, .streak])
    case .showers: (hasSun, hasCloud, falls) = (true, true, [.drop, .drop])
    case .rain: (hasCloud, falls) = (true, [.drop, .drop, .drop])
    case .heavyRain: (hasCloud, isDark, falls) = (true, true, [.drop, .drop, .drop, .drop])
    case .snowShowers: (hasSun, hasCloud, falls) = (true, true, [.flake, .flake])
    case .snow: (hasCloud, falls) = (true, [.flake, .flake, .flake])
    case .sleet: (hasCloud, falls) = (true, [.drop, .flake, .drop])
    case .heavySnow: (hasCloud, isDark, falls) = (true, true, [.flake, .flake, .flake, .flake])
    case .hail: (hasCloud, isDark, falls) = (true, true, [.ball, .ball, .ball])
    case .freezingRain: (hasCloud, falls, hasLines) = (true, [.drop, .drop, .drop], true)
    case .thunderstorm: (hasCloud, isDark, falls) = (true, true, [.drop, .bolt, .drop])
    case .hurricane: figure = .hurricane
    case .tornado: figure = .tornado
    }
  }

  /// Draws the sign around a point, as large as wished.
  func draw(_ x: Double, _ y: Double, size: Double, on canvas: inout SvgCanvas) {
    canvas.group(x - size / 2, y - size / 2, scale: size / Self.side) { canvas in
      if let figure { return draw(figure, on: &canvas) }
      if hasSun { drawSun(on: &canvas) }
      if hasCloud { drawCloud(on: &canvas) }
      drawFalls(on: &canvas)
      if hasLines { drawLines(on: &canvas) }
    }
  }

  /// The sun or the moon: in the middle where it is alone, else at the left over the cloud.
  private func drawSun(on canvas: inout SvgCanvas) {
    let (x, y, radius) = hasCloud ? (isFair ? (20.0, 19.0, 9.5) : (16.5, 15.0, 7.5)) : (24.0, 24.0, 10.5)
    canvas.group(x, y, scale: radius / 10) { canvas in
      if isNight {
        canvas.path("M-2 -10.5A10.5 10.5 0 1 0 10.5 3.5A8.8 8.8 0 0 1 -2 -10.5Z", style: "w-moon")
      } else {
        canvas.circle(0, 0, 9, style: "w-sun")
        canvas.path(
          "M0 -13V-17.5M0 13V17.5M-13 0H-17.5M13 0H17.5M-9.2 -9.2L-12.4 -12.4M9.2 -9.2L12.4 -12.4"
            + "M-9.2 9.2L-12.4 12.4M9.2 9.2L12.4 12.4", style: "w-rays")
      }
    }
  }

  /// A cloud: small and low under a fair sky, high where something falls from it.
  private func drawCloud(on canvas: inout SvgCanvas) {
    let cloud = "M12.5 35H36A7.5 7.5 0 0 0 37 20.1A11 11 0 0 0 16.2 18.3A8.5 8.5 0 0 0 12.5 35Z"
    let style = isDark ? "w-dark" : "w-cloud"
    if isFair {
      canvas.group(15, 17, scale: 0.68) { $0.path(cloud, style: style) }
    } else {
      canvas.group(0, falls.isEmpty && !hasLines ? 4 : -3) { $0.path(cloud, style: style) }
    }
  }

  /// What falls, side by side under the cloud.
  private func drawFalls(on canvas: inout SvgCanvas) {
    let step = 26 / Double(max(3, falls.count))
    for (index, fall) in falls.enumerated() {
      let x = 25 + (Double(index) - Double(falls.count - 1) / 2) * step
      let y = fall == .bolt ? 38 : (index.isMultiple(of: 2) ? 39.5 : 42)
      canvas.group(x, y) { canvas in
        switch fall {
        case .drop: canvas.path("M1.6 -4.5L-1.6 4.5", style: "w-drop")
        case .streak: canvas.path("M0.8 -2L-0.8 2", style: "w-drop")
        case .flake: canvas.path("M0 -4V4M-3.5 -2L3.5 2M-3.5 2L3.5 -2", style: "w-flake")
        case .ball: canvas.circle(0, 0, 2.7, style: "w-ball")
        case .bolt: canvas.path("M2.5 -9L-4.5 2H-0.5L-2.5 10L5 -2H1Z", style: "w-bolt")
        }
      }
    }
  }

  /// Fog over the ground, or ice on it.
  private func drawLines(on canvas: inout SvgCanvas) {
    if falls.isEmpty {
      canvas.path("M10 37.5H38M14 42.5H34", style: "w-fog")
    } else {
      canvas.path("M9 47H41", style: "w-ice")
    }
  }

  private func draw(_ figure: Figure, on canvas: inout SvgCanvas) {
    switch figure {
    case .wind:
      canvas.path("M7 20H29A5 5 0 1 0 24.5 13M7 27H37A5.5 5.5 0 1 1 32 35M7 34H22A4 4 0 1 1 18.5 40", style: "w-fog")
    case .thermometer(let warm):
      canvas.path("M20 28V11A4 4 0 0 1 28 11V28A8 8 0 1 1 20 28Z", style: "w-glass")
      canvas.path("M24 \(warm ? 12 : 27)V34", style: warm ? "w-mercury w-hot" : "w-mercury w-cold")
      canvas.circle(24, 34, 4.6, style: warm ? "w-bulb-hot" : "w-bulb-cold")
    case .haze:
      canvas.path(
        [14, 22, 30, 38].map { "M7 \($0)q4.25 -5 8.5 0t8.5 0t8.5 0t8.5 0" }.joined(), style: "w-fog")
    case .hurricane:
      canvas.circle(24, 24, 5, style: "w-eye")
      canvas.path("M24 12A12 12 0 0 1 36 24C36 34 27 42 15 43M24 36A12 12 0 0 1 12 24C12 14 21 6 33 5", style: "w-fog")
    case .tornado:
      canvas.path("M9 9H39M13 16H37M17 23H34M20 30H30M21 37H27M23 43H25", style: "w-fog")
    }
  }
}
