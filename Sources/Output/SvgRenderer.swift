import Weather

/// A meteogram as an SVG drawing; several places are stacked in one drawing.
struct SvgRenderer: Renderer {
  static let summary = "a meteogram, as a drawing"
  static let showsFailures = true

  private let text: ValueText

  init(options: RenderingOptions) { text = options.documentValues }

  func render(_ report: Report, index: Int) -> String {
    Self.declaration
      + Meteogram(report, text: text, index: index, hasHeading: true).element(style: MeteogramStyle.sheet)
  }

  /// The drawing of one report; for several, a drawing that contains all of theirs.
  func text(of reports: [Report]) -> String {
    if reports.count == 1 { return render(reports[0], index: 0) }
    let meteograms = reports.enumerated().map { Meteogram($1, text: text, index: $0, hasHeading: true) }
    let width = SvgCanvas.number(meteograms.map { $0.frame.width }.max() ?? 0)
    let height = SvgCanvas.number(meteograms.reduce(0) { $0 + $1.frame.height })
    var drawing = Self.declaration + "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\""
    drawing += " width=\"\(width)\" height=\"\(height)\">\n"
    drawing += "<title>\(MarkupText.escaped(text.phrases("Weather")))</title>\n"
    drawing += "<style>\n\(MeteogramStyle.sheet)</style>\n"
    drawing += "<rect class=\"w-paper\" width=\"\(width)\" height=\"\(height)\"/>\n"
    var top = 0.0
    for meteogram in meteograms {
      drawing += meteogram.element(attributes: "y=\"\(SvgCanvas.number(top))\"")
      top += meteogram.frame.height
    }
    return drawing + "</svg>\n"
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
}
