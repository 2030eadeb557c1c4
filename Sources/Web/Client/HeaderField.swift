/// A header field.
public struct HeaderField: Hashable, Sendable {
  /// The name as sent by the server.
  public var name: String
  /// The value without surrounding whitespace.
  public var value: String
}

extension HeaderField {
  init?(line: some StringProtocol) {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return nil }
    var value = Array(line[line.utf8.index(after: colon)...].utf8)[...]
    while let last = value.last, last <= 0x20 { value.removeLast() }
    self.init(
      name: String(line[..<colon]), value: String(decoding: value.drop { $0 <= 0x20 }, as: UTF8.self))
  }

  /// Fields with cookies or credentials: they are neither used nor stored nor recorded.
  private static let secret: Set<String> = [
    "set-cookie", "set-cookie2", "cookie", "cookie2", "authorization", "proxy-authorization", "authentication-info",
    "proxy-authentication-info",
  ]

  /// The field without credentials in addresses; nil if the field itself is secret.
  var withoutSecrets: HeaderField? {
    Self.secret.contains(name.lowercased()) ? nil : HeaderField(name: name, value: UserInfo.removed(from: value))
  }

  /// True if the field has this name (given in lower case), case-insensitively.
  func isNamed(_ name: String) -> Bool { self.name.utf8.count == name.utf8.count && self.name.lowercased() == name }
}

extension [HeaderField] {
  /// The value of the first field with this name (given in lower case), case-insensitively.
  func value(of name: String) -> String? { first { $0.isNamed(name) }?.value }
}
