internal import CLibCurl
internal import CZlib

/// Information about libcurl, its TLS library and zlib.
public enum WebLibraries {
  /// Names and runtime versions.
  public static var versions: [String] {
    let curl = unsafe curl_version_info(CURLVERSION_FIRST)
    let version = unsafe curl?.pointee.version.map { unsafe "libcurl \(String(cString: $0))" }
    let tls = unsafe curl?.pointee.ssl_version.map { unsafe String(cString: $0).replacing("/", with: " ") }
    return [version, tls].compactMap { $0 } + [unsafe "zlib \(String(cString: zlibVersion()))"]
  }

  /// The proxy variables that are set in the environment.
  public static var proxies: [String] { LibCurl.proxyVariables.filter { !$0.value.isEmpty }.map(\.name) }

  /// The default certificate file.
  public static var systemCertificates: String? { LibCurl.systemCertificates }
}
