/// Options of a ``Session``.
public struct TransferOptions: Hashable, Sendable {
  /// Time limit per request, from the start to the last byte of the last attempt; waiting for the host's slot does not
  /// count.
  public var timeout = Duration.seconds(20)
  /// Time limit for connecting, including DNS and TLS.
  public var connectTimeout = Duration.seconds(10)
  /// Maximum body size in bytes, after content decoding.
  public var maxBody = 16 << 20
  /// The User-Agent.
  public var userAgent: String
  /// A certificate file (PEM) to trust in addition to the system's.
  public var caFile: String?
  /// Certificates from the environment; ignored if there is a ``caFile``.
  public var certificates = CertificateVariables()
  /// Replaces the system's certificate folder in tests. Not used if a file or the environment names certificates.
  var systemCertificateFolder: String?
  /// Maximum number of parallel requests per host.
  public var perHost = 4
  /// Minimum time between the starts of two requests to a host, keyed by any of its addresses.
  public var pauses: [String: Duration] = [:]

  /// Creates the default options.
  public init(userAgent: String) { self.userAgent = userAgent }
}

extension Duration {
  /// Whole milliseconds, at least one, because 0 means "no limit" to libcurl.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds < Int64(Int32.max) / 1000 else { return Int(Int32.max) }
    return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
  }
}
