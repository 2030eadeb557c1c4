internal import Markup
import Weather

/// A compiled expression.
enum ValuePath: Hashable, Sendable {
  case xpath(XPath)
  case json(JSONPath)
  /// A fixed value.
  case constant(String)

  /// The expression's source text.
  var text: String {
    switch self {
    case .xpath(let path): path.text
    case .json(let path): path.text
    case .constant(let text): text
    }
  }
}

/// The source of a value's unit.
enum UnitSource: Hashable, Sendable {
  /// A unit name in the definition.
  case named(String)
  /// An attribute relative to the value's element: `@units`, `../@units`.
  case attribute(XPath)
  /// Elsewhere on the page, or in a JSON object with a unit per field name.
  case path(ValuePath)
}

/// The source of a time's zone.
enum ZoneSource: Hashable, Sendable {
  case place
  case fixed(PlaceZone)
  case path(ValuePath)
}

/// The format of a date or time.
enum DateFormat: Hashable, Sendable {
  case iso
  /// `Today`, `Sat 14`, `Friday Night`.
  case label
  /// `6:21 am`, on the row's date.
  case clock
  case letters(DatePattern)
}

/// A table that translates weather codes into words.
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

  /// The words for a code; nil if the table lacks it.
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

/// A compiled selector.
struct CompiledSelector: Sendable {
  /// The expression's source text, for origins and errors.
  let text: String
  let path: ValuePath
  /// Path of the JSON object that the value is a member of; nil for the row itself.
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

  /// The result of the steps that do not depend on the field; `next` means to try the next node.
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
  /// The text, or the number without a trailing `.0`.
  var writtenText: String? {
    switch self {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map { String($0) } ?? "\(number)"
    }
  }
}
