internal import Markup
internal import Scraping
internal import Weather

/// One layout of the site's markup, as `WeatherComPages.yaml` has it.
struct WeatherComLayout {
  /// What the layout is called in reports and errors.
  let name: String
  /// The XPath of its rows, or of the one box that holds the moment's conditions.
  let rows: String
  /// Reads its fields.
  let reader: LayoutReader

  init(_ section: SiteDefinition.Section) {
    name = section.layout
    rows = section.rows.first?.at ?? ""
    reader = LayoutReader(section)
  }
}

/// An expression with a text that any page it could find something in must hold: looking for the text in the bytes costs a
/// thousandth of walking through the document.
struct WeatherComLandmark {
  private let expression: String
  /// The first text in quotation marks; empty where a page may write it in other ways.
  private let sign: String

  init(_ selector: SiteDefinition.Selector?) {
    expression = selector?.at ?? ""
    let quoted = expression.split(separator: "'", omittingEmptySubsequences: false).dropFirst().first.map(String.init)
    sign = quoted.flatMap { $0.utf8.allSatisfy { $0 < 0x80 } ? $0 : nil } ?? ""
  }

  /// Whether the page can hold what is sought, told without parsing it.
  func isPossible(in body: [UInt8]) -> Bool { sign.isEmpty || ByteSearch.firstRange(of: sign, in: body) != nil }

  /// The text of the first node that is found; nil where there is none, or where it is empty.
  func text(in document: Document?, of body: [UInt8]) throws(MarkupError) -> String? {
    guard let document, isPossible(in: body), let text = try document.first("(\(expression))[1]")?.text else {
      return nil
    }
    return text.isEmpty ? nil : text
  }
}
