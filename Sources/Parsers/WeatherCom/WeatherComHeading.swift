internal import Markup

/// The place's name as a page's heading shows it.
enum WeatherComHeading {
  /// The longest name that is believed, in bytes: broken tags let a whole page into a heading.
  private static let longest = 200

  /// The name in a parsed page; nil where there is none.
  static func shown(_ document: Document, at paths: [String]) throws(MarkupError) -> String? {
    for path in paths {
      if let text = try document.first(path)?.text, !text.isEmpty { return name(text) }
    }
    return nil
  }

  /// The name as the bytes have it, found without parsing; nil where it is not there, or holds an entity, so that only
  /// parsing would tell.
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

  /// A heading less the words that say what the page is; nil for one that has swallowed what follows it.
  private static func name(_ heading: String) -> String? {
    if heading.utf8.count > longest || heading.contains(where: { "°%<>".contains($0) }) { return nil }
    let words = [" 10 Day Weather", " 5 Day Weather", " Hourly Weather", " Weekend Weather", " Weather"]
    return words.first { heading.hasSuffix($0) }.map { String(heading.dropLast($0.count)) } ?? heading
  }
}
