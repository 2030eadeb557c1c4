extension Address {
  /// Parses an address of the most usual form, with the same result as libcurl, which would have to be loaded: http or https,
  /// a lower-case host name or a dotted IPv4 address, a port, and a path and query without escapes. Returns nil for any other.
  init?(plain url: String) {
    guard url.utf8.count <= 2000, let scheme = ["https", "http"].first(where: { url.hasPrefix("\($0)://") }) else {
      return nil
    }
    self.scheme = scheme
    let rest = url.dropFirst(scheme.utf8.count + 3)
    let authority = rest.prefix { $0 != "/" }
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard Self.isPlainHost(parts[0]) else { return nil }
    hostName = String(parts[0])
    port = parts.count == 2 ? String(parts[1]) : nil
    if let port {
      guard let number = UInt16(port), number > 0, String(number) == port else { return nil }
    }
    let isDefault = port == nil || port == (scheme == "https" ? "443" : "80")
    host = hostName + (isDefault ? "" : ":\(port ?? "")")
    let target = rest[authority.endIndex...].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard target.allSatisfy({ $0.utf8.allSatisfy(Self.isUnreserved) }), target.count < 2 || !target[1].isEmpty else {
      return nil
    }
    rawPath = authority.endIndex == rest.endIndex ? "/" : String(target[0])
    rawQuery = target.count == 2 ? String(target[1]) : nil
    rawFragment = nil
    hasUser = false
  }

  /// True for lower-case labels, the last of which begins with a letter, and for four decimal numbers: other numbers are IPv4
  /// addresses in a form that libcurl rewrites.
  private static func isPlainHost(_ text: Substring) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count == 4, labels.allSatisfy({ label in UInt8(label).map { String($0) == label } ?? false }) {
      return true
    }
    func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }
    guard let first = labels.last?.utf8.first, isLetter(first) else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty
        && label.utf8.allSatisfy {
          isLetter($0) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: "-")
        }
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~/:,=&".utf8.contains(byte)
    }
  }
}
