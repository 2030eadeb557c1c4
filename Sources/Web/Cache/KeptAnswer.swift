/// An answer as it is kept, with what its freshness is told by.
struct KeptAnswer: Hashable, Sendable {
  /// The answer; ``TransferResponse/started`` is when it was asked for, or last confirmed.
  var response: TransferResponse
  /// When it came, or was last confirmed, in seconds since 1970-01-01T00:00:00Z.
  var received: Int
  /// What the program called itself, since some sites answer differently to it (`Vary: User-Agent`).
  var userAgent: String
}

extension KeptAnswer {
  /// Whether an answer may be kept (RFC 9111, section 3): a forecast that came whole, or what is not there where the site
  /// says how long that holds; and nothing that the site, or a redirect to it, wants forgotten.
  static func mayBeKept(_ response: TransferResponse) -> Bool {
    let controls = (response.hops.map(\.headers) + [response.headers]).map { CacheControl($0) }
    if controls.contains(where: \.noStore) { return false }
    switch response.status {
    case 200, 203: return true
    case 404, 410: return controls.last?.maxAge != nil || response.headers.value(of: "expires") != nil
    default: return false
    }
  }

  /// How long the answer had lain in a cache on the way when it came, in seconds, as its `Age` says.
  var ageOnArrival: Int { Freshness.ageOnArrival(response) }

  /// The header fields that ask whether the answer still holds, with the very values that the site gave (RFC 9111, section
  /// 4.3.1); empty where it gave none.
  ///
  /// Values beyond ASCII are left out: no text is certain to be the very bytes of such. None where a redirect led here: it is the first address that is asked, and the values are the last one's.
  var conditions: [String] {
    guard response.hops.isEmpty else { return [] }
    return [("If-None-Match", "etag"), ("If-Modified-Since", "last-modified")].compactMap { name, field in
      guard let value = response.headers.value(of: field), !value.isEmpty, value.utf8.count <= 1024,
        value.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
      else { return nil }
      return "\(name): \(value)"
    }
  }

  /// The kept answer after the site has confirmed it with a 304: its header is brought up to date, the body stays (RFC 9111,
  /// section 3.2). Nil where the 304 is about another answer.
  func confirmed(by answer: TransferResponse, received: Int) -> KeptAnswer? {
    guard answer.status == 304, answer.hops.isEmpty else { return nil }
    if let new = answer.headers.value(of: "etag"), let old = response.headers.value(of: "etag"),
      Self.opaque(new) != Self.opaque(old)
    {
      return nil
    }
    let news = answer.headers.filter { field in !Self.ofTheMessage.contains { field.isNamed($0) } }
    var kept = self
    kept.response.headers.removeAll { old in news.contains { $0.isNamed(old.name.lowercased()) } }
    // The age before it was confirmed does not count any more.
    kept.response.headers.removeAll { $0.isNamed("age") || $0.isNamed("date") }
    kept.response.headers += news
    kept.response.started = answer.started
    kept.received = received
    return kept
  }

  /// An entity tag without the sign of a weak one.
  private static func opaque(_ tag: String) -> Substring { tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...] }

  /// Fields that are about the message that came, and not about what is kept.
  private static let ofTheMessage = [
    "connection", "content-encoding", "content-length", "content-range", "content-type", "keep-alive",
    "proxy-authenticate", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
  ]
}
