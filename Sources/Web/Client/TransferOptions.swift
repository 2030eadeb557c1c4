/// How a ``Session`` fetches.
public struct TransferOptions: Hashable, Sendable {
  /// The longest that one request may take, from its start to the last byte of the last try; waiting for
  /// its host's turn does not count.
  public var timeout: Duration
  /// The longest that it may take to be connected, name and TLS included.
  public var connectTimeout: Duration
  /// The largest body, in bytes, after unpacking.
  public var maxBody: Int
  /// What the program calls itself.
  public var userAgent: String
  /// A file of certificates (PEM) to be trusted beside the system's.
  public var caFile: String?
  /// The certificates that the environment names; they do not count where there is a ``caFile``.
  public var certificates = CertificateVariables()
  /// How many requests one host gets at the same time.
  public var perHost: Int
  /// How long hosts are left alone between the beginnings of two requests, by any address of theirs.
  public var pauses: [String: Duration] = [:]

  /// The usual options.
  public init(
    timeout: Duration = .seconds(20), connectTimeout: Duration = .seconds(10), maxBody: Int = 16 << 20,
    userAgent: String, caFile: String? = nil, perHost: Int = 4
  ) {
    self.timeout = timeout
    self.connectTimeout = connectTimeout
    self.maxBody = maxBody
    self.userAgent = userAgent
    self.caFile = caFile
    self.perHost = perHost
  }
}

extension Duration {
  /// Whole milliseconds, at least one, since 0 means "no limit" to libcurl.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
