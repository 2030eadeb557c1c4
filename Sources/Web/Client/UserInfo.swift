internal import Basics

/// A user name and a password, which stand in addresses before the host: `http://user:password@host/`.
///
/// They are taken out of an address at once (``TransferRequest/init(url:headers:deadline:)``), so that errors, reports, the
/// cache and recordings cannot show them; ``removed(from:knowing:)`` takes them out of the texts of programs and libraries.
public struct UserInfo: Hashable, Sendable {
  /// The user's name, percent-decoded.
  public let name: String
  /// The password, percent-decoded; nil where there is none.
  public let password: String?

  /// Takes the user name and the password out of an address; nil where it has none.
  ///
  /// - Parameter url: becomes the address without them.
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

  /// A hash that tells users with their passwords apart, for the keys of what is cached for them.
  public var hash: String { Checksum.text(of: "\(name)\0\(password ?? "")") }

  /// A text without the user names and passwords of the addresses in it, nor those of given addresses, such as proxies, in
  /// whatever way the text has them.
  public static func removed(from text: String, knowing addresses: [String] = []) -> String {
    var text = text
    for address in addresses {
      guard let at = address.lastIndex(of: "@") else { continue }
      let start = address.firstRange(of: "://").map(\.upperBound) ?? address.startIndex
      guard start < at else { continue }
      text = text.replacing(address[start...at], with: "")
      // A library cuts its messages off, in the middle of a password perhaps.
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

  /// A malformed address, without all that could be meant as a user name and a password.
  public static func removed(fromNoAddress text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return text }
    let start = text.firstRange(of: "://").map(\.upperBound) ?? text.startIndex
    return start < at ? String(text[..<start] + text[text.index(after: at)...]) : text
  }

  /// Where the user name of the first address in a text that has one begins, and where the `@` behind it stands.
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
  /// Nothing of it: descriptions end up in logs.
  public var description: String { "(hidden)" }
  /// The same.
  public var debugDescription: String { description }
  /// The same.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
