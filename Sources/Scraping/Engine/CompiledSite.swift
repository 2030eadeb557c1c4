internal import Markup
import Weather

/// A definition whose expressions, patterns, addresses, tables and units were understood, as far as some kinds of rows need them.
struct CompiledSite: Sendable {
  let definition: SiteDefinition
  /// The pages in the order of the definition.
  var pages: [CompiledPage] = []
  var refusals: [CompiledRefusal] = []
  var sections: [SiteDefinition.Section.Kind: [CompiledSection]] = [:]

  /// Whether rows of a kind are made of the hours.
  func isMadeOfHours(_ kind: SiteDefinition.Section.Kind) -> Bool { definition.isMadeOfHours(kind) }
}

/// A page to ask for.
struct CompiledPage: Sendable {
  let name: String
  let addresses: [AddressTemplate]
  let format: SiteDefinition.Page.Format
  let root: String?
  let inside: JSONPlace?
  let headers: [String]
  let take: [String: [CompiledSelector]]
  let isOptional: Bool
  let tries: Int?
}

/// Where JSON stands inside an HTML page.
enum JSONPlace: Sendable {
  case behind(String)
  case element(XPath)
}

/// What may stand in place of a forecast.
struct CompiledRefusal: Sendable {
  let source: SiteDefinition.Refusal
  let address: Pattern?
  let has: [CompiledSelector]
  let says: [CompiledSelector]
}

/// A layout of rows of one kind.
struct CompiledSection: Sendable {
  let kind: SiteDefinition.Section.Kind
  let layout: String
  /// The page's name; nil for that of the rows that are asked for.
  let page: String?
  var rows: [ValuePath] = []
  var columns: [ValuePath] = []
  var date: [CompiledSelector] = []
  var winds: [ValuePath] = []
  var today: [CompiledSelector] = []
  var day: [CompiledSelector] = []
  var night: [CompiledSelector] = []
  var lowsAreNights = false
  var zone: [ZoneSource] = []
  var quality: (at: ValuePath, passes: Pattern)?
  var oldest: Duration?
  var point: [CompiledSelector] = []
  var units = CompiledUnits()
  var ahead: [CompiledAhead] = []
  var fields: [CompiledField] = []

  /// Whether rows are known by what they call themselves.
  var isLabelled: Bool { date.contains { if case .label = $0.format { true } else { false } } }

  /// Where its rows and temperatures are sought, for errors.
  var tried: [String] {
    (rows + columns).map(\.text)
      + fields.filter { ["temperature", "high", "low"].contains($0.name) }.flatMap { $0.ladder.map(\.text) }
  }
}

/// A field and the ways to it.
struct CompiledField: Sendable {
  let name: String
  /// The catalogue's; nil for what no row has, and for a wind in words.
  let field: Field?
  let meaning: FieldMeaning
  let ladder: [CompiledSelector]

  init(_ name: String, _ ladder: [CompiledSelector]) {
    self.name = name
    self.ladder = ladder
    field = Field(name)
    meaning = field.map { FieldMeaning($0) } ?? FieldMeaning(name)
  }
}

/// The units of bare numbers.
struct CompiledUnits: Sendable {
  var all: [UnitSource] = []
  var byQuantity: [ValueKind.Quantity: [UnitSource]] = [:]
}

/// What is said of a stretch of time.
struct CompiledAhead: Sendable {
  let seconds: Int?
  let rows: [ValuePath]
  let from: [CompiledSelector]
  let until: [CompiledSelector]
  let fields: [CompiledField]
}

/// What a field's text means.
enum FieldMeaning: Hashable, Sendable {
  case value(ValueKind)
  /// Words for the weather.
  case condition
  /// A name.
  case words
  case compass
  /// Speed, gust and direction in one text.
  case wind
  case time
  /// A number without a unit.
  case plain

  init(_ field: Field) {
    self =
      switch field.kind {
      case .direction: .compass
      case .words: field == .description ? .condition : .words
      case .time: .time
      case .measured, .share, .number, .bearing: ValueKind(field).map { .value($0) } ?? .plain
      }
  }

  /// What a name means that is none of the catalogue's.
  init(_ name: String) {
    self =
      switch name {
      case "wind": .wind
      case "issued": .time
      case "latitude", "longitude", "interval": .plain
      default: .words
      }
  }
}

extension SiteDefinition {
  /// Whether rows of a kind are made of the hours.
  func isMadeOfHours(_ kind: Section.Kind) -> Bool { sections[kind]?.contains { $0.madeFrom == "hours" } ?? false }

  /// The kinds of sections that are read for a question.
  func kinds(for question: Question) -> [Section.Kind] {
    func rows(_ kind: Section.Kind) -> [Section.Kind] {
      if isMadeOfHours(kind) { return [.hours] }
      return sections[kind]?.contains { $0.madeFrom == nil } == true || sections[kind]?.first?.madeFrom == "days"
        ? [kind] : []
    }
    var kinds = question.wantsCurrent ? rows(.current) : []
    if question.parts.contains(.days) {
      let today = question.isToday ? rows(.today) : []
      kinds += today.isEmpty ? rows(.days) + rows(.halves) : today
    }
    return question.wantsHours ? kinds + rows(.hours) : kinds
  }
}
