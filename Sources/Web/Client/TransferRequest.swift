internal import Basics

/// A GET request.
public struct TransferRequest: Hashable, Sendable {
  /// The whole address, percent-encoded: `https://…`, `http://…` or `ftp://…`; without user name and password.
  public var url: String
  /// Header fields beyond the usual ones, as `Name: value`.
  public var headers: [String]
  /// The user name and the password for the address's host; other hosts, to which it redirects, do not get them.
  public var user: UserInfo?
  /// When the answer is of no use any more; nil where only ``TransferOptions/timeout`` counts.
  public var deadline: ContinuousClock.Instant?

  /// The only hosts that may be asked, redirects included, and none of them at an address of this machine or its own network;
  /// nil where any may be.
  public var confinedTo: [String]?

  /// A request for an address; a user name and a password in it are taken out of it.
  public init(url: String, headers: [String] = [], deadline: ContinuousClock.Instant? = nil) {
    var url = url
    user = UserInfo(takenFrom: &url)
    self.url = url
    self.headers = headers
    self.deadline = deadline
  }

  /// The host and port of the address; empty where it has none.
  var host: String { Address(url)?.host ?? "" }

  /// Whether a redirect may lead to an address.
  func mayLead(to url: String) -> Bool {
    guard let confinedTo else { return true }
    guard let address = Address(url) else { return false }
    return confinedTo.contains { $0.lowercased() == address.hostName }
  }

  /// How much of a time is left before the deadline.
  func timeLeft(_ limit: Duration) -> Duration { deadline.map { min(limit, $0 - .now) } ?? limit }
}
