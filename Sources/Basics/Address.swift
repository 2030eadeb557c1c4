internal import CLibCurl

/// A web address, taken apart by libcurl, so that what is checked is what is requested.
public struct Address: Hashable, Sendable {
  /// The scheme, in lower case.
  public let scheme: String
  /// The host without its port, in lower case; IPv6 addresses have their brackets.
  public let hostName: String
  /// The port as written; nil where none is.
  public let port: String?
  /// The host with its port, unless that is the scheme's default.
  public let host: String
  /// Whether a user name or a password stands before the host.
  public let hasUser: Bool
  /// The path as written; `/` where there is none.
  public let rawPath: String
  /// The query as written, without `?`; nil where there is none.
  public let rawQuery: String?
  /// The fragment as written, without `#`; nil where there is none.
  public let rawFragment: String?

  /// A pair of a query, percent-decoded; one without `=` has an empty value.
  public struct Pair: Hashable, Sendable {
    /// Before the equals sign.
    public let name: String
    /// Behind it.
    public let value: String

    /// A pair.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Takes an address apart; nil for one that libcurl does not take, without scheme or host, or with another number of
  /// slashes before the host than two, which libcurl passes over.
  public init?(_ url: String) {
    guard let address = Self(plain: url) ?? Self(curl: url) else { return nil }
    self = address
  }

  init?(curl url: String) {
    guard let parts = CurlURL(url), let scheme = parts[CURLUPART_SCHEME], let host = parts[CURLUPART_HOST],
      !host.isEmpty
    else { return nil }
    let rest = url.utf8.dropFirst(scheme.utf8.count)
    guard rest.starts(with: "://".utf8), !rest.starts(with: ":///".utf8) else { return nil }
    self.scheme = scheme.lowercased()
    hostName = host.lowercased()
    port = parts[CURLUPART_PORT]
    self.host = hostName + (parts[CURLUPART_PORT, CURLU_NO_DEFAULT_PORT].map { ":\($0)" } ?? "")
    hasUser = parts[CURLUPART_USER] != nil || parts[CURLUPART_PASSWORD] != nil
    rawPath = parts[CURLUPART_PATH] ?? "/"
    rawQuery = parts[CURLUPART_QUERY]
    rawFragment = parts[CURLUPART_FRAGMENT]
  }

  /// Scheme, host and port.
  public var origin: String { "\(scheme)://\(hostName)\(port.map { ":\($0)" } ?? "")" }

  /// Path, query and fragment as written.
  public var rest: String {
    rawPath + (rawQuery.map { "?\($0)" } ?? "") + (rawFragment.map { "#\($0)" } ?? "")
  }

  /// The path, percent-decoded.
  public var path: String { Self.decoded(rawPath) }

  /// The query's pairs, percent-decoded, in order.
  public var query: [Pair] {
    (rawQuery ?? "").split(separator: "&").map { pair in
      let name = pair.prefix { $0 != "=" }
      return Pair(name: Self.decoded(name), value: Self.decoded(pair[name.endIndex...].dropFirst()))
    }
  }

  /// What all spellings of the same address have in common: everything but user and fragment, percent-decoded.
  public var key: String { "\(scheme)://\(host)\(path)\(rawQuery.map { "?" + Self.decoded($0) } ?? "")" }

  /// The address that a redirect leads to, resolved as libcurl does; nil where it is none.
  public static func resolve(_ location: String, against base: String) -> String? {
    guard let parts = CurlURL(base), parts.resolve(location) else { return nil }
    return parts[CURLUPART_URL]
  }

  /// Percent-decoded text; a percent sign without two hexadecimal digits stays.
  public static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    let text = String(text)
    var count: Int32 = 0
    guard let bytes = unsafe curl_easy_unescape(nil, text, Int32(clamping: text.utf8.count), &count) else {
      return text
    }
    defer { unsafe curl_free(bytes) }
    return unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
  }
}

/// libcurl's URL handle.
@safe private struct CurlURL: ~Copyable {
  private let handle: OpaquePointer

  /// Reads an address, also of a scheme that libcurl does not speak, so that errors can name it; the path stays as written.
  init?(_ url: String) {
    guard let handle = unsafe curl_url() else { return nil }
    guard unsafe curl_url_set(handle, CURLUPART_URL, url, Self.flags) == CURLUE_OK else {
      unsafe curl_url_cleanup(handle)
      return nil
    }
    unsafe self.handle = handle
  }

  deinit { unsafe curl_url_cleanup(handle) }

  private static let flags = UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_ALLOW_SPACE | CURLU_PATH_AS_IS)

  /// Follows a redirect, whose address may be relative.
  func resolve(_ location: String) -> Bool {
    unsafe curl_url_set(
      handle, CURLUPART_URL, location, UInt32(CURLU_NON_SUPPORT_SCHEME | CURLU_ALLOW_SPACE | CURLU_URLENCODE))
      == CURLUE_OK
  }

  /// A part as written; nil where the address has none.
  subscript(part: CURLUPart, flags: Int32 = 0) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, part, &text, UInt32(flags)) == CURLUE_OK, let text = unsafe text else {
      return nil
    }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }
}
