import Output
import Weather

/// A fixed set of named values, for arguments and the configuration; names are case-insensitive.
struct Choice<Value> {
  /// What the names stand for, as a word for messages.
  let what: String
  let values: [(name: String, value: Value)]

  var names: [String] { values.map { $0.name } }

  func callAsFunction(_ text: String) throws(UnknownName) -> Value {
    let wanted = text.lowercased()
    if let found = values.first(where: { $0.name.lowercased() == wanted }) { return found.value }
    throw UnknownName(what: what, text: text, known: names)
  }
}

extension Choice where Value: RawRepresentable<String> & CaseIterable {
  init(_ what: String) { self.init(what: what, values: Value.allCases.map { ($0.rawValue, $0) }) }
}

/// The choices for options and for the configuration.
enum Choices {
  static var outputs: Choice<any Renderer.Type> {
    Choice(what: "output form", values: allRenderers.map { ($0.name, $0) })
  }
  static var unitSystems: Choice<UnitSystem> {
    Choice(what: "unit", values: [("Celsius", .metric), ("Fahrenheit", .imperial)])
  }
  static var quantities: Choice<Quantity> { Choice("quantity") }
  static var colorModes: Choice<ColorMode> { Choice("choice for --color") }
  static var iconSets: Choice<IconSet> { Choice("set of icons") }
  static var fields: Choice<FieldGroup> { Choice(what: "field", values: FieldGroup.all.map { ($0.name, $0) }) }

  /// A language's code, by its name in any syntax of locales; `C` and `POSIX` are English.
  static func language(_ text: String) throws(UnknownName) -> String {
    if let code = Language.code(of: text) ?? (["C", "POSIX"].contains(text) ? "en" : nil) { return code }
    throw UnknownName(what: "language", text: text, known: Language.codes)
  }

  /// A list of extra fields; `none` and `all` must be the only item.
  static func fieldList(_ texts: [String]) throws(FieldListError) -> [FieldGroup] {
    let whole: [String: [FieldGroup]] = ["none": [], "all": FieldGroup.all]
    if texts.count == 1, let fields = whole[texts[0].lowercased()] { return fields }
    var found: [FieldGroup] = []
    for text in texts {
      if whole[text.lowercased()] != nil { throw .notAlone(text) }
      do throws(UnknownName) {
        let field = try fields(text)
        if !found.contains(field) { found.append(field) }
      } catch { throw .unknown(UnknownName(what: error.what, text: text, known: error.known + ["none", "all"])) }
    }
    return found
  }
}

/// A name that is not a valid choice.
struct UnknownName: Error, Equatable {
  /// What the name stands for, as a word (`parser`).
  let what: String
  let text: String
  let known: [String]
}

/// Why a list of fields is invalid.
enum FieldListError: Error, Equatable {
  case unknown(UnknownName)
  /// `none` or `all` together with others.
  case notAlone(String)
}

extension UnitSystem {
  /// Sets a quantity's unit by name.
  mutating func set(_ quantity: Quantity, to unit: String) throws(UnknownName) {
    self[quantity] = try Choice(
      what: "unit of \(quantity.rawValue)", values: quantity.units.map { ($0.rawValue, $0) })(unit)
  }
}

extension StringProtocol {
  /// The text without surrounding blanks.
  var trimmingSpaces: String {
    // Works on bytes: splitting into characters costs more than everything else done with an argument.
    let text = Substring(self)
    func isWord(_ byte: UInt8) -> Bool { byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") }
    guard let first = text.utf8.firstIndex(where: isWord), let last = text.utf8.lastIndex(where: isWord) else {
      return ""
    }
    return String(text[first..<text.utf8.index(after: last)])
  }
}
