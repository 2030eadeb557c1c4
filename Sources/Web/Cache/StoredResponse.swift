/// A stored response, with what determines its freshness.
struct StoredResponse: Hashable, Sendable {
  /// The response; ``TransferResponse/started`` is the time of the request or the last revalidation.
  var response: TransferResponse
  /// When it was received or last revalidated, in seconds since 1970-01-01T00:00:00Z.
  var received: Int
  /// The User-Agent sent, because some sites answer differently to it (`Vary: User-Agent`).
  var userAgent: String
}

/// Stored data derived from responses, fresh as long as they are.
struct StoredNote: Hashable, Sendable {
  /// The responses without their bodies.
  var sources: [StoredResponse]
  /// The data.
  var content: [UInt8]
}

extension TransferResponse {
  /// True if it may be stored (RFC 9111, section 3): a complete response, or a 404 or 410 with an explicit lifetime;
  /// unless the site, or a redirect to it, forbids storing.
  var mayBeStored: Bool {
    let controls = (redirects.map(\.headers) + [headers]).map { CacheControl($0) }
    if controls.contains(where: \.noStore) { return false }
    switch status {
    case 200, 203: return true
    case 404, 410: return controls.last?.maxAge != nil || headers.value(of: "expires") != nil
    default: return false
    }
  }

  /// Its `Age` on arrival in seconds (RFC 9111, section 5.1).
  var ageOnArrival: Int { headers.value(of: "age").map { CacheControl.seconds($0) } ?? 0 }
}

extension StoredResponse {
  /// The header fields of a conditional request, with the validators as received (RFC 9111, section 4.3.1). Empty if
  /// there are none, and after a redirect: the request goes to the first address, but the validators are the last
  /// one's.
  ///
  /// Non-ASCII values are left out, because their exact bytes are not known.
  var conditions: [String] {
    guard response.redirects.isEmpty else { return [] }
    return [("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")].compactMap { name, field in
      guard let value = response.headers.value(of: field), !value.isEmpty, value.utf8.count <= 1024,
        value.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
      else { return nil }
      return "\(name): \(value)"
    }
  }

  /// The stored response updated from a 304: its header fields are replaced, the body is kept (RFC 9111, section 3.2).
  /// Nil if the 304 is about another response.
  func confirmed(by answer: TransferResponse, received: Int) -> StoredResponse? {
    guard answer.status == 304, answer.redirects.isEmpty else { return nil }
    let tags = [answer, response].compactMap { $0.headers.value(of: "etag")?.trimmingPrefix("W/") }
    if tags.count == 2, tags[0] != tags[1] { return nil }
    let news = answer.headers.filter { field in !Self.ofTheMessage.contains { field.isNamed($0) } }
    // The previous age no longer applies.
    let outdated = news.map { $0.name.lowercased() } + ["age", "date"]
    var kept = self
    kept.response.headers.removeAll { old in outdated.contains { old.isNamed($0) } }
    kept.response.headers += news
    kept.response.started = answer.started
    kept.received = received
    return kept
  }

  /// Fields that describe the received message and not the stored response.
  private static let ofTheMessage = [
    "connection", "content-encoding", "content-length", "content-range", "content-type", "keep-alive",
    "proxy-authenticate", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
  ]
}
