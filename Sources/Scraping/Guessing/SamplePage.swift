internal import Basics
internal import Markup

/// A page that a site file is to be made for.
public struct SamplePage {
  let page: Page
  let format: SiteDefinition.Page.Format
  let document: Document?
  let json: JSON?

  /// Why a page cannot be one of a site.
  public enum Fault: Error, Hashable, Sendable {
    /// It holds nothing.
    case empty
    /// It is a picture, an archive or another file that is no text.
    case binary
    /// It is a recorded session (HAR) of so many answers.
    case recording(entries: Int)
    /// It looks like JSON or XML and cannot be read as such.
    case unreadable(reason: String)
  }

  /// Reads a page by what it is, whatever its name and its type say.
  public init(_ page: Page) throws(Fault) {
    self.page = page
    let start = page.body.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(4000)
    if start.isEmpty { throw .empty }
    if page.body.prefix(4000).contains(0) || String(validating: page.body, as: UTF8.self) == nil { throw .binary }
    let head = String(decoding: start, as: UTF8.self).lowercased()
    do throws(MarkupError) {
      if let first = start.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
        (format, document, json) = (.json, nil, try JSON(parsing: page.body))
      } else if head.hasPrefix("<"), !head.hasPrefix("<!doctype html"), !head.contains("<html") {
        (format, document, json) = (.xml, try Document(xml: page.body, isUTF8: page.isUTF8), nil)
      } else if head.hasPrefix("<") || head.contains("<html") || head.contains("<body") {
        (format, document, json) = (.html, try Document(html: page.body), nil)
      } else {
        (format, document, json) = (.csv, nil, try DelimitedTable.json(page.body))
      }
    } catch {
      throw .unreadable(reason: error.description)
    }
    if let entries = json?["log"]?["entries"], entries.isArray { throw .recording(entries: entries.count) }
  }

  /// All rows that stand on the page.
  func rows() throws(MarkupError) -> [GuessedRows] {
    if let json { return JSONRows.all(in: json) }
    guard let document else { return [] }
    let markup = MarkupRows(document: document, isHTML: format == .html)
    if format == .xml { return try markup.siblings() + markup.boxes() }
    return try embedded(document) + TableRows(document: document).all() + markup.siblings() + markup.boxes()
  }

  /// Rows in JSON that stands in scripts of the page.
  private func embedded(_ document: Document) throws(MarkupError) -> [GuessedRows] {
    var found: [GuessedRows] = []
    for (index, script) in try document.nodes("//script").prefix(60).enumerated() {
      let text = try script.nodes("text()").map(\.text).joined()
      guard text.utf8.count > 40 else { continue }
      var inside: String?
      var json: JSON?
      if let whole = try? EmbeddedJSON.value(of: Array(text.utf8)) {
        json = whole
        inside =
          script.attribute("id").map { "//script[@id='\($0)']" } ?? Self.byType(script, document)
          ?? "(//script)[\(index + 1)]"
      } else {
        let mark =
          text.prefix(200).split(separator: "=").first.map { $0.split(separator: " ").last.map(String.init) ?? "" }
          ?? ""
        if mark.utf8.count > 3, mark.utf8.count < 60, let value = EmbeddedJSON.first(behind: mark, in: page.body) {
          (json, inside) = (value, mark)
        }
      }
      if let json, let inside { found += JSONRows.all(in: json, inside: inside) }
    }
    return found
  }

  private static func byType(_ script: Node, _ document: Document) -> String? {
    guard let type = script.attribute("type"), let all = try? document.nodes("//script[@type='\(type)']") else {
      return nil
    }
    let index = all.firstIndex(of: script) ?? 0
    return all.count == 1 ? "//script[@type='\(type)']" : "(//script[@type='\(type)'])[\(index + 1)]"
  }
}
