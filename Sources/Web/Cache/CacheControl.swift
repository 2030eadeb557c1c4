/// The Cache-Control directives of a response (RFC 9111, section 5.2.2) that matter to a private cache.
struct CacheControl: Hashable, Sendable {
  /// Not to be stored at all.
  var noStore = false
  /// Not to be used before the site has confirmed it.
  var noCache = false
  /// Not to be used once it is stale, not even where the site cannot be asked.
  var mustRevalidate = false
  /// How long it is fresh, in seconds; 0 where that cannot be read.
  var maxAge: Int?

  /// Reads the directives of all fields of that name.
  init(_ headers: [HeaderField]) {
    let text = headers.filter { $0.isNamed("cache-control") }.map(\.value).joined(separator: ",")
    // Commas in quotes are no separators.
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
      // Of several the least counts, and an invalid one is 0 (section 4.2.1).
      case "max-age": maxAge = min(maxAge ?? .max, parts.count == 2 ? Self.seconds(parts[1]) : 0)
      default: break
      }
    }
  }

  /// Whole seconds, quoted or not; too large ones count as 2^31 (section 1.2.2), invalid ones as 0.
  static func seconds(_ text: some StringProtocol) -> Int {
    let digits = String(text.filter { $0 != "\"" && $0 != " " })
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
    return min(Int(digits) ?? 1 << 31, 1 << 31)
  }
}
