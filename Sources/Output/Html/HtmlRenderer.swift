import Weather

/// A self-contained page for browsers and paper: the meteogram and a table of all values.
///
/// It has no scripts and loads no resources, which its content security policy forbids.
struct HtmlRenderer: Renderer {
  static let summary = "a page with a meteogram and a table, for browsers and paper"
  static let showsFailures = true

  private let fields: HtmlFields
  private let isSeveral: Bool

  init(options: RenderingOptions) {
    isSeveral = options.severalReports
    // A page has room for all fields, unless the user has chosen some.
    fields = HtmlFields(
      values: options.documentValues,
      groups: options.fields == FieldGroup.standard ? nil : options.fields)
  }

  func render(_ report: Report, index: Int) -> String {
    HtmlArticle(report: report, index: index, fields: fields).element(heading: isSeveral ? "h2" : "h1")
  }

  func text(of reports: [Report]) -> String {
    let phrases = fields.values.phrases
    let title =
      isSeveral ? phrases("Weather") : phrases("Weather: {place}", ["place": reports.first?.title ?? ""])
    return head(title: title) + (isSeveral ? "<h1>\(MarkupText.escaped(phrases("Weather")))</h1>\n" : "")
      + reports.enumerated().map { render($1, index: $0) }.joined() + "</main>\n</body>\n</html>\n"
  }

  private func head(title: String) -> String {
    let language = fields.values.phrases.language
    return """
      <!DOCTYPE html>
      <html lang="\(language.replacing("_", with: "-"))"\(Language.isRightToLeft(language) ? " dir=\"rtl\"" : "")>
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(MarkupText.escaped(title))</title>
      <style>
      \(HtmlStyle.sheet)\(MeteogramStyle.sheet)</style>
      </head>
      <body>
      <main>

      """
  }
}
