public import Weather

/// One line for prompts and status bars, or the output of a template.
public struct LineRenderer: Renderer {
  /// What the form is for.
  public static let summary = "one line for prompts and bars, or a template's text"

  /// A place that failed is shown as such: nobody sees the standard error of a status bar.
  public static let showsFailures = true

  /// The names of the template presets.
  public static let templates = LinePreset.allCases.map { $0.rawValue }

  private let options: RenderingOptions
  private let template: LineTemplate?

  /// Creates a renderer for the options' template, or for the default line. An invalid template is ignored here and
  /// reported by ``fault(in:)``.
  public init(options: RenderingOptions) {
    self.options = options
    template = options.template.flatMap { try? LineTemplate($0) }
  }

  /// The error in the template; nil if there is none.
  public static func fault(in options: RenderingOptions) -> TemplateError? {
    guard let text = options.template else { return nil }
    do throws(TemplateError) { _ = try LineTemplate(text) } catch { return error }
    return nil
  }

  /// The line, or the template's text with a line end; only truncated on a terminal.
  public func render(_ report: Report, index: Int) -> String {
    let width = options.isTerminal ? options.width : nil
    guard let template else { return LineText(report, options).text(fitting: width) + "\n" }
    var text = template.text(of: report, options)
    // Truncating would break JSON, and escape sequences have no countable width.
    if let width, !template.isForPrograms, !text.contains("\u{1B}") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      text = lines.map { DisplayWidth.cut(String($0), to: width, isUnicode: options.isUnicode) }.joined(separator: "\n")
    }
    return text.hasSuffix("\n") ? text : text + "\n"
  }
}
