import Weather

/// Bold, dim and coloured text for a terminal (SGR sequences of ECMA-48); plain text if colours are off.
///
/// Colours are from the 256-colour palette (xterm), chosen to be legible on dark and light backgrounds.
public struct ANSIStyle: Sendable {
  let isColored: Bool

  /// Styles for an output with or without colours.
  public init(isColored: Bool) { self.isColored = isColored }

  /// Bold text.
  public func bold(_ text: String) -> String { styled(text, "1") }

  /// Dim text.
  public func dim(_ text: String) -> String { styled(text, "2") }

  /// Colours a text by temperature.
  func temperature(_ text: String, _ value: Temperature?) -> String {
    colored(text, value?.exactly(in: .celsius), Self.temperatures)
  }

  /// Colours a text by the chance of precipitation; by its amount if the chance is unknown.
  func rain(_ text: String, chance: Percentage?, amount: Precipitation?) -> String {
    chance == nil
      ? colored(text, amount?.exactly(in: .millimeters), Self.amounts) : colored(text, chance, Self.chances)
  }

  /// Colours a text by wind speed.
  func wind(_ text: String, _ speed: Speed?) -> String {
    colored(text, speed?.exactly(in: .metersPerSecond), Self.winds)
  }

  /// Colours a text as a traffic light.
  public func signal(_ text: String, _ color: SignalColor) -> String { styled(text, "38;5;\(color.rawValue)") }

  /// Colours a text by a number of the palette.
  func palette(_ text: String, _ color: UInt8) -> String { styled(text, "38;5;\(color)") }

  /// Merges adjacent sequences of the same colour.
  func merged(_ text: String) -> String {
    guard isColored else { return text }
    var (merged, last) = ("", Substring())
    for (index, part) in text.split(separator: Self.reset, omittingEmptySubsequences: false).enumerated() {
      let pieces = part.split(separator: Self.start, maxSplits: 1, omittingEmptySubsequences: false)
      let code = pieces.count > 1 ? pieces[1].prefix { $0 != "m" } : ""
      if index > 0, pieces[0].isEmpty, !code.isEmpty, code == last {
        merged += pieces[1].dropFirst(code.count + 1)
      } else {
        merged += (index > 0 ? Self.reset : "") + part
      }
      last = code
    }
    return merged
  }

  private static let start = "\u{1B}["
  private static let reset = "\u{1B}[0m"

  private func styled(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\(Self.start)\(code)m\(text)\(Self.reset)" : text
  }

  private func colored(_ text: String, _ value: Double?, _ ramp: Ramp) -> String {
    guard let value, let color = ramp.first(where: { value < $0.below })?.color else { return text }
    return styled(text, "38;5;\(color)")
  }

  /// Colours with their exclusive upper bounds.
  private typealias Ramp = [(below: Double, color: UInt8)]

  /// In °C: violet, blues, greens, yellow, oranges, red.
  private static let temperatures: Ramp = [
    (-10, 99), (-5, 63), (0, 33), (5, 38), (10, 37), (15, 71), (20, 106), (25, 136), (30, 172), (35, 166),
    (.infinity, 160),
  ]

  /// In percent: grey, then increasingly strong blue.
  private static let chances: Ramp = [(20, 244), (50, 74), (80, 33), (.infinity, 27)]

  /// In millimetres: the steps of radar images that matter to people outdoors.
  private static let amounts: Ramp = [(0.1, 244), (1, 74), (5, 33), (.infinity, 27)]

  /// In m/s, by the Beaufort scale (WMO-No. 8): up to a gentle breeze, fresh breeze, near gale, and gale.
  private static let winds: Ramp = [(5.5, 244), (10.8, 71), (17.2, 172), (.infinity, 160)]
}

/// The colours of a traffic light.
public enum SignalColor: UInt8 {
  case green = 71
  case yellow = 172
  case red = 160
}
