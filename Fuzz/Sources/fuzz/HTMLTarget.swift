import Markup
import Parsers
import Trials

/// Fuzzes HTML and XML parsing, traversal and XPath; the first byte chooses the format.
struct HTMLTarget: FuzzTarget {
  let name = "html"
  let seeds: [[UInt8]]

  private static let queries = [
    "//*", "//*[@data-testid]", "//text()", "//@*", "//script", "//table//tr[td]", "//*[contains(@class, 'a')]",
    "//*[self::h2 or self::h3]", "string(//title)", "//*[local-name()='forecast']/*[last()]",
  ]

  /// Seeds: the pages of all fixtures.
  init(fixtures: String) {
    let pages = allParsers.flatMap { FixtureRun.all(of: $0, in: fixtures) }.flatMap { $0.pages.map(\.body) }
    seeds = Set(pages).map { body in
      let isXML = body.starts(with: Array("<?xml".utf8))
      return [isXML ? 1 : 0] + body
    }
  }

  func take(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let body = Array(bytes[1...])
    guard let document = try? kind & 1 == 0 ? Document(html: body) : Document(xml: body) else { return }
    // One query per input: all of them would take longer than parsing.
    look(document, Self.queries[bytes.choice % Self.queries.count])
    if let root = document.root { walk(root, depth: 0) }
  }

  private func look(_ document: Document, _ query: String) {
    do throws(MarkupError) {
      let found = try document.exists(query)
      let text = try document.string(query)
      if text != nil, !found, !query.hasPrefix("string") { broken("\(query) has a text and is nowhere") }
      guard !query.hasPrefix("string") else { return }
      let nodes = try document.nodes(query)
      if (try document.first(query)) != nodes.first { broken("\(query): the first is not the first") }
      if nodes.isEmpty == found { broken("\(query) is there and is not") }
      for node in nodes.prefix(50) where node.text.hasPrefix(" ") { broken("\(query): a text begins with a blank") }
    } catch {
      broken("\(query): \(error)")
    }
  }

  /// Visits the first children of every node.
  private func walk(_ node: Node, depth: Int) {
    _ = node.name
    _ = node.attribute("class")
    _ = node.attribute("xml:lang")
    if depth > 12 { return }
    for child in ((try? node.nodes("*")) ?? []).prefix(6) {
      if child.parent != node { broken("a child has another parent") }
      walk(child, depth: depth + 1)
    }
    _ = depth < 4 ? node.spacedText : ""
  }
}
