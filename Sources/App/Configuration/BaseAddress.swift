import Basics
import Web

/// A replacement for a site's address: a mirror, a proxy, a test server.
struct BaseAddress: Hashable, Sendable {
  /// The address without trailing slashes.
  let text: String
  /// Credentials that were part of the address.
  let user: UserInfo?

  /// An http or https address with a host and optionally a path; nil for anything else.
  init?(_ text: String) {
    var text = text
    user = UserInfo(takenFrom: &text)
    guard let address = Address(text), address.scheme == "http" || address.scheme == "https",
      !text.contains("?"), !text.contains("#"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    // A slash in a password would be taken as the start of the path, and the password shown.
    if text.contains("@") { return nil }
    while text.hasSuffix("/") { text.removeLast() }
    self.text = text
  }

  /// A key for the address and its user, without the password.
  var name: String { user.map { "\(text) \($0.hash)" } ?? text }

  /// Replaces scheme, host and port of a request to the site by this address, and its credentials by this address's;
  /// requests to other hosts are unchanged.
  func rewritten(_ request: TransferRequest, hosts: [String]) -> TransferRequest {
    guard let address = Address(request.url), hosts.contains(where: { $0.lowercased() == address.hostName }) else {
      return request
    }
    var rewritten = request
    rewritten.url = text + address.rest
    rewritten.user = user
    return rewritten
  }

  /// Converts an address below this one back to the site's; other addresses are unchanged. `site` is an address of the
  /// site, which provides scheme and host.
  func restored(_ url: String, site: String) -> String {
    guard let address = Address(site), url.hasPrefix(text) else { return url }
    let rest = url.dropFirst(text.count)
    guard rest.isEmpty || rest.hasPrefix("/") || rest.hasPrefix("?") else { return url }
    return address.origin + rest
  }
}
