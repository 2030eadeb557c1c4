internal import Basics

/// A GET request.
public struct TransferRequest: Hashable, Sendable {
  /// The full address, percent-encoded: `https://…`, `http://…` or `ftp://…`; without user name and password.
  public var url: String
  /// Additional header fields, as `Name: value`.
  public var headers: [String]
  /// Credentials for the address's host; not sent to other hosts after a redirect.
  public var user: UserInfo?
  /// When the answer is no longer needed; nil if only ``TransferOptions/timeout`` applies.
  public var deadline: ContinuousClock.Instant?

  /// The only hosts that may be requested, including redirects, and only at addresses outside this machine and its
  /// local network; nil for no restriction.
  public var confinedTo: [String]?

  /// Creates a request; credentials in the address are moved to ``user``.
  public init(url: String, headers: [String] = [], deadline: ContinuousClock.Instant? = nil) {
    var url = url
    user = UserInfo(takenFrom: &url)
    self.url = url
    self.headers = headers
    self.deadline = deadline
  }

  /// The address's host and port; empty if it has none.
  var host: String { Address(url)?.host ?? "" }

  /// True if a redirect may lead to an address.
  func mayLead(to url: String) -> Bool {
    guard let confinedTo else { return true }
    guard let address = Address(url) else { return false }
    return confinedTo.contains { $0.lowercased() == address.hostName }
  }

  /// The part of a time limit that is left before the deadline.
  func timeLeft(_ limit: Duration) -> Duration { deadline.map { min(limit, $0 - .now) } ?? limit }
}
