internal import Basics
internal import Foundation

/// A failure that is remembered for a while, so that an outage costs one timeout and not one a prompt.
struct StoredFailure: Hashable, Sendable {
  /// What came in place of a usable response.
  enum Kind: Hashable, Sendable {
    /// The network failed: libcurl's code, and its own text.
    case network(code: Int, text: String)
    /// A response that refuses, or that could not be read.
    case answer(TransferResponse)
  }

  /// How long failures are remembered, in seconds; longer, an hour at most, where `Retry-After` says so.
  static let lifetime = 60
  private static let longestLifetime = 3600

  var kind: Kind
  /// When, in seconds since 1970-01-01T00:00:00Z.
  var moment: Int
  /// The longest that the request might have taken, in milliseconds.
  var timeout: Int
  /// The checksum of what it depended on; see ``context(_:_:)``.
  var context = 0

  /// Whether it still counts: not where what it depended on has changed, and not where a timeout is now longer by a quarter
  /// than the one that was exceeded.
  func counts(now: Int, timeout: Int, context: Int) -> Bool {
    guard context == self.context, (moment - Self.lifetime..<moment + lifetime).contains(now) else { return false }
    guard case .network(let code, _) = kind, NetworkFailure(code: code) == .timedOut else { return true }
    return timeout <= self.timeout + self.timeout / 4
  }

  private var lifetime: Int {
    guard case .answer(let response) = kind else { return Self.lifetime }
    return max(Self.lifetime, min(response.retryAfter ?? 0, Self.longestLifetime))
  }

  /// Whether a response of this status is a failure that another request at once does not mend.
  static func isFailure(status: Int) -> Bool { status == 403 || status == 429 || (500...599).contains(status) }

  /// A checksum of the environment and configuration that a failure depends on: proxies, certificates, name servers and
  /// options. A failure is forgotten when one of them changes. Passwords go into it and cannot be had out of it.
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

  /// What changes when a file does.
  private static func state(of path: String) -> String {
    var status = stat()
    guard unsafe stat(PathText.bytes(path), &status) == 0 else { return "none" }
    return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
