import Web

/// Another address for a parser's site: a mirror, a proxy of one's own, a test server.
struct BaseAddress: Hashable, Sendable {
  /// The address, without the slashes that it may end in.
  let text: String
  /// The user name and the password that the address had before its host.
  let user: UserInfo?

  /// An http or https address with a host, and perhaps a path; nil for anything else.
  init?(_ text: String) {
    var text = text
    user = UserInfo(takenFrom: &text)
    guard let address = WebAddress(text), address.scheme == "http" || address.scheme == "https", !address.host.isEmpty,
      !text.contains("?"), !text.contains("#"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    // A password with a slash in it would be taken for a path, and shown.
    if text.contains("@") { return nil }
    while text.hasSuffix("/") { text.removeLast() }
    self.text = text
  }

  /// What tells this address with its user from others, without the password.
  var name: String { user.map { "\(text) \($0.hash)" } ?? text }

  /// A request to the site with this address in place of the site's, for this address's user; any other as it was.
  func rewritten(_ request: TransferRequest, hosts: [String]) -> TransferRequest {
    guard replaces(request.url, hosts: hosts) else { return request }
    var rewritten = request
    rewritten.url = self.rewritten(request.url, hosts: hosts)
    rewritten.user = user
    return rewritten
  }

  /// Whether an address is one of the site's, which this one replaces.
  private func replaces(_ url: String, hosts: [String]) -> Bool {
    guard let address = WebAddress(url) else { return false }
    return hosts.contains { $0.lowercased() == address.host }
  }

  /// A site's address with this one in place of scheme, host and port, and before the path; any other host's as it was.
  func rewritten(_ url: String, hosts: [String]) -> String {
    guard replaces(url, hosts: hosts), let address = WebAddress(url) else { return url }
    return text + (address.rest.hasPrefix("/") ? "" : "/") + address.rest
  }

  /// The site's own address for one that begins with this one; any other as it was. `site` is an address of the site's,
  /// whose scheme and host are put back.
  func restored(_ url: String, site: String) -> String {
    guard let address = WebAddress(site), url.hasPrefix(text) else { return url }
    let rest = url.dropFirst(text.count)
    guard rest.isEmpty || rest.hasPrefix("/") || rest.hasPrefix("?") else { return url }
    return address.origin + rest
  }
}
