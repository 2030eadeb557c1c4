/// The certificates that the environment names in place of the system's, as curl reads its variables.
public struct CertificateVariables: Hashable, Sendable {
  /// A file of certificates (PEM): `CURL_CA_BUNDLE`, else `SSL_CERT_FILE`.
  public var file: String?
  /// A folder of certificates: `SSL_CERT_DIR`, which does not count beside `CURL_CA_BUNDLE`.
  public var folder: String?

  /// Reads the variables; empty ones are not set.
  public init(_ environment: [String: String] = [:]) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let bundle = value("CURL_CA_BUNDLE") {
      file = bundle
    } else {
      file = value("SSL_CERT_FILE")
      folder = value("SSL_CERT_DIR")
    }
  }
}
