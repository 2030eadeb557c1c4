internal import CLibCurl
internal import Foundation

/// The environment and configuration that a remembered failure depends on: proxies, certificates, name servers and options.
/// A failure is forgotten when one of them changes.
enum FailureContext {
  /// A hash of all of them; passwords go into it and cannot be had out of it.
  static func hash(_ options: TransferOptions, _ user: UserInfo?) -> Int {
    var texts = ProxyVariables.values.map { "\($0.name)=\($0.value)" }
    texts += [options.userAgent, "\(options.maxBody)", user?.name ?? "", user?.password ?? ""]
    let system = unsafe curl_system_certificates().map { unsafe String(cString: $0) }
    let files = [
      options.caFile, options.certificates.file, options.certificates.folder, system, "/etc/resolv.conf", "/etc/hosts",
    ]
    texts += files.compactMap { $0 }.map { "\($0) \(state(of: $0))" }
    return Int(truncatingIfNeeded: XXHash64.hash(Array(texts.joined(separator: "\n").utf8)[...]))
  }

  /// What tells a file from its earlier self.
  private static func state(of path: String) -> String {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return "none" }
    return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
