internal import Markup

/// An expression with a text that any page it could find something in must hold: looking for the text in the bytes costs a
/// thousandth of walking through the document.
struct WeatherComLandmark {
  /// The text.
  let sign: String
  /// The XPath.
  let expression: String

  init(_ sign: String, _ expression: String) {
    self.sign = sign
    self.expression = expression
  }

  /// The text of the first node that is found; nil where there is none, or where it is empty.
  func text(in document: Document?, of body: [UInt8]) throws(MarkupError) -> String? {
    guard let document, ByteSearch.firstRange(of: sign, in: body) != nil,
      let text = try document.first("(\(expression))[1]")?.text
    else { return nil }
    return text.isEmpty ? nil : text
  }
}
