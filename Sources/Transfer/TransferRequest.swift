/// What is asked of a server: the page at an address.
public struct TransferRequest: Hashable, Sendable {
  /// The whole address, percent-encoded: `https://…`, `http://…` or `ftp://…`.
  public var url: String
  /// Header fields beyond the usual ones, as `Name: value`.
  public var headers: [String]
  /// When the answer is of no use any more; nil where only ``TransferOptions/timeout`` counts.
  public var deadline: ContinuousClock.Instant?

  /// A request for an address.
  public init(url: String, headers: [String] = [], deadline: ContinuousClock.Instant? = nil) {
    self.url = url
    self.headers = headers
    self.deadline = deadline
  }
}
