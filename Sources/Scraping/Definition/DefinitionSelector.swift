extension SiteDefinition {
  /// One way to a value. Its steps are taken in the order in which they stand here, each at most once.
  public struct Selector: Hashable, Sendable, ExpressibleByStringLiteral {
    /// Where the value stands: an XPath, a JSONPath or a column's name.
    public var at: String
    /// An XPath of labels such as the rows': their own one's place among them is `$position` in `at`, and their number
    /// `$count`. Without it there is no value.
    public var along: String?
    /// Expressions whose texts are joined to that of `at`, with a blank between: a date and a time in columns of their own.
    public var and: [String]
    /// Texts or numbers that mean unknown (`NA`, `9999`).
    public var missing: [String]
    /// A pattern whose first match is cut out.
    public var drop: String?
    /// A pattern: the value is its last group that took part, else the whole match.
    public var match: String?
    /// What of a forecast in sentences is meant: see ``ForecastSentence/Part``.
    public var sentence: ForecastSentence.Part?
    /// The name of a table in which the words for a code are looked up: one of the definition's, or a built-in one.
    public var words: String?
    /// A factor.
    public var times: Double?
    /// How many decimals mean anything.
    public var decimals: Int?
    /// The field that the value was computed from: where the quality of that does not pass, this one is unknown, too.
    public var basis: String?
    /// In `take`: where the numbers stand by which several values are ordered, the lowest first.
    public var by: String?
    /// The value's unit: a name, or where it stands.
    public var unit: String?
    /// How a date or time is written: `label`, `clock`, or letters of Unicode; nil for ISO 8601 and for seconds since 1970.
    public var format: String?
    /// The zone of a time without one.
    public var zone: String?
    /// Where the moment stands at which an amount began to fall.
    public var since: String?
    /// Where it stands in the file.
    public var position: SourcePosition?

    /// A selector by its expression and its steps.
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

    /// A selector without steps.
    public init(stringLiteral at: String) { self.init(at) }
  }

  /// The units of bare numbers: each a ladder of names (`C`, `km/h`) or of expressions.
  public struct Units: Hashable, Sendable {
    /// For values of every quantity: a selector such as `@units`, or of a table by field name (`$.daily_units`).
    public var all: [Selector]
    /// By quantity: temperature, speed, pressure, distance, precipitation.
    public var byQuantity: [String: [Selector]]

    /// Units for everything, or by quantity.
    public init(_ all: [Selector] = [], byQuantity: [String: [Selector]] = [:]) {
      self.all = all
      self.byQuantity = byQuantity
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { all.isEmpty && byQuantity.isEmpty }
  }
}
