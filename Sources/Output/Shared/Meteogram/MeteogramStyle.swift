/// The style sheet of a meteogram.
///
/// Colours are plain rules, dark ones in a media query after them, instead of custom properties, so that programs with
/// limited CSS support (rsvg, Inkscape) still show the light ones. Print is always light. Text has a contrast of at
/// least 4.5:1 on day and night (WCAG 2.2, 1.4.3).
enum MeteogramStyle {
  /// Fonts of drawing and page: each system's default.
  static let fonts =
    "-apple-system, \"Segoe UI\", Roboto, Cantarell, \"Noto Sans\", \"Liberation Sans\", Arial, sans-serif"

  static var sheet: String { shapes + colours { $0.light } + dark }

  /// The rules for dark mode, which do not apply to print.
  private static var dark: String { "@media screen and (prefers-color-scheme: dark) {\n\(colours { $0.dark })}\n" }

  private static var shapes: String {
    """
    .meteogram { font-family: \(fonts); }
    .meteogram text { font-size: 12px; text-anchor: middle; font-variant-numeric: tabular-nums; }
    .meteogram text.s { text-anchor: start; }
    .meteogram text.e { text-anchor: end; }
    .meteogram .w-place { font-size: 22px; font-weight: 600; }
    .meteogram .w-source { font-size: 13px; }
    .meteogram .w-now { font-size: 46px; font-weight: 300; }
    .meteogram .w-phrase { font-size: 17px; font-weight: 500; }
    .meteogram .w-name { font-size: 14px; }
    .meteogram .w-today { font-weight: 700; }
    .meteogram .w-value { font-size: 13px; font-weight: 600; }
    .meteogram .w-words, .meteogram .w-caption, .meteogram .w-credit, .meteogram .w-hour { font-size: 11px; }
    .meteogram .w-tiny { font-size: 9px; }
    .w-grid, .w-border, .w-base { stroke-width: 1; }
    .w-grid { stroke-dasharray: 2 4; }
    .w-freezing { stroke-width: 1.2; }
    .w-unknown { stroke-width: 2; stroke-dasharray: 2 2; }
    .w-high, .w-low { fill: none; stroke-linecap: round; stroke-linejoin: round; }
    .w-high { stroke-width: 3; }
    .w-low { stroke-width: 2; }
    .w-band { opacity: 0.16; }
    .w-pair { fill-opacity: 0.35; }
    .w-point { stroke-width: 1.5; }
    .meteogram .w-value, .meteogram .w-minor { paint-order: stroke; stroke-width: 3px; stroke-opacity: 0.75; }
    .w-chance { fill-opacity: 0.55; }
    .w-touch { fill: none; pointer-events: all; }
    .w-rays, .w-drop, .w-flake, .w-fog, .w-ice, .w-mercury { fill: none; stroke-linecap: round; }
    .w-rays, .w-drop { stroke-width: 2.4; }
    .w-flake { stroke-width: 1.5; }
    .w-fog, .w-ice { stroke-width: 2.6; }
    .w-glass { stroke-width: 1.8; }
    .w-mercury { stroke-width: 3; }
    .w-cloud, .w-dark { stroke-width: 1.4; stroke-linejoin: round; }

    """
  }

  /// A colour rule: elements, property, and colours in light and dark mode.
  private typealias Colour = (elements: String, property: String, light: String, dark: String)

  private static func colours(_ shade: (Colour) -> String) -> String {
    palette.map { "\($0.elements) { \($0.property): \(shade($0)); }\n" }.joined()
  }

  private static let palette: [Colour] = [
    (".w-paper", "fill", "#ffffff", "#151a21"),
    (".w-day", "fill", "#fbfcfe", "#1d242e"),
    (".w-night", "fill", "#e9eef6", "#12171d"),
    (".meteogram text", "fill", "#1b2430", "#e8edf4"),
    (
      ".meteogram .w-source, .meteogram .w-axis, .meteogram .w-caption, .meteogram .w-credit, .meteogram .w-minor",
      "fill", "#526070", "#a3b0c0"
    ),
    (".w-grid", "stroke", "#cfd7e1", "#36414f"),
    (".w-border", "stroke", "#c7d0db", "#3a4655"),
    (".w-base, .w-unknown", "stroke", "#8795a6", "#66758a"),
    (".w-freezing", "stroke", "#6fa3de", "#4d7fbd"),
    (".w-stop-cold", "stop-color", "#2468c9", "#6cabff"),
    (".w-stop-warm", "stop-color", "#d8432f", "#ff8168"),
    (".meteogram .w-value, .meteogram .w-minor", "stroke", "#f5f7fb", "#181e26"),
    (".w-pair", "fill", "#5b6775", "#a3b0c0"),
    (".w-point", "stroke", "#ffffff", "#151a21"),
    (".w-frost", "fill", "#2468c9", "#6cabff"),
    (".w-warm", "fill", "#d8432f", "#ff8168"),
    (".w-rain, .w-chance", "fill", "#3d8bd4", "#58a6e8"),
    (".w-arrow", "fill", "#43505f", "#bcc8d6"),
    (".w-sun", "fill", "#f6a821", "#ffc04a"),
    (".w-rays", "stroke", "#f6a821", "#ffc04a"),
    (".w-moon", "fill", "#7d89c4", "#cdd4f7"),
    (".w-cloud", "fill", "#dfe6ee", "#aab7c6"),
    (".w-cloud", "stroke", "#93a2b3", "#c4cfdb"),
    (".w-dark", "fill", "#a9b6c4", "#74828f"),
    (".w-dark", "stroke", "#77869a", "#97a5b4"),
    (".w-drop", "stroke", "#2f7fd0", "#64b0f5"),
    (".w-flake", "stroke", "#4a90d9", "#d5e8ff"),
    (".w-ice", "stroke", "#6fb4e8", "#a8d8ff"),
    (".w-ball", "fill", "#6b93bb", "#d5e8ff"),
    (".w-bolt", "fill", "#f29a05", "#ffcb3d"),
    (".w-fog", "stroke", "#7f8e9f", "#a9b6c4"),
    (".w-eye", "fill", "#7f8e9f", "#a9b6c4"),
    (".w-glass", "fill", "#f3f6fa", "#2a333f"),
    (".w-glass", "stroke", "#7f8e9f", "#a9b6c4"),
    (".w-hot", "stroke", "#d8432f", "#ff8168"),
    (".w-bulb-hot", "fill", "#d8432f", "#ff8168"),
    (".w-cold", "stroke", "#2468c9", "#6cabff"),
    (".w-bulb-cold", "fill", "#2468c9", "#6cabff"),
  ]
}
