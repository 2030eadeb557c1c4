internal import Foundation

/// The variables of the environment that libcurl takes proxies from.
enum ProxyVariables {
  /// Their names. `HTTP_PROXY` is not among them: a web server sets it from what a client sends.
  private static let names = [
    "http_proxy", "https_proxy", "HTTPS_PROXY", "ftp_proxy", "FTP_PROXY", "all_proxy", "ALL_PROXY", "no_proxy",
    "NO_PROXY",
  ]

  /// Those that are set.
  static var values: [(name: String, value: String)] {
    names.compactMap { name in
      unsafe getenv(name).map { (name, unsafe String(cString: $0)) }
    }
  }
}
