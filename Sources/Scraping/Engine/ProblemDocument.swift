internal import Markup

/// Why a service did not answer a request, as it says in its own words (RFC 9457, `application/problem+json`).
struct ProblemDocument {
  /// The status of the answer; that of the document where a cache in between has lost it.
  let status: Int
  /// The document's sentence about this case, else its title, without the full stop at its end.
  let reason: String

  /// A forecast is much longer, in bytes.
  private static let longest = 4096

  /// What an answer that is no success says; nil for a success, and where it says nothing.
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

  /// A text as a part of a sentence: one line of 300 characters at most, without the full stop at its end.
  private static func clause(_ text: String) -> String? {
    var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while words.hasSuffix(".") { words.removeLast() }
    if words.count > 300 { words = "\(words.prefix(300))…" }
    return words.isEmpty ? nil : words
  }
}
