public import Scraping

/// Checks on a parser's requests.
public enum Asked {
  /// Crashes if a request is not a single line, or not http(s) to one of the parser's hosts.
  public static func check(_ request: PageRequest, of parser: any ForecastParser) {
    let url = request.url
    if !url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { broken("\(parser.name) asks for \(url.debugDescription)") }
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 3, ["https:", "http:", "ftp:"].contains(parts[0]), parts[1].isEmpty,
      parser.facts.hosts.contains(parts[2].lowercased())
    else { broken("\(parser.name) asks for \(url), which is not of its site") }
    if let path = parts.dropFirst(3).first?.prefix(while: { $0 != "?" }), path.split(separator: "/").contains("..") {
      broken("\(parser.name) asks for \(url), which leads elsewhere")
    }
    for header in request.headers where !header.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) {
      broken("\(parser.name) sends the header \(header.debugDescription)")
    }
  }
}
