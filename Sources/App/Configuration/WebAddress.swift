/// An address taken apart as far as the program needs it (RFC 3986, section 3).
struct WebAddress {
  /// The scheme, in lower case.
  let scheme: String
  /// The host, in lower case, without user and port.
  let host: String
  /// Scheme, user, host and port, as written.
  let origin: String
  /// Path, query and fragment, as written.
  let rest: String

  /// Takes an address apart; nil for what has no scheme or no host.
  init?(_ url: String) {
    guard let separator = url.firstRange(of: "://"), separator.lowerBound > url.startIndex else { return nil }
    scheme = url[..<separator.lowerBound].lowercased()
    guard
      scheme.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
      })
    else { return nil }
    let authority = url[separator.upperBound...].prefix { !"/?#".contains($0) }
    origin = String(url[..<authority.endIndex])
    rest = String(url[authority.endIndex...])
    let name = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if name.hasPrefix("[") {
      guard let end = name.firstIndex(of: "]") else { return nil }
      host = name[...end].lowercased()
    } else {
      host = name.prefix { $0 != ":" }.lowercased()
    }
    if host.isEmpty { return nil }
  }
}
