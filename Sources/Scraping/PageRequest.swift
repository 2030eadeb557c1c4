/// What a parser asks for.
public struct PageRequest: Hashable, Sendable {
  /// The whole address, percent-encoded.
  public var url: String
  /// Header fields beyond the usual ones, as `Name: value`.
  public var headers: [String]

  /// A request for an address.
  public init(_ url: String, headers: [String] = []) {
    self.url = url
    self.headers = headers
  }
}
