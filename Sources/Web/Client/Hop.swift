/// A redirect on the way to an answer.
public struct Hop: Hashable, Sendable {
  /// The address that answered with the redirect.
  public var url: String
  /// The redirect's status: 301, 302, 303, 307 or 308.
  public var status: Int
  /// Its header.
  public var headers: [HeaderField]

  /// A redirect.
  public init(url: String, status: Int, headers: [HeaderField]) {
    self.url = url
    self.status = status
    self.headers = headers
  }
}
