/// A response as it is stored, with what its freshness depends on.
struct StoredResponse: Hashable, Sendable {
  /// The response; ``TransferResponse/started`` is when it was requested, or last confirmed.
  var response: TransferResponse
  /// When it came, or was last confirmed, in seconds since 1970-01-01T00:00:00Z.
  var received: Int
  /// What the program called itself, since some sites answer differently to it (`Vary: User-Agent`).
  var userAgent: String
}

/// Something made of responses, as it is stored: it is fresh as long as they are.
struct StoredNote: Hashable, Sendable {
  /// The responses that it was made of, without their bodies.
  var sources: [StoredResponse]
  /// What was made of them.
  var content: [UInt8]
}

extension TransferResponse {
  /// Whether it may be stored (RFC 9111, section 3): a whole one, or one of 404 or 410 with an explicit lifetime; none that
  /// the site, or a redirect to it, forbids to store.
  var mayBeStored: Bool {
    let controls = (redirects.map(\.headers) + [headers]).map { CacheControl($0) }
    if controls.contains(where: \.noStore) { return false }
    switch status {
    case 200, 203: return true
    case 404, 410: return controls.last?.maxAge != nil || headers.value(of: "expires") != nil
    default: return false
    }
  }

  /// Its `Age` when it came (RFC 9111, section 5.1), in seconds.
  var ageOnArrival: Int { headers.value(of: "age").map { CacheControl.seconds($0) } ?? 0 }
}

extension StoredResponse {
  /// The header fields of a conditional request, with the exact values that the site gave (RFC 9111, section 4.3.1); empty
  /// where it gave none, and where a redirect led here: the request goes to the first address, the values are the last one's.
  ///
  /// Values beyond ASCII are left out: their exact bytes are not known.
  var conditions: [String] {
    guard response.redirects.isEmpty else { return [] }
    return [("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")].compactMap { name, field in
      guard let value = response.headers.value(of: field), !value.isEmpty, value.utf8.count <= 1024,
        value.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
      else { return nil }
      return "\(name): \(value)"
    }
  }

  /// The stored response after the site has confirmed it with a 304: its header is updated, the body stays (RFC 9111, section
  /// 3.2). Nil where the 304 is about another response.
  func confirmed(by answer: TransferResponse, received: Int) -> StoredResponse? {
    guard answer.status == 304, answer.redirects.isEmpty else { return nil }
    let tags = [answer, response].compactMap { $0.headers.value(of: "etag")?.trimmingPrefix("W/") }
    if tags.count == 2, tags[0] != tags[1] { return nil }
    let news = answer.headers.filter { field in !Self.ofTheMessage.contains { field.isNamed($0) } }
    // The age before it was confirmed does not count any more.
    let outdated = news.map { $0.name.lowercased() } + ["age", "date"]
    var kept = self
    kept.response.headers.removeAll { old in outdated.contains { old.isNamed($0) } }
    kept.response.headers += news
    kept.response.started = answer.started
    kept.received = received
    return kept
  }

  /// Fields that describe the message that came, and not the stored response.
  private static let ofTheMessage = [
    "connection", "content-encoding", "content-length", "content-range", "content-type", "keep-alive",
    "proxy-authenticate", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
  ]
}
