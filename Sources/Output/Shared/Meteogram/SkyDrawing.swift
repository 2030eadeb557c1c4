/// Draws a weather icon: sun or moon, the cloud in front, and precipitation below.
struct SkyDrawing {
  private enum Fall { case drop, streak, flake, ball, bolt }
  private enum Cloud { case light, dark, fair }
  private enum Sign {
    case sky(sun: Bool = false, Cloud? = nil, [Fall] = [], lines: Bool = false)
    /// Lines that represent wind or particles.
    case air(String)
    case hot, cold, hurricane
  }

  private let sign: Sign
  private let isNight: Bool

  /// Chooses the icon for a condition, with the moon instead of the sun at night.
  init(_ condition: Condition, isNight: Bool) {
    self.isNight = isNight
    sign =
      switch condition {
      case .windy: .air("M7 20H29A5 5 0 1 0 24.5 13M7 27H37A5.5 5.5 0 1 1 32 35M7 34H22A4 4 0 1 1 18.5 40")
      case .hot: .hot
      case .cold: .cold
      case .clear: .sky(sun: true)
      case .mostlyClear: .sky(sun: true, .fair)
      case .partlyCloudy: .sky(sun: true, .light)
      case .mostlyCloudy: .sky(sun: true, .dark)
      case .cloudy: .sky(.dark)
      case .haze: .air([14, 22, 30, 38].map { "M7 \($0)q4.25 -5 8.5 0t8.5 0t8.5 0t8.5 0" }.joined())
      case .fog: .sky(.light, lines: true)
      case .drizzle: .sky(.light, [.streak, .streak])
      case .showers: .sky(sun: true, .light, [.drop, .drop])
      case .rain: .sky(.light, [.drop, .drop, .drop])
      case .heavyRain: .sky(.dark, [.drop, .drop, .drop, .drop])
      case .snowShowers: .sky(sun: true, .light, [.flake, .flake])
      case .snow: .sky(.light, [.flake, .flake, .flake])
      case .sleet: .sky(.light, [.drop, .flake, .drop])
      case .heavySnow: .sky(.dark, [.flake, .flake, .flake, .flake])
      case .hail: .sky(.dark, [.ball, .ball, .ball])
      case .freezingRain: .sky(.light, [.drop, .drop, .drop], lines: true)
      case .thunderstorm: .sky(.dark, [.drop, .bolt, .drop])
      case .hurricane: .hurricane
      case .tornado: .air("M9 9H39M13 16H37M17 23H34M20 30H30M21 37H27M23 43H25")
      }
  }

  /// Draws the icon centred at a point, in a square of this size.
  func draw(_ x: Double, _ y: Double, size: Double, on canvas: inout SvgCanvas) {
    canvas.group(x - size / 2, y - size / 2, scale: size / 48) { canvas in
      switch sign {
      case .sky(let sun, let cloud, let falls, let lines):
        if sun { drawSun(behind: cloud, on: &canvas) }
        if let cloud { Self.draw(cloud, isHigh: !falls.isEmpty || lines, on: &canvas) }
        Self.draw(falls, on: &canvas)
        // Fog over the ground, or ice on it.
        if lines, falls.isEmpty { canvas.path("M10 37.5H38M14 42.5H34", style: "w-fog") }
        if lines, !falls.isEmpty { canvas.path("M9 47H41", style: "w-ice") }
      case .air(let lines): canvas.path(lines, style: "w-fog")
      case .hot: Self.drawThermometer(height: 12, "hot", on: &canvas)
      case .cold: Self.drawThermometer(height: 27, "cold", on: &canvas)
      case .hurricane:
        canvas.circle(24, 24, 5, style: "w-eye")
        canvas.path(
          "M24 12A12 12 0 0 1 36 24C36 34 27 42 15 43M24 36A12 12 0 0 1 12 24C12 14 21 6 33 5", style: "w-fog")
      }
    }
  }

  /// The sun or moon: centred if alone, else at the upper left behind the cloud.
  private func drawSun(behind cloud: Cloud?, on canvas: inout SvgCanvas) {
    let (x, y, radius) = cloud == nil ? (24.0, 24.0, 10.5) : cloud == .fair ? (20.0, 19.0, 9.5) : (16.5, 15.0, 7.5)
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

  /// A cloud: small and low in a fair sky, higher above precipitation.
  private static func draw(_ cloud: Cloud, isHigh: Bool, on canvas: inout SvgCanvas) {
    let (x, y, scale) = cloud == .fair ? (15.0, 17.0, 0.68) : (0, isHigh ? -3 : 4, 1)
    canvas.group(x, y, scale: scale) {
      $0.path(
        "M12.5 35H36A7.5 7.5 0 0 0 37 20.1A11 11 0 0 0 16.2 18.3A8.5 8.5 0 0 0 12.5 35Z",
        style: cloud == .dark ? "w-dark" : "w-cloud")
    }
  }

  /// Precipitation side by side below the cloud.
  private static func draw(_ falls: [Fall], on canvas: inout SvgCanvas) {
    let step = 26 / Double(max(3, falls.count))
    for (index, fall) in falls.enumerated() {
      let x = 25 + (Double(index) - Double(falls.count - 1) / 2) * step
      canvas.group(x, fall == .bolt ? 38 : index.isMultiple(of: 2) ? 39.5 : 42) { canvas in
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

  private static func drawThermometer(height: Int, _ name: String, on canvas: inout SvgCanvas) {
    canvas.path("M20 28V11A4 4 0 0 1 28 11V28A8 8 0 1 1 20 28Z", style: "w-glass")
    canvas.path("M24 \(height)V34", style: "w-mercury w-\(name)")
    canvas.circle(24, 34, 4.6, style: "w-bulb-\(name)")
  }
}
