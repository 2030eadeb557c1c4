/// One field of a header.
public struct HeaderField: Hashable, Sendable {
  /// The name, as the server wrote it.
  public var name: String
  /// The value, without blanks around it.
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

  /// Fields that hold cookies, which may name a person, or passwords: they are neither used nor kept nor recorded.
  private static let secret: Set<String> = [
    "set-cookie", "set-cookie2", "cookie", "cookie2", "authorization", "proxy-authorization", "authentication-info",
    "proxy-authentication-info",
  ]

  /// The field without user names and passwords of addresses in it; nil where it is a secret as a whole.
  var withoutSecrets: HeaderField? {
    Self.secret.contains(name.lowercased()) ? nil : HeaderField(name: name, value: UserInfo.removed(from: value))
  }

  /// Whether the name is this one, in whatever case; `name` is in lower case.
  func isNamed(_ name: String) -> Bool { self.name.utf8.count == name.utf8.count && self.name.lowercased() == name }
}

extension [HeaderField] {
  /// The value of the first field of this name (given in lower case), in whatever case the field's name is.
  func value(of name: String) -> String? { first { $0.isNamed(name) }?.value }
}
