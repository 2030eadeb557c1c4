public import Markup
public import Weather

/// One layout of a site's markup, as data: where its rows are, and where each field is within a row.
///
/// Control flow does not know class names. A redesign is met with one more layout, or one more expression at the head of
/// a field's list.
public struct Layout: Sendable {
  /// What the layout is called in reports and errors.
  public let name: String
  /// A text that a page in this layout must hold somewhere, so that a page without it need not be parsed to know.
  public let mark: String
  /// The XPath of its rows, or of the one box that holds the moment's conditions.
  public let rows: String
  /// The XPath, relative to a row, of the text that names its day or hour; empty where rows have none.
  public let label: String
  /// For each field the XPaths, relative to a row, that are tried in order; one may also make a string.
  public let fields: [Field: [String]]

  /// A layout by its name, its mark, the XPath of its rows, of their labels and of their fields.
  public init(_ name: String, mark: String, rows: String, label: String = "", fields: [Field: [String]]) {
    self.name = name
    self.mark = mark
    self.rows = rows
    self.label = label
    self.fields = fields
  }

  /// The layout's reading of a row.
  ///
  /// - Parameters:
  ///   - units: the units of the page's bare numbers; asked only where there is one.
  ///   - row: finds the row; asked only for a field that the layout has, and nil where the page has no such row.
  public func rung(units: @autoclosure @escaping () -> PageUnits, row: @escaping () -> Node?) -> Rung {
    Rung(name, offers: { fields[$0] != nil }, units: units()) { field in
      guard let row = row() else { return nil }
      for expression in fields[field] ?? [] {
        if field == .description, Self.hasSwallowed(row, expression) { continue }
        // An expression that is none is a slip in this file's table and not in the page; the fixtures find it.
        if let text = try? row.string(expression) { return .text(text) }
      }
      return nil
    }
  }

  /// Whether the element for words holds whole boxes or other fields, as it does where its own end is broken; words are not
  /// made of such.
  private static func hasSwallowed(_ row: Node, _ expression: String) -> Bool {
    (try? row.exists("(\(expression))[1]//*[@data-testid or @headers or self::p or self::td]"))
      ?? false
  }
}
