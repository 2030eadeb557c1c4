internal import Markup
import Weather

/// A compiled definition: expressions, patterns, addresses, tables and units are parsed, for the kinds of rows needed.
struct CompiledSite: Sendable {
  let definition: SiteDefinition
  /// The pages in the definition's order.
  var pages: [CompiledPage] = []
  var refusals: [CompiledRefusal] = []
  var sections: [SiteDefinition.Section.Kind: [CompiledSection]] = [:]

  /// True if rows of this kind are derived from the hourly rows.
  func isMadeOfHours(_ kind: SiteDefinition.Section.Kind) -> Bool { definition.isMadeOfHours(kind) }
}

/// A compiled page.
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

/// The location of JSON embedded in an HTML page.
enum JSONPlace: Sendable {
  case behind(String)
  case element(XPath)
}

/// A compiled rule that recognizes an answer that is not a forecast.
struct CompiledRefusal: Sendable {
  let source: SiteDefinition.Refusal
  let address: Pattern?
  let has: [CompiledSelector]
  let says: [CompiledSelector]
}

/// A compiled layout of one kind of rows.
struct CompiledSection: Sendable {
  let kind: SiteDefinition.Section.Kind
  let layout: String
  /// The page's name; nil for the main page of the question.
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

  /// True if rows are dated by labels such as `Tonight`.
  var isLabelled: Bool { date.contains { if case .label = $0.format { true } else { false } } }

  /// The selectors of rows and temperatures, for error messages.
  var tried: [String] {
    (rows + columns).map(\.text)
      + fields.filter { ["temperature", "high", "low"].contains($0.name) }.flatMap { $0.ladder.map(\.text) }
  }
}

/// A field and its selectors in order of preference.
struct CompiledField: Sendable {
  let name: String
  /// The catalogue's field; nil for names outside it, such as `wind` and `latitude`.
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

/// Units of numbers without one.
struct CompiledUnits: Sendable {
  var all: [UnitSource] = []
  var byQuantity: [ValueKind.Quantity: [UnitSource]] = [:]
}

/// A compiled `ahead` entry: values for a period after a row's time.
struct CompiledAhead: Sendable {
  let seconds: Int?
  let rows: [ValuePath]
  let from: [CompiledSelector]
  let until: [CompiledSelector]
  let fields: [CompiledField]
}

/// How a field's text is interpreted.
enum FieldMeaning: Hashable, Sendable {
  case value(ValueKind)
  /// Weather conditions in words.
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

  /// The meaning of a name outside the catalogue.
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
  /// True if rows of this kind are derived from the hourly rows.
  func isMadeOfHours(_ kind: Section.Kind) -> Bool { sections[kind]?.contains { $0.madeFrom == "hours" } ?? false }

  /// The definition with every section read from the page `overview`, which holds all parts; unchanged if there is no
  /// such page.
  var readFromOverview: SiteDefinition {
    guard pages.contains(where: { $0.name == SiteDefinition.Page.overview }) else { return self }
    var definition = self
    for kind in sections.keys {
      for index in sections[kind]?.indices ?? 0..<0 where sections[kind]?[index].page != nil {
        definition.sections[kind]?[index].page = SiteDefinition.Page.overview
      }
    }
    return definition
  }

  /// The sections to read for a question.
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
