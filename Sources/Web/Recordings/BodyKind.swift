internal import Basics

/// The endings of the files of recorded bodies.
enum BodyKind {
  private static let byType = [
    "text/html": "html", "application/xhtml+xml": "html", "application/json": "json", "application/geo+json": "json",
    "application/ld+json": "json", "text/json": "json", "text/xml": "xml", "application/xml": "xml",
    "application/rss+xml": "xml", "application/atom+xml": "xml", "text/csv": "csv", "text/plain": "txt",
    "text/javascript": "js", "application/javascript": "js",
  ]

  static let endings = Set(byType.values).union(["bin"])

  /// The ending by the answer's Content-Type, where it has none by its address, else `bin`.
  static func ending(of response: TransferResponse) -> String {
    let type = response.headers.value(of: "content-type") ?? ""
    let name = type.prefix { $0 != ";" && $0 != " " }.lowercased()
    if let ending = byType[name] { return ending }
    if name.hasSuffix("+json") { return "json" }
    if name.hasSuffix("+xml") { return "xml" }
    guard let path = Address(response.url)?.path, let dot = path.lastIndex(of: ".") else { return "bin" }
    let ending = path[dot...].dropFirst().lowercased()
    return byType.values.contains(ending) ? ending : "bin"
  }
}
