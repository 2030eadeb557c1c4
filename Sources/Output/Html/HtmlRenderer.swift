public import Weather

/// A page of its own for a browser or for paper: the meteogram and a table of every value.
///
/// It runs no script and asks for nothing from anywhere, and says so to the browser, which would refuse both.
public struct HtmlRenderer: Renderer {
  /// What the form is for.
  public static let summary = "a page with a meteogram and a table, for browsers and paper"

  /// A failed place has a section that says why.
  public static let showsFailures = true

  private let fields: HtmlFields
  private let isSeveral: Bool

  /// A renderer with dates and numbers of the user's locales.
  public init(options: RenderingOptions) {
    isSeveral = options.severalReports
    // A page has room for everything; a user who chooses fields wants those.
    fields = HtmlFields(
      values: ValueText(locale: options.values.locale),
      groups: options.fields == FieldGroup.standard ? nil : options.fields)
  }

  /// The page's head, where more than one place is to share it.
  public func opening() -> String { isSeveral ? head(title: "Weather") + "<h1>Weather</h1>\n" : "" }

  /// A report's part of the page; all of it but its end where it is the only one.
  public func render(_ report: Report, index: Int) -> String {
    let article = HtmlArticle(report: report, index: index, fields: fields).element(heading: isSeveral ? "h2" : "h1")
    return isSeveral ? article : head(title: "Weather: \(report.title)") + article
  }

  /// The page's end.
  public func closing() -> String { "</main>\n</body>\n</html>\n" }

  private func head(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
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
