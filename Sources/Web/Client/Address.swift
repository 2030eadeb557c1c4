internal import CLibCurl

/// An address taken apart and percent-decoded, for comparing.
struct Address: Sendable {
  /// The scheme, in lower case.
  let scheme: String
  /// The host in lower case, with its port where that is not the scheme's usual one.
  let host: String
  /// The path, percent-decoded; `/` where there is none.
  let path: String
  /// The query's pairs, percent-decoded, in order.
  let query: [Pair]
  /// What two writings of the same address have in common: everything but the fragment, percent-decoded.
  let key: String

  /// A pair of a query; one without `=` has an empty value.
  struct Pair: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// Takes an address apart; nil for one without scheme or host.
  init?(_ url: String) {
    let utf8 = url.utf8
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")), utf8[colon...].starts(with: "://".utf8) else {
      return nil
    }
    scheme = url[..<colon].lowercased()
    let whole = utf8[colon...].dropFirst(3).prefix { $0 != UInt8(ascii: "#") }
    let authority = whole.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    guard let host = Self.host(authority, scheme: scheme) else { return nil }
    self.host = host
    let rest = whole[authority.endIndex...]
    let path = rest.prefix { $0 != UInt8(ascii: "?") }
    self.path = path.isEmpty ? "/" : Self.decoded(path)
    let query = rest[path.endIndex...]
    self.query = query.dropFirst().split(separator: UInt8(ascii: "&")).map { pair in
      let name = pair.prefix { $0 != UInt8(ascii: "=") }
      return Pair(name: Self.decoded(name), value: Self.decoded(pair[name.endIndex...].dropFirst()))
    }
    key = "\(scheme)://\(host)\(self.path)\(Self.decoded(query))"
  }

  /// The address that a redirect leads to, resolved as libcurl does it while it follows; nil where it is none.
  static func resolve(_ location: String, against base: String) -> String? {
    guard let parts = unsafe curl_url() else { return nil }
    defer { unsafe curl_url_cleanup(parts) }
    // Other schemes are let through here, so that the caller can name them when it refuses.
    let flags = UInt32(CURLU_NON_SUPPORT_SCHEME)
    guard unsafe curl_url_set(parts, CURLUPART_URL, base, flags) == CURLUE_OK,
      unsafe curl_url_set(parts, CURLUPART_URL, location, flags | UInt32(CURLU_URLENCODE | CURLU_ALLOW_SPACE))
        == CURLUE_OK
    else { return nil }
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(parts, CURLUPART_URL, &text, 0) == CURLUE_OK, let text = unsafe text else { return nil }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }

  /// The host with its port, without user name and password.
  private static func host(_ authority: Substring.UTF8View, scheme: String) -> String? {
    var text = String(Substring(authority)).lowercased()
    if let at = text.lastIndex(of: "@") { text = String(text[text.index(after: at)...]) }
    let usual = ["http": ":80", "https": ":443", "ftp": ":21"][scheme]
    if let usual, text.hasSuffix(usual) { text.removeLast(usual.utf8.count) }
    if text.hasSuffix(":") { text.removeLast() }
    return text.isEmpty ? nil : text
  }

  /// Text with its percent signs undone; one that stands for nothing stays.
  static func decoded(_ text: Substring.UTF8View) -> String {
    guard text.contains(UInt8(ascii: "%")) else { return String(Substring(text)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(nibble),
        let low = rest.dropFirst().first.flatMap(nibble)
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value of a hexadecimal digit.
  private static func nibble(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
