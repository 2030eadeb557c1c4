/// Collects the elements of a drawing. Colours and fonts are the style sheet's (``MeteogramStyle``): elements name classes.
struct SvgCanvas {
  /// The elements so far, one a line.
  private(set) var text = ""

  /// A coordinate with at most one decimal.
  static func number(_ value: Double) -> String { ValueText.padded(value) }

  /// A straight line.
  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String) {
    text += "<line class=\"\(style)\" x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\""
    text += " x2=\"\(Self.number(x2))\" y2=\"\(Self.number(y2))\"/>\n"
  }

  /// A rectangle, its corners rounded by a radius; a `title` is what a pointer that rests on it shows.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double = 0, style: String, title: String? = nil
  ) {
    text += "<rect class=\"\(style)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    text += " width=\"\(Self.number(max(0, width)))\" height=\"\(Self.number(max(0, height)))\""
    if radius > 0 { text += " rx=\"\(Self.number(radius))\"" }
    text += title.map { "><title>\(MarkupText.escaped($0))</title></rect>\n" } ?? "/>\n"
  }

  /// A circle.
  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, style: String) {
    text += "<circle class=\"\(style)\" cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\""
    text += " r=\"\(Self.number(radius))\"/>\n"
  }

  /// A path of SVG's path data; `attributes` as they stand in the element.
  mutating func path(_ data: String, style: String, attributes: String = "") {
    text += "<path class=\"\(style)\" d=\"\(data)\"\(attributes.isEmpty ? "" : " " + attributes)/>\n"
  }

  /// A text whose baseline stands at `y`, its letters as large as the style says or as `size`; classes `s` (begins at `x`)
  /// and `e` (ends there) move it off its middle.
  mutating func label(_ string: String, _ x: Double, _ y: Double, size: Double? = nil, style: String) {
    guard !string.isEmpty else { return }
    text += "<text class=\"\(style)\" x=\"\(Self.number(x))\" y=\"\(Self.number(y))\""
    if let size { text += " style=\"font-size: \(Self.number(size))px\"" }
    text += ">"
    text += "\(MarkupText.escaped(string))</text>\n"
  }

  /// The colours of warmth, by name: cold below a height, warm above it, flowing into each other within `reach`.
  mutating func gradient(_ name: String, middle: Double, reach: Double) {
    text += "<linearGradient id=\"\(name)\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\""
    text += " y1=\"\(Self.number(middle + reach))\" y2=\"\(Self.number(middle - reach))\">"
    text += "<stop class=\"w-stop-cold\" offset=\"0\"/><stop class=\"w-stop-warm\" offset=\"1\"/></linearGradient>\n"
  }

  /// What `body` draws, moved to a point, enlarged and turned clockwise by degrees.
  mutating func group(
    _ x: Double, _ y: Double, scale: Double = 1, degrees: Double = 0, _ body: (inout SvgCanvas) -> Void
  ) {
    text += "<g transform=\"translate(\(Self.number(x)) \(Self.number(y)))"
    if degrees != 0 { text += " rotate(\(Self.number(degrees)))" }
    if scale != 1 { text += " scale(\(ValueText.padded(scale, decimals: 3)))" }
    text += "\">\n"
    body(&self)
    text += "</g>\n"
  }
}
