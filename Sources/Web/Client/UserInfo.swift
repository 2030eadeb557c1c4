internal import Basics

/// Credentials in an address: `http://user:password@host/`.
///
/// They are removed from addresses at once (``TransferRequest/init(url:headers:deadline:)``), so that errors, reports,
/// the cache and recordings cannot expose them; ``removed(from:knowing:)`` removes them from messages of libraries.
public struct UserInfo: Hashable, Sendable {
  /// The user name, percent-decoded.
  public let name: String
  /// The password, percent-decoded; nil if there is none.
  public let password: String?

  /// Extracts the credentials from an address; nil if it has none.
  ///
  /// - Parameter url: is replaced by the address without them.
  public init?(takenFrom url: inout String) {
    guard let (authority, at) = Self.userInfo(in: url[...]),
      url[..<authority].firstRange(of: "://")?.upperBound == authority
    else { return nil }
    let text = url[authority..<at]
    let name = text.prefix { $0 != ":" }
    self.name = Address.decoded(name)
    password = name.endIndex == text.endIndex ? nil : Address.decoded(text[name.endIndex...].dropFirst())
    url.removeSubrange(authority...at)
  }

  /// A hash of user name and password, for cache keys.
  public var hash: String { Checksum.text(of: "\(name)\0\(password ?? "")") }

  /// Removes the credentials of all addresses in a text, and those of given addresses, such as proxies, wherever they
  /// occur.
  public static func removed(from text: String, knowing addresses: [String] = []) -> String {
    var text = text
    for address in addresses {
      guard let at = address.lastIndex(of: "@") else { continue }
      let start = address.firstRange(of: "://").map(\.upperBound) ?? address.startIndex
      guard start < at else { continue }
      text = text.replacing(address[start...at], with: "")
      // libcurl truncates its messages, possibly in the middle of a password.
      let beginning = address[start..<at].prefix(12)
      if beginning.count > 3, let cut = text.firstRange(of: beginning) { text = text[..<cut.lowerBound] + "…" }
    }
    guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
    var plain = ""
    var rest = text[...]
    while let (authority, at) = userInfo(in: rest) {
      plain += rest[..<authority]
      rest = rest[rest.index(after: at)...]
    }
    return plain + rest
  }

  /// Removes everything that may be credentials from a malformed address.
  public static func removed(fromNoAddress text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return text }
    let start = text.firstRange(of: "://").map(\.upperBound) ?? text.startIndex
    return start < at ? String(text[..<start] + text[text.index(after: at)...]) : text
  }

  /// The start of the first address's credentials in a text, and the position of the `@` after them.
  private static func userInfo(in text: Substring) -> (start: Substring.Index, at: Substring.Index)? {
    let ends = Set("/?#\"<>\\".utf8)
    var rest = text.utf8
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[colon...]
      guard rest.starts(with: "://".utf8) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(3)
      let authority = rest.prefix { $0 > 0x20 && !ends.contains($0) }
      if let at = authority.lastIndex(of: UInt8(ascii: "@")) { return (authority.startIndex, at) }
      rest = rest[authority.endIndex...]
    }
    return nil
  }
}

extension UserInfo: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Hides the contents, because descriptions end up in logs.
  public var description: String { "(hidden)" }
  /// Hides the contents.
  public var debugDescription: String { description }
  /// Hides the contents.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
