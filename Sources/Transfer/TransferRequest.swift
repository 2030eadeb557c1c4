/// What is asked of a server: the page at an address.
public struct TransferRequest: Hashable, Sendable {
  /// The whole address, percent-encoded: `https://…`, `http://…` or `ftp://…`.
  public var url: String
  /// Header fields beyond the usual ones, as `Name: value`.
  public var headers: [String]

  /// A request for an address.
  public init(url: String, headers: [String] = []) {
    self.url = url
    self.headers = headers
  }
}
