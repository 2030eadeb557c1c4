extension SiteDefinition {
  /// One way to find a value. The steps are applied in the order in which they are declared here, each at most once.
  public struct Selector: Hashable, Sendable, ExpressibleByStringLiteral {
    /// An XPath, a JSONPath or a CSV column name.
    public var at: String
    /// XPath of a list of labels. `$position` in `at` is the index of this row's label in that list and `$count` the
    /// list's length; a row whose label is not in it has no value.
    public var along: String?
    /// More expressions, whose texts are appended to that of `at`, separated by blanks: a date and a time in separate
    /// columns.
    public var and: [String]
    /// Texts or numbers that stand for an unknown value (`NA`, `9999`).
    public var missing: [String]
    /// A pattern whose first match is removed.
    public var drop: String?
    /// A pattern; the value becomes its last participating group, or the whole match.
    public var match: String?
    /// Which part of a forecast in prose to extract: see ``ForecastSentence/Part``.
    public var sentence: ForecastSentence.Part?
    /// The name of the table that translates a code into words: one of the definition's own, or a built-in one.
    public var words: String?
    /// A factor.
    public var times: Double?
    /// Significant decimal places.
    public var decimals: Int?
    /// The field that this value was computed from: if that field's quality flag fails, this value is unknown, too.
    public var basis: String?
    /// In `take`: an expression for the numbers by which several values are sorted, lowest first.
    public var by: String?
    /// The value's unit: a name, or an expression that finds it.
    public var unit: String?
    /// Date or time format: `label`, `clock`, or a Unicode date pattern; nil for ISO 8601 and Unix time.
    public var format: String?
    /// Time zone of a time without one.
    public var zone: String?
    /// An expression for the start of the period in which the precipitation fell.
    public var since: String?
    /// Position in the file.
    public var position: SourcePosition?

    /// Creates a selector from its expression and steps.
    public init(
      _ at: String, along: String? = nil, and: [String] = [], missing: [String] = [], drop: String? = nil,
      match: String? = nil,
      sentence: ForecastSentence.Part? = nil, words: String? = nil, times: Double? = nil, decimals: Int? = nil,
      basis: String? = nil, by: String? = nil, unit: String? = nil, format: String? = nil, zone: String? = nil,
      since: String? = nil,
      at position: SourcePosition? = nil
    ) {
      self.at = at
      self.along = along
      self.and = and
      self.missing = missing
      self.drop = drop
      self.match = match
      self.words = words
      self.times = times
      self.sentence = sentence
      self.decimals = decimals
      self.basis = basis
      self.by = by
      self.unit = unit
      self.format = format
      self.zone = zone
      self.since = since
      self.position = position
    }

    /// A selector that is only an expression.
    public init(stringLiteral at: String) { self.init(at) }
  }

  /// Units of numbers without one, as unit names (`C`, `km/h`) or selectors, in order of preference.
  public struct Units: Hashable, Sendable {
    /// For every quantity: a selector such as `@units`, or one of an object with a unit per field name
    /// (`$.daily_units`).
    public var all: [Selector]
    /// By quantity: temperature, speed, pressure, distance, precipitation.
    public var byQuantity: [String: [Selector]]

    /// Units for all quantities, or by quantity.
    public init(_ all: [Selector] = [], byQuantity: [String: [Selector]] = [:]) {
      self.all = all
      self.byQuantity = byQuantity
    }

    /// True if no units are given.
    public var isEmpty: Bool { all.isEmpty && byQuantity.isEmpty }
  }
}
