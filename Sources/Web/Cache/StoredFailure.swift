internal import Basics
internal import Foundation

/// A failure that is remembered for a while, so that an outage costs one timeout and not one for each run.
struct StoredFailure: Hashable, Sendable {
  /// What came instead of a usable response.
  enum Kind: Hashable, Sendable {
    /// A network failure: libcurl's code and message.
    case network(code: Int, text: String)
    /// An error response, or one that could not be parsed.
    case answer(TransferResponse)
  }

  /// How long failures are remembered, in seconds; with `Retry-After` up to an hour.
  static let lifetime = 60
  private static let longestLifetime = 3600

  var kind: Kind
  /// The time of the failure in seconds since 1970-01-01T00:00:00Z.
  var moment: Int
  /// The time limit of the request in milliseconds.
  var timeout: Int
  /// A checksum of the environment; see ``context(_:_:)``.
  var context = 0

  /// True if the failure still applies: its lifetime is not over, its environment has not changed, and, for a timeout,
  /// the new time limit is at most a quarter longer.
  func counts(now: Int, timeout: Int, context: Int) -> Bool {
    guard context == self.context, (moment - Self.lifetime..<moment + lifetime).contains(now) else { return false }
    guard case .network(let code, _) = kind, NetworkFailure(code: code) == .timedOut else { return true }
    return timeout <= self.timeout + self.timeout / 4
  }

  private var lifetime: Int {
    guard case .answer(let response) = kind else { return Self.lifetime }
    return max(Self.lifetime, min(response.retryAfter ?? 0, Self.longestLifetime))
  }

  /// True for statuses that an immediate retry would not change.
  static func isFailure(status: Int) -> Bool { status == 403 || status == 429 || (500...599).contains(status) }

  /// A checksum of the environment and configuration that can affect a failure: proxies, certificates, name servers and
  /// options. A change invalidates the failure. Passwords are included but cannot be recovered from it.
  static func context(_ options: TransferOptions, _ user: UserInfo?) -> Int {
    let files = [
      options.caFile, options.certificates.file, options.certificates.folder, LibCurl.systemCertificates,
      "/etc/resolv.conf", "/etc/hosts",
    ]
    let texts =
      LibCurl.proxyVariables.map { "\($0.name)=\($0.value)" }
      + [options.userAgent, "\(options.maxBody)", user?.name ?? "", user?.password ?? ""]
      + files.compactMap { $0 }.map { "\($0) \(state(of: $0))" }
    return Checksum.crc32(Array(texts.joined(separator: "\n").utf8)[...])
  }

  /// A value that changes whenever the file does.
  private static func state(of path: String) -> String {
    var status = stat()
    guard unsafe stat(PathText.bytes(path), &status) == 0 else { return "none" }
    return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
