public import Basics

/// A site as data: the pages to ask for, where rows and fields stand on them, and what they are written in.
///
/// It is a literal in Swift or read from a file, `Name.yaml`, and means nothing before it is compiled (``CompiledSite``),
/// which finds every fault in it. `docs/site-files.md` describes the format.
public struct SiteDefinition: Hashable, Sendable {
  /// The registered name, which stands behind `-p`: the file's without its ending.
  public var name: String
  /// The file, for errors; nil for a literal.
  public var file: String?
  /// The parser whose definition this one adds to, which is in it already; nil where it stands for itself.
  public var extends: String?
  /// What is said where its selectors were learned; nil where a person wrote them.
  public var repair: Repair?
  /// What there is to know before asking. Hosts may be left out where they all stand in the addresses; `needsTowns` and
  /// `makesDaysOfHours` follow from the sections.
  public var facts: SiteFacts
  /// The pages, the first being the one that sections stand on which name none.
  public var pages: [Page]
  /// What may stand in place of a forecast, in the order in which it is looked for.
  public var refusals: [Refusal]
  /// Words for codes, and values for addresses, by the tables' names.
  public var tables: [String: [String: String]]
  /// The units of bare numbers on all pages.
  public var units: Units
  /// The layouts of the place and of each kind of rows, tried in order and field by field.
  public var sections: [Section.Kind: [Section]]
  /// Recorded answers with what must be read in them.
  public var tests: [Test]
  /// Where the keys stand in the file, by the keys above them (`days.high.match`), in the order of the file.
  var positions: [String: [SourcePosition]] = [:]

  /// A site by its name, its facts and what is read on its pages.
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

/// Where something stands in a definition's file, counted from 1.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// The line.
  public var line: Int
  /// The column.
  public var column: Int

  /// A place in a file.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one comes before another in the file.
  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

extension SiteDefinition {
  /// That selectors were learned after a redesign, and whether a person has looked at them: `repaired` in a file.
  public struct Repair: Hashable, Sendable {
    /// Whether a person has looked.
    public enum Status: String, CaseIterable, Sendable { case proposed, accepted }

    /// The day on which they were learned.
    public var date: CalendarDay
    /// Whether a person has looked.
    public var status: Status

    /// A repair by its day, and whether it is accepted.
    public init(date: CalendarDay, status: Status) {
      self.date = date
      self.status = status
    }
  }

  /// A page to ask for.
  public struct Page: Hashable, Sendable {
    /// What a page is read as.
    public enum Format: String, CaseIterable, Sendable { case html, xml, json, csv }

    /// What the only page is called.
    static let unnamed = "page"

    /// What sections call it.
    public var name: String
    /// Its addresses with `{placeholders}`, tried in turn until one answers.
    public var get: [String]
    /// What it is read as.
    public var format: Format
    /// The name that the root of an XML document must have.
    public var root: String?
    /// Where JSON stands inside an HTML page: a text before it, or the XPath of its element.
    public var inside: String?
    /// Header fields of the request, by their names.
    public var headers: [String: String]
    /// Values for other pages' addresses, by the placeholders' names.
    public var take: [String: [Selector]]
    /// Whether its failure costs its fields and not the forecast.
    public var isOptional: Bool
    /// How many of the values that another page gave for its address are tried, until one answers with a temperature of now;
    /// nil: the first alone counts.
    public var tries: Int?
    /// Where it stands in the file.
    public var position: SourcePosition?

    /// A page by its name and its addresses.
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

  /// What may stand in place of a forecast.
  public struct Refusal: Hashable, Sendable {
    /// What it means, which decides the error.
    public enum Meaning: String, CaseIterable, Sendable {
      case blocked
      case unknownArea = "unknown area"
      case outside, login, consent, busy, rejected, nothing, deprecated
      case unknownLayout = "unknown layout"
      case otherPlace = "other place"
    }

    /// What it means.
    public var means: Meaning
    /// The status that it comes with; nil for any.
    public var status: Int?
    /// A pattern that is found in the address that answered, after redirects; nil for any.
    public var address: String?
    /// An expression that finds something, or is true, on such a page; an HTML page that comes in place of data is looked at
    /// as HTML.
    public var has: [Selector]
    /// Where the site's own reason stands.
    public var says: [Selector]
    /// A clause of the definition's own that says why or what to do; `{match}` is what the address's pattern matched.
    public var reason: String?
    /// Where it stands in the file.
    public var position: SourcePosition?

    /// A refusal by its meaning and by what it is known.
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

  /// A recorded answer and what must be read in it.
  public struct Test: Hashable, Sendable {
    /// What is expected: the report of the json contract as a tree, with rows by their dates or times.
    public indirect enum Expectation: Hashable, Sendable {
      case null
      case text(String)
      case table([String: Expectation])
    }

    /// The recording's folder beside the file.
    public var session: String
    /// The area that is asked for.
    public var area: String
    /// The kind of forecast: today, fivedays, tendays, weekend or hourly.
    public var kind: String
    /// How many rows come out; nil for any number.
    public var rows: Int?
    /// What comes out; what is not named is free.
    public var expect: Expectation
    /// The exit status where it must fail.
    public var fails: Int?
    /// How much numbers may differ.
    public var tolerance: Double
    /// Where it stands in the file.
    public var position: SourcePosition?

    /// A test by its recording and the question.
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
