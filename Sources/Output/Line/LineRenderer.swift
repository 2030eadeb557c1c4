public import Weather

/// One line for prompts and status bars, or what a template makes of the report.
public struct LineRenderer: Renderer {
  /// What the form is for.
  public static let summary = "one line for prompts and bars, or a template's text"

  /// A place that failed says so in its line: nobody sees the standard error of a bar.
  public static let showsFailures = true

  /// The names that stand for templates.
  public static let templates = LinePreset.allCases.map { $0.rawValue }

  private let options: RenderingOptions
  private let template: LineTemplate?

  /// A renderer of the options' template; of our own line where there is none. A template that cannot be used is none:
  /// ``fault(in:)`` tells why.
  public init(options: RenderingOptions) {
    self.options = options
    template = options.template.flatMap { try? LineTemplate($0) }
  }

  /// What is wrong with the template.
  public static func fault(in options: RenderingOptions) -> TemplateError? {
    guard let text = options.template else { return nil }
    do throws(TemplateError) { _ = try LineTemplate(text) } catch { return error }
    return nil
  }

  /// The line, or the template's text with a line's end; what is no terminal takes all of it.
  public func render(_ report: Report, index: Int) -> String {
    let width = options.isTerminal ? options.width : nil
    guard let template else { return LineText(report, options).text(fitting: width) + "\n" }
    var text = template.text(of: report, options)
    // Half an object is none, and a colour's escape sequence has no width that could be counted.
    if let width, !template.isForPrograms, !text.contains("\u{1B}") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      text = lines.map { DisplayWidth.cut(String($0), to: width, isUnicode: options.isUnicode) }.joined(separator: "\n")
    }
    return text.hasSuffix("\n") ? text : text + "\n"
  }
}
