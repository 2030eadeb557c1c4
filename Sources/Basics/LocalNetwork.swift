private import Foundation

/// Recognizes addresses of this machine and its local network, which untrusted site files must not access.
public enum LocalNetwork {
  /// True if a host is local without a DNS lookup: `localhost`, `*.local`, or a local IP address in any spelling that
  /// libcurl accepts (`127.1`, `0x7f000001`, `[::ffff:10.0.0.1]`).
  public static func isLocal(host: String) -> Bool {
    var name = host.lowercased()[...]
    while name.hasSuffix(".") { name.removeLast() }
    if name.isEmpty || ["localhost", "local"].contains(name) { return true }
    if name.hasSuffix(".localhost") || name.hasSuffix(".local") { return true }
    if name.hasPrefix("[") {
      let inner = name.dropFirst().prefix { $0 != "]" && $0 != "%" }
      var address = in6_addr()
      guard unsafe inet_pton(AF_INET6, String(inner), &address) == 1 else { return true }
      return isLocal(bytes: unsafe withUnsafeBytes(of: address) { unsafe Array($0) })
    }
    var address = in_addr()
    // Accepts one to four decimal, octal or hexadecimal numbers.
    guard unsafe inet_aton(String(name), &address) != 0 else { return false }
    return isLocal(bytes: unsafe withUnsafeBytes(of: address) { unsafe Array($0) })
  }

  /// True if an IPv4 or IPv6 address (in network byte order) belongs to this machine, a private network, or a reserved
  /// range (RFC 6890), including IPv4 addresses embedded in IPv6 ones.
  public static func isLocal(bytes: [UInt8]) -> Bool {
    if bytes.count == 4 {
      switch (bytes[0], bytes[1]) {
      case (0, _), (10, _), (127, _), (169, 254), (192, 168), (224..., _): return true
      case (100, let second): return (64...127).contains(second)
      case (172, let second): return (16...31).contains(second)
      default: return false
      }
    }
    guard bytes.count == 16 else { return true }
    let zeros = bytes.prefix { $0 == 0 }.count
    // Unspecified (::), loopback (::1), IPv4-compatible, and IPv4-mapped addresses.
    if zeros >= 12 || zeros == 10 && bytes[10] == 0xFF && bytes[11] == 0xFF {
      return isLocal(bytes: Array(bytes[12...]))
    }
    // NAT64 (RFC 6052) and 6to4 (RFC 3056).
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]) { return isLocal(bytes: Array(bytes[12...])) }
    if bytes.starts(with: [0x20, 0x02]) { return isLocal(bytes: Array(bytes[2..<6])) }
    // Unique local, link-local, site-local and multicast.
    return bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFE && bytes[1] & 0x80 == 0x80 || bytes[0] == 0xFF
  }
}
