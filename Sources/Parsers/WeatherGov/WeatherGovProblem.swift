internal import Markup
internal import Scraping

/// Why the service did not answer a request, as it says in its own words (RFC 9457, `application/problem+json`).
struct WeatherGovProblem {
  /// The status of the answer.
  let status: Int
  /// The last part of the problem's type (`MarineForecastNotSupported`), in lower case and without what is no letter.
  private let kind: String
  /// The service's own sentence, without its last full stop; its title where it has none.
  let detail: String?

  /// The longest sentence that is quoted, in characters.
  private static let longest = 300

  /// What an answer that is no success says; nil for a success.
  init?(_ page: Page) {
    let isSuccess = (200..<300).contains(page.status)
    // A forecast is much longer than a problem.
    if isSuccess, page.body.count > 4096 { return nil }
    let json = try? JSON(parsing: page.body)
    let type = json?["type"]?.string ?? ""
    var status = page.status
    // A cache in between may have lost the status.
    if isSuccess {
      guard type.contains("/problems/"), json?["properties"] == nil else { return nil }
      status = json?["status"]?.number.flatMap { Int(exactly: $0) } ?? 500
    }
    self.status = status
    let title = json?["title"]?.string ?? ""
    let name = type.split(separator: "/").last.map(String.init) ?? title
    kind = (name == "about:blank" ? title : name).lowercased().filter { $0.isLetter }
    detail = [json?["detail"]?.string, title].lazy.compactMap { $0.flatMap(Self.clause) }.first
  }

  /// Whether it says that it has no forecast for the place, and will have none tomorrow: the point is at sea, or abroad.
  var isAboutCoverage: Bool {
    status == 404
      && ["marineforecastnotsupported", "invalidpoint", "dataunavailableforrequestedpoint", "invalidgridpoint"]
        .contains(kind)
  }

  /// A text as a part of a sentence: one line, without the full stop at its end.
  private static func clause(_ text: String) -> String? {
    var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while words.hasSuffix(".") { words.removeLast() }
    if words.count > longest { words = "\(words.prefix(longest))…" }
    return words.isEmpty ? nil : words
  }
}
