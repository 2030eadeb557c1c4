internal import Markup

/// A service's own explanation of an error (RFC 9457, `application/problem+json`).
struct ProblemDocument {
  /// The HTTP status; the document's own if a proxy replaced it by a success.
  let status: Int
  /// The document's `detail`, else its `title`, without the final full stop.
  let reason: String

  /// Maximum size in bytes; forecasts are much longer.
  private static let longest = 4096

  /// Reads an error answer; nil for a success, and if there is no explanation.
  init?(_ page: Page, _ json: JSON?) {
    guard let json, page.body.count <= Self.longest else { return nil }
    var status = page.status
    if (200..<300).contains(status) {
      guard json["type"]?.string?.contains("/problems/") == true, json["properties"] == nil else { return nil }
      status = json["status"]?.number.flatMap { Int(exactly: $0) } ?? 500
    }
    let texts = [json["detail"]?.string, json["title"]?.string]
    guard let reason = texts.lazy.compactMap({ $0.flatMap(Self.clause) }).first else { return nil }
    self.status = status
    self.reason = reason
  }

  /// Makes a text usable as a clause: one line, at most 300 characters, no final full stop.
  private static func clause(_ text: String) -> String? {
    var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while words.hasSuffix(".") { words.removeLast() }
    if words.count > 300 { words = "\(words.prefix(300))…" }
    return words.isEmpty ? nil : words
  }
}
