/// The Cache-Control directives of a response (RFC 9111, section 5.2.2) that apply to a private cache.
struct CacheControl: Hashable, Sendable {
  /// Must not be stored.
  var noStore = false
  /// Must be revalidated before each use.
  var noCache = false
  /// Must not be used stale, even if the site cannot be reached.
  var mustRevalidate = false
  /// `max-age` in seconds; 0 if it is invalid.
  var maxAge: Int?

  /// Parses the directives of all Cache-Control fields.
  init(_ headers: [HeaderField]) {
    let text = headers.filter { $0.isNamed("cache-control") }.map(\.value).joined(separator: ",")
    // Commas in quoted strings do not separate directives.
    var isQuoted = false
    let directives = text.filter { $0 != " " && $0 != "\t" }.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == "," && !isQuoted
    }
    for directive in directives {
      let parts = directive.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      switch parts[0].lowercased() {
      case "no-store": noStore = true
      case "no-cache": noCache = true
      case "must-revalidate": mustRevalidate = true
      // The smallest of several values counts; an invalid one is 0 (section 4.2.1).
      case "max-age": maxAge = min(maxAge ?? .max, parts.count == 2 ? Self.seconds(parts[1]) : 0)
      default: break
      }
    }
  }

  /// Whole seconds, optionally quoted; values over 2^31 are capped (section 1.2.2), invalid ones are 0.
  static func seconds(_ text: some StringProtocol) -> Int {
    let digits = String(text.filter { $0 != "\"" && $0 != " " })
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
    return min(Int(digits) ?? 1 << 31, 1 << 31)
  }
}
