public import Weather

/// Bold, dim and coloured text for a terminal (SGR escape sequences); plain text where it takes no colours.
///
/// Colours are of the palette of 256 (xterm), chosen so that they can be read on a dark and on a light ground.
public struct ANSIStyle: Sendable {
  /// Whether there are colours at all.
  public let isColored: Bool

  /// The style for a terminal that takes colours, or for anything else.
  public init(isColored: Bool) { self.isColored = isColored }

  /// A text in bold.
  public func bold(_ text: String) -> String { styled(text, "1") }

  /// A text that stands back.
  public func dim(_ text: String) -> String { styled(text, "2") }

  /// A text in a colour of the palette.
  public func colored(_ text: String, _ color: UInt8) -> String { styled(text, "38;5;\(color)") }

  /// A text in the colour of a temperature, from frost to heat.
  public func temperature(_ text: String, _ value: Temperature?) -> String {
    guard isColored, let value else { return text }
    return colored(text, Self.color(of: value.exactly(in: .celsius), in: Self.temperatures))
  }

  /// A text in the colour of the rain to be expected, by its chance; by its amount where there is no chance.
  public func rain(_ text: String, chance: Percentage?, amount: Precipitation? = nil) -> String {
    guard isColored else { return text }
    if let chance { return colored(text, Self.color(of: chance, in: Self.chances)) }
    guard let amount else { return text }
    return colored(text, Self.color(of: amount.exactly(in: .millimeters), in: Self.amounts))
  }

  /// A text in the colour of a wind's strength.
  public func wind(_ text: String, _ speed: Speed?) -> String {
    guard isColored, let speed else { return text }
    return colored(text, Self.color(of: speed.exactly(in: .metersPerSecond), in: Self.winds))
  }

  /// A text in which neighbours of one colour share its sequences.
  public func merged(_ text: String) -> String {
    guard isColored else { return text }
    var (merged, last) = ("", Substring())
    for (index, part) in text.split(separator: "\u{1B}[0m", omittingEmptySubsequences: false).enumerated() {
      let code = part.hasPrefix("\u{1B}[") ? part.prefix { $0 != "m" } : ""
      if index > 0, !code.isEmpty, code == last {
        merged += part.dropFirst(code.count + 1)
      } else {
        if index > 0 { merged += "\u{1B}[0m" }
        merged += part
      }
      // A sequence that begins within the part counts for what follows it.
      last =
        part.split(separator: "\u{1B}[", omittingEmptySubsequences: false).dropFirst().last.map {
          "\u{1B}[" + $0.prefix { $0 != "m" }
        } ?? ""
    }
    return merged
  }

  /// A text between a select-graphic-rendition sequence (ECMA-48, SGR) and the one that ends it.
  private func styled(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Colours with the value below which each counts; the last has no end.
  private typealias Ramp = [(below: Double, color: UInt8)]

  /// In °C: violet, blues, greens, yellow, oranges, red.
  private static let temperatures: Ramp = [
    (-10, 99), (-5, 63), (0, 33), (5, 38), (10, 37), (15, 71), (20, 106), (25, 136), (30, 172), (35, 166),
    (.infinity, 160),
  ]

  /// In percent: grey, then ever stronger blue.
  private static let chances: Ramp = [(20, 244), (50, 74), (80, 33), (.infinity, 27)]

  /// In millimetres: of the steps in which radar pictures tell rain apart, those that matter to somebody outdoors.
  private static let amounts: Ramp = [(0.1, 244), (1, 74), (5, 33), (.infinity, 27)]

  /// In m/s, by the Beaufort scale (WMO-No. 8): up to a gentle breeze, fresh breeze, near gale, and gale.
  private static let winds: Ramp = [(5.5, 244), (10.8, 71), (17.2, 172), (.infinity, 160)]

  /// The colour of a value.
  private static func color(of value: Double, in ramp: Ramp) -> UInt8 {
    ramp.first { value < $0.below }?.color ?? ramp.last?.color ?? 0
  }
}
