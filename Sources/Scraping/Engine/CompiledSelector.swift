internal import Markup
import Weather

/// Where something stands.
enum ValuePath: Hashable, Sendable {
  case xpath(XPath)
  case json(JSONPath)
  /// The value itself.
  case constant(String)

  /// The expression as it is written.
  var text: String {
    switch self {
    case .xpath(let path): path.text
    case .json(let path): path.text
    case .constant(let text): text
    }
  }
}

/// Where a unit is said.
enum UnitSource: Hashable, Sendable {
  /// By the definition.
  case named(String)
  /// By an attribute, as seen from the element of the value: `@units`, `../@units`.
  case attribute(XPath)
  /// Elsewhere on the page, or in a table by field name.
  case path(ValuePath)
}

/// Where a zone is said.
enum ZoneSource: Hashable, Sendable {
  case place
  case fixed(PlaceZone)
  case path(ValuePath)
}

/// How a date or time is written.
enum DateFormat: Hashable, Sendable {
  case iso
  /// `Today`, `Sat 14`, `Friday Night`.
  case label
  /// `6:21 am`, on the row's date.
  case clock
  case letters(DatePattern)
}

/// What the words for codes are looked up in.
enum WordTable: Sendable {
  case wmo, met, smhi
  case table([String: String])

  init?(_ name: String, of definition: SiteDefinition) {
    switch name {
    case "wmo": self = .wmo
    case "met": self = .met
    case "smhi": self = .smhi
    default:
      guard let table = definition.tables[name] else { return nil }
      self = .table(table)
    }
  }

  static let builtIn = ["wmo", "met", "smhi"]

  /// The words for a code; nil for one that is not in the table.
  func words(_ cell: Cell) -> String? {
    switch self {
    case .wmo: return cell.code.flatMap { SymbolWords.wmo($0) }
    case .smhi: return cell.code.flatMap { SymbolWords.smhi($0) }
    case .met: return cell.words.flatMap { SymbolWords.met($0) }
    case .table(let table):
      guard case .text(let text) = cell else { return cell.code.flatMap { table[String($0)] } }
      return table[text]
    }
  }
}

/// A selector whose parts were understood.
struct CompiledSelector: Sendable {
  /// The expression as it is written, for origins and errors.
  let text: String
  let path: ValuePath
  /// The JSON object that the value is a member of; nil for the row.
  var owner: JSONPath?
  var along: ValuePath?
  var and: [ValuePath] = []
  var missing: [String] = []
  var missingNumbers: [Double] = []
  var drop: Pattern?
  var match: Pattern?
  var words: WordTable?
  var sentence: ForecastSentence.Part?
  var times: Double?
  var decimals: Int?
  var basis: Field?
  var by: ValuePath?
  var unit: UnitSource?
  var format = DateFormat.iso
  var zone: ZoneSource?
  var since: ValuePath?

  init(_ path: ValuePath) {
    text = path.text
    self.path = path
  }

  /// What a cell means after the steps that do not depend on the field; nil where the next node may say it.
  enum Outcome {
    case value(Cell)
    case unknown
    case next
  }

  func read(_ cell: Cell) -> Outcome {
    if !missing.isEmpty, isMissing(cell) { return .unknown }
    var cell = cell
    if drop != nil || match != nil, var text = cell.writtenText {
      if let drop { text = drop.removed(from: text) }
      if let match {
        guard let value = match.value(in: text) else { return .next }
        text = value
      }
      cell = .text(text)
    }
    if case .text(let text) = cell, text.isEmpty { return .next }
    if let sentence {
      guard let part = ForecastSentence(cell.writtenText ?? "")[sentence] else { return .next }
      cell = .text(part)
    }
    if let words {
      guard let text = words.words(cell) else { return .next }
      cell = .text(text)
    }
    if let times, let number = cell.plainNumber { cell = .number((number * times).rounded(decimals: 6)) }
    if let decimals, let number = cell.plainNumber { cell = .number(number.rounded(decimals: decimals)) }
    return .value(cell)
  }

  private func isMissing(_ cell: Cell) -> Bool {
    if case .text(let text) = cell, missing.contains(text) { return true }
    return cell.plainNumber.map { missingNumbers.contains($0) } ?? false
  }
}

extension Cell {
  /// The text, or the number as a text without a needless fraction.
  var writtenText: String? {
    switch self {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map { String($0) } ?? "\(number)"
    }
  }
}
