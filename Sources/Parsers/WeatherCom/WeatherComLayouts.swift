internal import Markup
internal import Scraping
internal import Weather

/// One layout of the site's markup, from `WeatherComPages.yaml`.
struct WeatherComLayout {
  /// The layout's name in reports and errors.
  let name: String
  /// The XPath of its rows, or of the element with current conditions.
  let rows: String
  /// Reads its fields.
  let reader: LayoutReader

  init(_ section: SiteDefinition.Section) {
    name = section.layout
    rows = section.rows.first?.at ?? ""
    reader = LayoutReader(section)
  }
}

/// An expression with a text that must occur in any page that it matches: searching the bytes for the text is a
/// thousand times faster than evaluating the expression.
struct WeatherComLandmark {
  private let expression: String
  /// The first quoted text; empty if pages may encode it differently.
  private let sign: String

  init(_ selector: SiteDefinition.Selector?) {
    expression = selector?.at ?? ""
    let quoted = expression.split(separator: "'", omittingEmptySubsequences: false).dropFirst().first.map(String.init)
    sign = quoted.flatMap { $0.utf8.allSatisfy { $0 < 0x80 } ? $0 : nil } ?? ""
  }

  /// False if the expression cannot match; does not parse the page.
  func isPossible(in body: [UInt8]) -> Bool { sign.isEmpty || ByteSearch.firstRange(of: sign, in: body) != nil }

  /// The text of the first match; nil if there is none, or if it is empty.
  func text(in document: Document?, of body: [UInt8]) throws(MarkupError) -> String? {
    guard let document, isPossible(in: body), let text = try document.first("(\(expression))[1]")?.text else {
      return nil
    }
    return text.isEmpty ? nil : text
  }
}
