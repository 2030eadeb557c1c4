/// Collects SVG elements, one per line. Colours and fonts are in the style sheet (``MeteogramStyle``).
struct SvgCanvas {
  private(set) var text = ""

  /// A coordinate with at most one decimal.
  static func number(_ value: Double) -> String { ValueText.padded(value) }

  /// Adds an element with the class `style`, closed by `end`.
  private mutating func add(
    _ name: String, _ style: String, _ attributes: KeyValuePairs<String, Double>, end: String = "/>\n"
  ) {
    text += "<\(name) class=\"\(style)\""
    for (key, value) in attributes { text += " \(key)=\"\(Self.number(value))\"" }
    text += end
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String) {
    add("line", style, ["x1": x1, "y1": y1, "x2": x2, "y2": y2])
  }

  /// A rectangle with rounded corners and an optional tooltip.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double = 0, style: String, title: String? = nil
  ) {
    let corners = radius > 0 ? " rx=\"\(Self.number(radius))\"" : ""
    let end = title.map { "><title>\(MarkupText.escaped($0))</title></rect>\n" } ?? "/>\n"
    add("rect", style, ["x": x, "y": y, "width": max(0, width), "height": max(0, height)], end: corners + end)
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, style: String) {
    add("circle", style, ["cx": x, "cy": y, "r": radius])
  }

  /// A path from SVG path data, with optional attributes.
  mutating func path(_ data: String, style: String, attributes: String = "") {
    text += "<path class=\"\(style)\" d=\"\(data)\"\(attributes.isEmpty ? "" : " " + attributes)/>\n"
  }

  /// A text with its baseline at `y`, in the style's font size or in `size`. It is centred at `x`, left-aligned with
  /// the class `s`, right-aligned with `e`.
  mutating func label(_ string: String, _ x: Double, _ y: Double, size: Double? = nil, style: String) {
    guard !string.isEmpty else { return }
    let size = size.map { " style=\"font-size: \(Self.number($0))px\"" } ?? ""
    add("text", style, ["x": x, "y": y], end: "\(size)>\(MarkupText.escaped(string))</text>\n")
  }

  /// A named colour gradient: cold below a height, warm above it, blended within `reach`.
  mutating func gradient(_ name: String, middle: Double, reach: Double) {
    text += "<linearGradient id=\"\(name)\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\""
    text += " y1=\"\(Self.number(middle + reach))\" y2=\"\(Self.number(middle - reach))\">"
    text += "<stop class=\"w-stop-cold\" offset=\"0\"/><stop class=\"w-stop-warm\" offset=\"1\"/></linearGradient>\n"
  }

  /// Content that is moved to a point, scaled, and rotated clockwise by degrees.
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
