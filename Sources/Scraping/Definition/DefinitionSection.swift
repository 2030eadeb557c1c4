internal import Weather

extension SiteDefinition {
  /// One layout of one kind of rows: how to find the rows on a page, their dates, and each field within a row.
  public struct Section: Hashable, Sendable {
    /// The kinds of rows.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// The place; the page is its single row. Layouts after the first are read only if their pages are fetched anyway.
      case place
      /// Current conditions.
      case current
      /// Today's row, if it is separate from the daily rows.
      case today
      case days
      /// Alternating day and night rows, which are paired into days.
      case halves
      case hours
    }

    /// Values for a period that starts at an hourly row's time, either within that row or in rows of their own.
    public struct Ahead: Hashable, Sendable {
      /// Length in hours; nil if `until` gives the end.
      public var hours: Int?
      /// Selectors of separate rows for periods; empty if the values are in the hourly rows.
      public var rows: [Selector]
      /// Selectors of the period's start; empty to use the row's time.
      public var from: [Selector]
      /// Selectors of the period's end.
      public var until: [Selector]
      /// The fields: high, low, description, precipitation, precipitationChance.
      public var fields: [String: [Selector]]
      /// Position in the file.
      public var position: SourcePosition?

      /// A period of a fixed number of hours, or one that ends at a given time.
      public init(
        hours: Int? = nil, rows: [Selector] = [], from: [Selector] = [], until: [Selector] = [],
        fields: [String: [Selector]], at position: SourcePosition? = nil
      ) {
        self.hours = hours
        self.rows = rows
        self.from = from
        self.until = until
        self.fields = fields
        self.position = position
      }
    }

    /// The layout's name in reports and errors.
    public var layout: String
    /// The page's name; nil for the first page.
    public var page: String?
    /// Selectors of the rows; the first that matches anything wins. Empty: the page itself is the only row.
    public var rows: [Selector]
    /// Selectors of a JSON object of parallel arrays: an index is a row, a member name a field.
    public var columns: [Selector]
    /// Selectors of the row's date or time, `date` or `time` in a site file. For current conditions this is the
    /// observation time; if the selectors are given but find no time, the row is dropped.
    public var date: [Selector]
    /// Selectors of several winds within a row: wind fields are read from the strongest one, the gust from the one with
    /// the strongest gust.
    public var winds: [Selector]
    /// Selectors of the page's own date, to which labels such as `Today` refer.
    public var today: [Selector]
    /// Selectors that match, or are true, in daytime rows.
    public var day: [Selector]
    /// Selectors that match, or are true, in night rows.
    public var night: [Selector]
    /// True if a row's low belongs to the following night.
    public var lowsAreNights: Bool
    /// Time zone of times without one: an IANA name, an offset, `place`, or selectors of one of these or of an offset
    /// in seconds.
    public var zone: [Selector]
    /// The location of a value's quality flag, relative to its element or JSON object, and the pattern of acceptable
    /// flags; nil if values have none.
    public var quality: Selector?
    /// Maximum age of current conditions; nil for no limit.
    public var oldest: Duration?
    /// Selectors of the coordinates that the answer is for: a GeoJSON feature, or text with two numbers.
    public var point: [Selector]
    /// Units of numbers without one; empty to use the definition's.
    public var units: Units
    /// Values for periods that start at an hourly row's time.
    public var ahead: [Ahead]
    /// Selectors by field name, in order of preference: the first that gives a value wins.
    public var fields: [String: [Selector]]
    /// What these rows are derived from instead of selectors: `hours`; for `today` also `days`, read on `page`.
    public var madeFrom: String?
    /// Position in the file.
    public var position: SourcePosition?

    /// Creates a layout from the selectors of its rows and fields.
    public init(
      _ layout: String = "", page: String? = nil, rows: [Selector] = [], columns: [Selector] = [],
      date: [Selector] = [], winds: [Selector] = [], today: [Selector] = [], day: [Selector] = [],
      night: [Selector] = [],
      lowsAreNights: Bool = false, zone: [Selector] = [], quality: Selector? = nil, oldest: Duration? = nil,
      point: [Selector] = [], units: Units = Units(), ahead: [Ahead] = [],
      fields: [String: [Selector]] = [:], madeFrom: String? = nil, at position: SourcePosition? = nil
    ) {
      self.layout = layout
      self.page = page
      self.rows = rows
      self.columns = columns
      self.date = date
      self.winds = winds
      self.today = today
      self.day = day
      self.night = night
      self.lowsAreNights = lowsAreNights
      self.zone = zone
      self.quality = quality
      self.oldest = oldest
      self.point = point
      self.units = units
      self.ahead = ahead
      self.fields = fields
      self.madeFrom = madeFrom
      self.position = position
    }

    /// Rows derived from the hourly rows.
    public static let fromHours = Section(madeFrom: "hours")
  }
}

extension SiteDefinition.Section.Kind {
  /// The names of the fields allowed in this kind of section: the catalogue's, and keys such as `wind` that are not
  /// output fields.
  public var fieldNames: [String] {
    switch self {
    case .place: ["name", "region", "latitude", "longitude", "timeZone", "issued", "known"]
    case .current: RowKinds.current.fields.map(\.key) + ["wind", "interval"]
    case .hours: RowKinds.hour.fields.map(\.key) + ["wind"]
    case .today, .days: RowKinds.day.fields.map(\.key) + ["wind"]
    case .halves: RowKinds.day.fields.map(\.key) + ["temperature", "wind"]
    }
  }

  /// The names of the fields allowed in an `ahead` period.
  public static let aheadFieldNames = ["high", "low", "description", "precipitation", "precipitationChance"]
}
