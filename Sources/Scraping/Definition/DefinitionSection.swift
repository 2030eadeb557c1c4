internal import Weather

extension SiteDefinition {
  /// Where rows of one kind are in one layout of a page, how they are dated, and where each field is within a row.
  public struct Section: Hashable, Sendable {
    /// What rows are of.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
      /// The place; its one row is the page. Later layouts count where their pages are asked for anyway.
      case place
      /// The moment.
      case current
      /// Today's row where it stands apart from the days.
      case today
      case days
      /// Days and nights in turn, which are paired into days.
      case halves
      case hours
    }

    /// What a row says of the time behind it, or what rows of their own say of stretches of time.
    public struct Ahead: Hashable, Sendable {
      /// How long it is, in hours; nil where `until` says it.
      public var hours: Int?
      /// Where the stretches have rows of their own; empty where the rows of the hours say it.
      public var rows: [Selector]
      /// Where the moment stands at which it begins; empty for that of the row.
      public var from: [Selector]
      /// Where the moment stands at which it ends.
      public var until: [Selector]
      /// The fields: high, low, description, precipitation, precipitationChance.
      public var fields: [String: [Selector]]
      /// Where it stands in the file.
      public var position: SourcePosition?

      /// A stretch of time of so many hours, or until a moment.
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

    /// What the layout is called in reports and errors.
    public var layout: String
    /// The page that it stands on; nil for the first.
    public var page: String?
    /// Where the rows are, or the one box of the moment: the first that finds any. None: the page itself is the row.
    public var rows: [Selector]
    /// Where an object of parallel lists stands: a row is a position, a field the name of a list.
    public var columns: [Selector]
    /// A row's day or moment, by which it is known: `date` or `time` of the format. For the moment it is what was observed
    /// when, and without it there is none.
    public var date: [Selector]
    /// Winds that follow each other in a row: the fields of wind are read on the strongest of them, the gust on that with the
    /// strongest gust.
    public var winds: [Selector]
    /// What the page says of its own day.
    public var today: [Selector]
    /// What is there, or true, in the row of a day.
    public var day: [Selector]
    /// What is there, or true, in the row of a night.
    public var night: [Selector]
    /// Whether a row's low is that of the night after it.
    public var lowsAreNights: Bool
    /// The zone of times without one: a name, an offset, seconds, `place`, or where it stands.
    public var zone: [Selector]
    /// Where the quality of a value stands as seen from its element or JSON object, and the pattern of one that passes; nil
    /// where values carry none.
    public var quality: Selector?
    /// How old the weather now may be; nil for any age.
    public var oldest: Duration?
    /// Where the point stands that the answer is for: a GeoJSON feature, or a text with two numbers.
    public var point: [Selector]
    /// The units of bare numbers; empty for those of the definition.
    public var units: Units
    /// What a row says of the time behind it.
    public var ahead: [Ahead]
    /// The fields, each a ladder: the first that gives a value counts.
    public var fields: [String: [Selector]]
    /// What these are made of, in place of all else: `hours`; for today also `days`, which are then read on `page`.
    public var madeFrom: String?
    /// Where it stands in the file.
    public var position: SourcePosition?

    /// A layout by where its rows and fields are.
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

    /// Rows that are made of the hours.
    public static let fromHours = Section(madeFrom: "hours")
  }
}

extension SiteDefinition.Section.Kind {
  /// The names of the fields that a row of this kind may have: the catalogue's, and what no row has.
  public var fieldNames: [String] {
    switch self {
    case .place: ["name", "region", "latitude", "longitude", "timeZone", "issued", "known"]
    case .current: RowKinds.current.fields.map(\.key) + ["wind", "interval"]
    case .hours: RowKinds.hour.fields.map(\.key) + ["wind"]
    case .today, .days: RowKinds.day.fields.map(\.key) + ["wind"]
    case .halves: RowKinds.day.fields.map(\.key) + ["temperature", "wind"]
    }
  }

  /// The names of the fields that the time behind a row may have.
  public static let aheadFieldNames = ["high", "low", "description", "precipitation", "precipitationChance"]
}
