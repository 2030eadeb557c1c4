internal import Basics

/// File name extensions of recorded bodies.
enum BodyKind {
  /// By the end of the Content-Type.
  private static let byType = [
    ("html", "html"), ("xhtml+xml", "html"), ("json", "json"), ("xml", "xml"), ("csv", "csv"), ("plain", "txt"),
    ("javascript", "js"),
  ]

  static let endings = Set(byType.map { $0.1 } + ["bin"])

  /// The extension by Content-Type, else by the address, else `bin`.
  static func ending(of response: TransferResponse) -> String {
    let type = response.headers.value(of: "content-type") ?? ""
    let name = type.prefix { $0 != ";" && $0 != " " }.lowercased()
    if let kind = byType.first(where: { name.hasSuffix($0.0) }) { return kind.1 }
    guard let path = Address(response.url)?.path, let dot = path.lastIndex(of: ".") else { return "bin" }
    let ending = path[dot...].dropFirst().lowercased()
    return endings.contains(ending) ? ending : "bin"
  }
}
