internal import CLibCurl
internal import CZlib

/// The libraries that the room uses, and the certificates that they trust.
public enum WebLibraries {
  /// Their names with the versions that run: libcurl, its TLS library, zlib.
  public static var versions: [String] {
    let curl = unsafe curl_version_info(CURLVERSION_FIRST)
    let version = unsafe curl?.pointee.version.map { unsafe "libcurl \(String(cString: $0))" }
    let tls = unsafe curl?.pointee.ssl_version.map { unsafe String(cString: $0).replacing("/", with: " ") }
    return [version, tls].compactMap { $0 } + [unsafe "zlib \(String(cString: zlibVersion()))"]
  }

  /// The variables of the environment that name proxies, those that are set.
  public static var proxies: [String] { LibCurl.proxyVariables.filter { !$0.value.isEmpty }.map(\.name) }

  /// The file of certificates that is trusted where neither configuration nor environment name another.
  public static var systemCertificates: String? { LibCurl.systemCertificates }
}
