import Basics
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
    guard let address = Address(text), address.scheme == "http" || address.scheme == "https",
      !text.contains("?"), !text.contains("#"), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    // A password with a slash in it would be taken for a path, and shown.
    if text.contains("@") { return nil }
    while text.hasSuffix("/") { text.removeLast() }
    self.text = text
  }

  /// What tells this address with its user from others, without the password.
  var name: String { user.map { "\(text) \($0.hash)" } ?? text }

  /// A request to the site with this address in place of scheme, host and port, and before the path, for this address's
  /// user; any other host's as it was.
  func rewritten(_ request: TransferRequest, hosts: [String]) -> TransferRequest {
    guard let address = Address(request.url), hosts.contains(where: { $0.lowercased() == address.hostName }) else {
      return request
    }
    var rewritten = request
    rewritten.url = text + address.rest
    rewritten.user = user
    return rewritten
  }

  /// The site's own address for one that begins with this one; any other as it was. `site` is an address of the site's,
  /// whose scheme and host are put back.
  func restored(_ url: String, site: String) -> String {
    guard let address = Address(site), url.hasPrefix(text) else { return url }
    let rest = url.dropFirst(text.count)
    guard rest.isEmpty || rest.hasPrefix("/") || rest.hasPrefix("?") else { return url }
    return address.origin + rest
  }
}
