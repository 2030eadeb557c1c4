/// How a ``Session`` fetches.
public struct TransferOptions: Hashable, Sendable {
  /// The longest that one request may take, from its start to the last byte of the last attempt; waiting for its host's turn
  /// does not count.
  public var timeout = Duration.seconds(20)
  /// The longest that connecting may take, name and TLS included.
  public var connectTimeout = Duration.seconds(10)
  /// The largest body, in bytes, after unpacking.
  public var maxBody = 16 << 20
  /// What the program calls itself.
  public var userAgent: String
  /// A file of certificates (PEM) to be trusted beside the system's.
  public var caFile: String?
  /// The certificates that the environment names; they do not count where there is a ``caFile``.
  public var certificates = CertificateVariables()
  /// How many requests one host gets at the same time.
  public var perHost = 4
  /// The least time between the beginnings of two requests to a host, by any address of it.
  public var pauses: [String: Duration] = [:]

  /// The usual options.
  public init(userAgent: String) { self.userAgent = userAgent }
}

extension Duration {
  /// Whole milliseconds, at least one, since 0 means "no limit" to libcurl.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
