public import Basics

/// A site as data: the pages to fetch, and how to find rows and fields on them.
///
/// Either a Swift literal or read from a file, `Name.yaml`. Its expressions are checked only when it is compiled
/// (``CompiledSite``). `docs/site-files.md` describes the format.
public struct SiteDefinition: Hashable, Sendable {
  /// The name used with `-p`: the file name without its extension.
  public var name: String
  /// The file, for error messages; nil for a literal.
  public var file: String?
  /// The parser whose definition this one extends, already merged into it; nil if none.
  public var extends: String?
  /// The `repaired` mark, if the selectors were learned; nil if a person wrote them.
  public var repair: Repair?
  /// The site's facts. `hosts` may be empty if all hosts occur in the addresses; `needsTowns` and `makesDaysOfHours`
  /// are derived from the sections.
  public var facts: SiteFacts
  /// The pages; sections without a page name use the first.
  public var pages: [Page]
  /// Answers that are not a forecast, checked in this order.
  public var refusals: [Refusal]
  /// Lookup tables by name: words for codes, and values for addresses.
  public var tables: [String: [String: String]]
  /// Units of numbers without one, on all pages.
  public var units: Units
  /// The layouts of each section, tried in order for each field.
  public var sections: [Section.Kind: [Section]]
  /// Recorded answers with the expected results.
  public var tests: [Test]
  /// Positions of all keys in the file, by key path (`days.high.match`), in file order.
  var positions: [String: [SourcePosition]] = [:]

  /// Creates a site from its name, its facts, and its pages and sections.
  public init(
    name: String, file: String? = nil, facts: SiteFacts, pages: [Page], refusals: [Refusal] = [],
    tables: [String: [String: String]] = [:], units: Units = Units(),
    sections: [Section.Kind: [Section]], tests: [Test] = []
  ) {
    self.name = name
    self.file = file
    self.facts = facts
    self.pages = pages
    self.refusals = refusals
    self.tables = tables
    self.units = units
    self.sections = sections
    self.tests = tests
  }
}

/// A position in a definition's file, counted from 1.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// The line.
  public var line: Int
  /// The column.
  public var column: Int

  /// Creates a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Orders positions as in the file.
  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

extension SiteDefinition {
  /// Marks selectors learned after a redesign, and whether a person has reviewed them: `repaired` in a site file.
  public struct Repair: Hashable, Sendable {
    /// Review state.
    public enum Status: String, CaseIterable, Sendable { case proposed, accepted }

    /// The day on which the selectors were learned.
    public var date: CalendarDay
    /// Review state.
    public var status: Status

    /// Creates a mark.
    public init(date: CalendarDay, status: Status) {
      self.date = date
      self.status = status
    }
  }

  /// A page to fetch.
  public struct Page: Hashable, Sendable {
    /// How a page is parsed.
    public enum Format: String, CaseIterable, Sendable { case html, xml, json, csv }

    /// The name of a page given by the key `page`.
    static let unnamed = "page"
    /// The name of a page that holds current conditions, days and hours: all that an overview needs, in one request.
    static let overview = "overview"

    /// The name that sections use.
    public var name: String
    /// Addresses with `{placeholders}`, tried in turn until one answers.
    public var get: [String]
    /// How the page is parsed.
    public var format: Format
    /// The required name of an XML document's root element.
    public var root: String?
    /// The location of JSON embedded in an HTML page: the text before it, or the XPath of its element.
    public var inside: String?
    /// Request headers by name.
    public var headers: [String: String]
    /// Values to extract for other pages' addresses, by placeholder name.
    public var take: [String: [Selector]]
    /// True if a failure of this page only costs its fields, not the forecast.
    public var isOptional: Bool
    /// How many values taken from another page are tried in this page's address until one answers with a current
    /// temperature; nil to use only the first.
    public var tries: Int?
    /// Position in the file.
    public var position: SourcePosition?

    /// Creates a page from its name and addresses.
    public init(
      _ name: String = "page", get: [String], as format: Format = .html, root: String? = nil, inside: String? = nil,
      headers: [String: String] = [:], take: [String: [Selector]] = [:], isOptional: Bool = false, tries: Int? = nil,
      at position: SourcePosition? = nil
    ) {
      self.name = name
      self.get = get
      self.format = format
      self.root = root
      self.inside = inside
      self.headers = headers
      self.take = take
      self.isOptional = isOptional
      self.tries = tries
      self.position = position
    }
  }

  /// A rule that recognizes an answer that is not a forecast.
  public struct Refusal: Hashable, Sendable {
    /// The meaning, which decides the error.
    public enum Meaning: String, CaseIterable, Sendable {
      case blocked
      case unknownArea = "unknown area"
      case outside, login, consent, busy, rejected, nothing, deprecated
      case unknownLayout = "unknown layout"
      case otherPlace = "other place"
    }

    /// The meaning.
    public var means: Meaning
    /// The HTTP status; nil for any.
    public var status: Int?
    /// A pattern to find in the final address, after redirects; nil for any.
    public var address: String?
    /// Expressions that match, or are true, on such a page. If an HTML page comes instead of data, they are evaluated
    /// as HTML.
    public var has: [Selector]
    /// Selectors of the site's own explanation.
    public var says: [Selector]
    /// The definition's own explanation, a clause; `{match}` is replaced by the match of `address`.
    public var reason: String?
    /// Position in the file.
    public var position: SourcePosition?

    /// Creates a rule from its meaning and conditions.
    public init(
      _ means: Meaning, status: Int? = nil, address: String? = nil, has: [Selector] = [], says: [Selector] = [],
      reason: String? = nil,
      at position: SourcePosition? = nil
    ) {
      self.means = means
      self.status = status
      self.address = address
      self.has = has
      self.says = says
      self.reason = reason
      self.position = position
    }
  }

  /// A recorded answer with the expected result.
  public struct Test: Hashable, Sendable {
    /// Expected values: the JSON report as a tree, with rows keyed by date or time.
    public indirect enum Expectation: Hashable, Sendable {
      case null
      case text(String)
      case table([String: Expectation])
    }

    /// The recording's folder next to the file.
    public var session: String
    /// The requested area.
    public var area: String
    /// The kind of forecast: today, fivedays, tendays, weekend or hourly.
    public var kind: String
    /// Expected number of rows; nil for any.
    public var rows: Int?
    /// Expected values; anything not listed is not compared.
    public var expect: Expectation
    /// Expected exit status if the run has to fail.
    public var fails: Int?
    /// Allowed difference between numbers.
    public var tolerance: Double
    /// Position in the file.
    public var position: SourcePosition?

    /// Creates a test from its recording and query.
    public init(
      session: String, area: String, kind: String = "tendays", rows: Int? = nil,
      expect: Expectation = .table([:]), fails: Int? = nil, tolerance: Double = 0.06,
      at position: SourcePosition? = nil
    ) {
      self.session = session
      self.area = area
      self.kind = kind
      self.rows = rows
      self.expect = expect
      self.fails = fails
      self.tolerance = tolerance
      self.position = position
    }
  }
}
