internal import Markup

/// The place's name in a page's heading.
enum WeatherComHeading {
  /// Maximum length in bytes: with an unclosed tag, a heading may include the rest of the page.
  private static let longest = 200

  /// The name in a parsed page; nil if there is none.
  static func shown(_ document: Document, at paths: [String]) throws(MarkupError) -> String? {
    for path in paths {
      if let text = try document.first(path)?.text, !text.isEmpty { return name(text) }
    }
    return nil
  }

  /// The name found in the bytes without parsing; nil if it is not found, or if it contains a character reference and
  /// has to be parsed.
  static func plain(_ body: [UInt8]) -> String? {
    for mark in ["data-testid=\"PresentationName\"", "CurrentConditions--location"] {
      guard let found = ByteSearch.firstRange(of: mark, in: body),
        let start = body[found.upperBound...].firstIndex(of: UInt8(ascii: ">")),
        let end = body[start...].firstIndex(of: UInt8(ascii: "<"))
      else { continue }
      let shown = String(decoding: body[(start + 1)..<end], as: UTF8.self)
      if shown.contains(where: { $0.isLetter }), !shown.contains("&"), end - start < longest { return name(shown) }
    }
    return nil
  }

  /// The heading without words about the kind of page; nil if it includes following text.
  private static func name(_ heading: String) -> String? {
    if heading.utf8.count > longest || heading.contains(where: { "°%<>".contains($0) }) { return nil }
    let words = [" 10 Day Weather", " 5 Day Weather", " Hourly Weather", " Weekend Weather", " Weather"]
    return words.first { heading.hasSuffix($0) }.map { String(heading.dropLast($0.count)) } ?? heading
  }
}
