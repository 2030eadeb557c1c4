public import Weather

/// A meteogram as a drawing by itself; several places stand one below the other in one drawing.
public struct SvgRenderer: Renderer {
  /// What the form is for.
  public static let summary = "a meteogram, as a drawing"

  private let text: MeteogramText
  private let isSeveral: Bool

  /// A renderer with dates and numbers of the user's locales.
  public init(options: RenderingOptions) {
    text = MeteogramText(options: options)
    isSeveral = options.severalReports
  }

  /// The drawing that holds the others, where there is more than one.
  public func opening() -> String {
    guard isSeveral else { return Self.declaration }
    return Self.declaration + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\">\n<title>Weather</title>\n"
      + "<style>\n\(MeteogramStyle.sheet)</style>\n"
  }

  /// A report's drawing.
  public func render(_ report: Report, index: Int) -> String {
    let meteogram = Meteogram(report, text: text, index: index, hasHeading: true)
    guard isSeveral else { return meteogram.element(style: MeteogramStyle.sheet) }
    // Nobody knows how many more will come: each makes the whole as high as it is so far, and the last one's word counts.
    let height = meteogram.frame.height
    let top = SvgCanvas.number(Double(index) * height)
    return "<style>:root { height: \(SvgCanvas.number(Double(index + 1) * height))px; }</style>\n"
      + meteogram.element(attributes: "y=\"\(top)\"")
  }

  /// The end of the drawing that holds the others.
  public func closing() -> String { isSeveral ? "</svg>\n" : "" }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
}
