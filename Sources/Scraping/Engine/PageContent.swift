internal import Markup

/// A parsed page: markup, JSON, or both.
struct PageContent {
  let page: Page
  let document: Document?
  let json: JSON?

  /// Parses a page in the format that its definition states.
  init(_ page: Page, as source: CompiledPage, site: String) throws(ScrapingError) {
    self.page = page
    switch source.format {
    case .xml:
      let document = try page.xml(site: site)
      if let root = source.root, document.root?.name != root {
        let found = document.root?.name ?? "nothing"
        throw .unreadable(site: site, url: page.url, reason: "its root is \(found) and not \(root)")
      }
      (self.document, json) = (document, nil)
    case .json: (document, json) = (nil, try page.json(site: site))
    case .csv:
      document = nil
      do throws(MarkupError) { json = try DelimitedTable.json(page.body) } catch {
        throw .unreadable(site: site, url: page.url, reason: error.description)
      }
    case .html:
      let document = try page.html(site: site)
      self.document = document
      do throws(MarkupError) {
        json =
          switch source.inside {
          case nil: nil
          case .behind(let mark): EmbeddedJSON.first(behind: mark, in: page.body)
          case .element(let path):
            try document.root?.value(path).map { found throws(MarkupError) in
              try EmbeddedJSON.value(of: Array((found.node?.text ?? found.text).utf8))
            }
          }
      } catch {
        throw .unreadable(site: site, url: page.url, reason: error.description)
      }
    }
  }

  /// An HTML page that came instead of data; nil for data.
  init?(inPlaceOfData page: Page, as source: CompiledPage, site: String) {
    let head = String(decoding: page.body.prefix(1024), as: UTF8.self).lowercased()
    guard source.format != .html, head.contains("<html") || head.contains("<!doctype html"),
      let document = try? page.html(site: site)
    else { return nil }
    self.page = page
    self.document = document
    json = nil
  }

  /// Wraps a document or value that is already parsed.
  init(_ page: Page, document: Document? = nil, json: JSON? = nil) {
    self.page = page
    self.document = document
    self.json = json
  }

  /// The starting point of expressions.
  enum Row {
    /// The page itself.
    case page
    case node(Node)
    case json(JSON)
    /// An index into the parallel arrays of a JSON object, all of the given length.
    case position(Int, of: Int, in: JSON)
  }

  /// The rows that an expression matches.
  func rows(_ path: ValuePath, at row: Row = .page) throws(MarkupError) -> [Row] {
    switch path {
    case .xpath(let path):
      if case .node(let node) = row { return try node.nodes(path.text).map { .node($0) } }
      return try document?.root?.nodes(path.text).map { .node($0) } ?? []
    case .json(let path): return try values(path, at: row).map { .json($0) }
    case .constant: return []
    }
  }

  /// Passes matching values, with their nodes, to a closure until it returns false.
  func visit(_ path: ValuePath, at row: Row, _ take: (Cell, Node?) throws(MarkupError) -> Bool) throws(MarkupError) {
    switch path {
    case .xpath(let path):
      let start: Node?
      if case .node(let node) = row { start = node } else { start = document?.root }
      var failure: MarkupError?
      try start?.visit(path) { text, node in
        do throws(MarkupError) { return try take(.text(text), node) } catch {
          failure = error
          return false
        }
      }
      if let failure { throw failure }
    case .json(let path):
      for value in try values(path, at: row) {
        guard let cell = Cell(value) ?? value.bool.map({ .text($0 ? "true" : "false") }) else { continue }
        if case .text("") = cell { continue }
        if try !take(cell, nil) { return }
      }
    case .constant(let text): _ = try take(.text(text), nil)
    }
  }

  /// The JSON values that a path matches.
  func values(_ path: JSONPath, at row: Row) throws(MarkupError) -> [JSON] {
    guard let json else { return [] }
    switch row {
    case .json(let value): return try path.values(in: value, root: json)
    case .position(let index, let count, let columns) where !path.isAbsolute:
      // If an array has another length, its values cannot be assigned to rows.
      return try path.values(in: columns, root: json).compactMap { $0.count == count ? $0[index] : nil }
    default: return try path.values(in: json, root: json)
    }
  }

  /// True if an expression matches something, or is true.
  func holds(_ path: ValuePath, at row: Row = .page) throws(MarkupError) -> Bool {
    switch path {
    case .json(let path): return try !values(path, at: row).isEmpty
    case .xpath(let path):
      if case .node(let node) = row { return try node.exists(path.text) }
      return try document?.root?.exists(path.text) ?? false
    case .constant: return true
    }
  }

  /// Sets XPath variables.
  func setVariables(_ variables: [String: String]) {
    for (name, text) in variables { document?.setVariable(name, to: text) }
  }
}
