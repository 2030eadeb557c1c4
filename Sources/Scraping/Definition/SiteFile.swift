internal import Basics

extension SiteDefinition {
  /// Reads a site file, `Name.yaml`; `docs/site-files.md` describes its format.
  ///
  /// Reports all errors at once: unknown keys, invalid values, missing keys. Expressions, patterns and addresses are
  /// checked when the definition is compiled.
  ///
  /// - Parameter base: looks up the definition that the file extends by parser name; nil if there is none.
  public init(yaml text: String, file: String, extending base: (String) -> SiteDefinition? = { _ in nil })
    throws(DefinitionErrors)
  {
    let (definition, errors) = SiteFile.read(text, file: file) { name in
      base(name).map { .success($0) } ?? .failure(.unknownName(name, nearest: nil))
    }
    guard let definition, errors.isEmpty else { throw DefinitionErrors(errors) }
    self = definition
  }
}

/// Reads site files according to the tables in ``SiteFileKeys``.
final class SiteFile {
  private let file: String
  private(set) var errors: [DefinitionError] = []
  private var positions: [String: [SourcePosition]] = [:]

  init(file: String) { self.file = file }

  /// The definition, and all errors in file order; no definition if the file is not a map.
  static func read(
    _ text: String, file: String, extending base: (String) -> Result<SiteDefinition, DefinitionError.Fault>
  ) -> (definition: SiteDefinition?, errors: [DefinitionError]) {
    let reader = SiteFile(file: file)
    var definition = SiteDefinition(empty: file)
    do throws(YAMLError) {
      guard let root = try YAMLNode(text, file: file) else {
        throw .malformed(line: nil, column: nil, reason: "it is empty")
      }
      guard root.entries != nil else {
        reader.wrong(root, expected: "keys and values")
        return (nil, reader.errors)
      }
      if let extended = root.entries?.first(where: { $0.name == "extends" })?.value {
        let found = reader.text(extended).map(base)
        let extendedBase = try? found?.get()
        if case .failure(let fault)? = found { reader.fault(extended, fault) }
        // Facts and units that the file leaves out are the base's.
        if let extendedBase {
          definition.facts = extendedBase.facts
          definition.units = extendedBase.units
        }
        reader.fill(&definition, root, SiteFileKeys.site, required: ["format"])
        definition.positions = reader.positions
        return (extendedBase?.extended(by: definition), reader.sorted)
      }
      reader.fill(&definition, root, SiteFileKeys.site, required: SiteFileKeys.required)
      if definition.pages.isEmpty, root.entries?.contains(where: { ["page", "pages"].contains($0.name) }) == false {
        reader.fault(root, .missingKey, key: "pages")
      }
      definition.positions = reader.positions
    } catch {
      switch error {
      case .malformed(let line, let column, let reason):
        let position = SourcePosition(line: line ?? 1, column: column ?? 1)
        return (nil, [DefinitionError(file: file, at: position, key: "", .unreadable(reason: reason))])
      case .duplicateKey(let key, let line, let column):
        let position = SourcePosition(line: line, column: column)
        let repeated = DefinitionError(file: file, at: position, key: key, .repeatedKey)
        guard let rest = hiding(key, at: position, in: text) else { return (nil, [repeated]) }
        let (definition, errors) = read(rest, file: file, extending: base)
        return (definition, [repeated] + errors.filter { $0.position != position })
      }
    }
    return (definition, reader.sorted)
  }

  /// A file with one of its keys under a name that occurs nowhere else, so that a repeated key does not hide the other
  /// errors; nil if the key is not at that position.
  private static func hiding(_ key: String, at position: SourcePosition, in text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard !key.hasPrefix(hidden), lines.indices.contains(position.line - 1) else { return nil }
    let line = lines[position.line - 1]
    let head = line.prefix(position.column - 1)
    guard let found = [key, "'\(key)'", "\"\(key)\""].first(where: line.dropFirst(head.count).hasPrefix) else {
      return nil
    }
    let name = "\(hidden)\(position.line)-\(position.column)"
    lines[position.line - 1] = head + name + line.dropFirst(head.count + found.count)
    return lines.joined(separator: "\n")
  }

  private static let hidden = "repeated-"

  /// All errors in file order.
  private var sorted: [DefinitionError] {
    func order(_ error: DefinitionError) -> SourcePosition { error.position ?? SourcePosition(line: 0, column: 0) }
    return errors.sorted { order($0) < order($1) }
  }

  // MARK: - Faults

  /// Records an error at a value, or at one of its keys.
  func fault(_ node: YAMLNode, _ fault: DefinitionError.Fault, key: String? = nil) {
    let key = key.map { node.key.isEmpty ? $0 : "\(node.key).\($0)" } ?? node.key
    errors.append(DefinitionError(file: file, at: SourcePosition(node), key: key, fault))
  }

  /// Records that a value is not one that its key accepts.
  func wrong(_ node: YAMLNode, expected: String) {
    let value = node.text ?? (node.items == nil ? "keys and values" : "a list")
    fault(node, .badValue(value, expected: expected))
  }

  // MARK: - Maps

  /// A key of a map: its help text, its schema, and how its value is read and stored.
  struct Key<Root>: Sendable {
    /// Its meaning, shown by editors.
    let help: String
    /// Evaluated only for `weatherterm schema site`.
    let schema: @Sendable () -> JSONSchema
    let read: @Sendable (inout Root, YAMLNode, SiteFile) -> Void

    /// A key with its own reading function.
    init(
      _ help: String, _ schema: @escaping @Sendable @autoclosure () -> JSONSchema,
      read: @escaping @Sendable (inout Root, YAMLNode, SiteFile) -> Void
    ) {
      self.help = help
      self.schema = schema
      self.read = read
    }

    /// A key with a value of a given kind, stored by `set`. A closure, because key paths of generic types are slow to create.
    init<Value>(
      _ kind: SiteFileKind<Value>, _ help: String, set: @escaping @Sendable (inout Root, Value) -> Void
    ) {
      self.init(help, kind.schema()) { root, node, file in
        if let value = kind.read(file)(node) { set(&root, value) }
      }
    }
  }

  /// Keys by name.
  typealias Keys<Root> = [String: Key<Root>]

  /// Reads a map; keys with a null value are treated as absent.
  func fill<Root>(_ root: inout Root, _ node: YAMLNode, _ keys: Keys<Root>, required: [String] = []) {
    guard let entries = node.entries else { return wrong(node, expected: "keys and values") }
    for (name, value) in entries {
      positions[value.key, default: []].append(SourcePosition(value))
      guard let key = keys[name] else {
        fault(value, .unknownKey(nearest: Suggestion(for: name, among: keys.keys.sorted()).nearest))
        continue
      }
      if !value.isNull { key.read(&root, value, self) }
    }
    for name in required where !entries.contains(where: { $0.name == name && !$0.value.isNull }) {
      fault(node, .missingKey, key: name)
    }
  }

  /// A map with arbitrary keys whose values are all read alike.
  func map<Value>(_ node: YAMLNode, _ kind: (YAMLNode) -> Value?) -> [String: Value]? {
    guard let entries = node.entries else {
      wrong(node, expected: "keys and values")
      return nil
    }
    return entries.reduce(into: [:]) { map, entry in
      positions[entry.value.key, default: []].append(SourcePosition(entry.value))
      map[entry.name] = kind(entry.value)
    }
  }

  // MARK: - Kinds of values

  func text(_ node: YAMLNode) -> String? {
    guard let text = node.text, text.contains(where: { !$0.isWhitespace }) else {
      wrong(node, expected: "a text")
      return nil
    }
    return text
  }

  /// A list whose items are all read alike; a single item counts as a list of one.
  func list<Value>(_ node: YAMLNode, _ kind: (YAMLNode) -> Value?) -> [Value] {
    node.items?.compactMap(kind) ?? kind(node).map { [$0] } ?? []
  }

  func texts(_ node: YAMLNode) -> [String]? { list(node, text) }

  func textMap(_ node: YAMLNode) -> [String: String]? { map(node, text) }

  func tables(_ node: YAMLNode) -> [String: [String: String]]? {
    map(node) { table in
      if table.entries?.isEmpty == true { wrong(table, expected: "a table with entries") }
      return textMap(table)
    }
  }

  func number(_ node: YAMLNode) -> Double? {
    let number = node.text.flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
    if number == nil { wrong(node, expected: "a number") }
    return number
  }

  func count(_ node: YAMLNode) -> Int? {
    let count = node.text.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    if count == nil { wrong(node, expected: "a whole number") }
    return count
  }

  /// The number of values to try, each of which costs a request.
  func tries(_ node: YAMLNode) -> Int? {
    let tries = node.text.flatMap { Int($0) }.flatMap { (1...8).contains($0) ? $0 : nil }
    if tries == nil { wrong(node, expected: "a number from 1 to 8") }
    return tries
  }

  func day(_ node: YAMLNode) -> CalendarDay? {
    let day = node.text.flatMap { CalendarDay($0) }
    if day == nil { wrong(node, expected: "a day such as 2026-11-30") }
    return day
  }

  /// A number of days ahead; the engine reads no more than 60.
  func days(_ node: YAMLNode) -> Int? {
    let days = node.text.flatMap { Int($0) }.flatMap { (1...60).contains($0) ? $0 : nil }
    if days == nil { wrong(node, expected: "a number of days from 1 to 60") }
    return days
  }

  func countries(_ node: YAMLNode) -> Set<String>? {
    Set(
      list(node) { item in
        guard let code = text(item) else { return nil }
        if CountryCodes.all.contains(code) { return code }
        wrong(item, expected: "a country's code of ISO 3166-1 such as SE")
        return nil
      })
  }

  func duration(_ node: YAMLNode) -> Duration? {
    let duration = node.text.flatMap { DurationText.duration($0) }
    if duration == nil { wrong(node, expected: "a length of time such as 250ms, 2s, 5m or 1h") }
    return duration
  }

  /// One of a fixed set of words.
  func word(_ node: YAMLNode, among words: [String]) -> String? {
    if let text = node.text, words.contains(text) { return text }
    wrong(node, expected: words.formatted)
    return nil
  }

  func choice<Value: RawRepresentable & CaseIterable>(_ node: YAMLNode) -> Value? where Value.RawValue == String {
    word(node, among: Value.allCases.map { $0.rawValue }).flatMap { Value(rawValue: $0) }
  }

  func flag(_ node: YAMLNode) -> Bool? { word(node, among: ["true", "false"]).map { $0 == "true" } }

  // MARK: - Values of several keys

  /// One selector or several: a scalar is the expression alone, a map has the other steps, too.
  func ladder(_ node: YAMLNode) -> [SiteDefinition.Selector]? {
    list(node) { item in
      var selector = SiteDefinition.Selector("", at: SourcePosition(item))
      if item.entries == nil {
        guard let at = text(item) else { return nil }
        selector.at = at
      } else {
        fill(&selector, item, SiteFileKeys.selector, required: SiteFileKeys.requiredOfSelector)
      }
      return selector
    }
  }

  func ladders(_ node: YAMLNode) -> [String: [SiteDefinition.Selector]]? { map(node, ladder) }

  /// Selectors for all quantities, or by quantity.
  func units(_ node: YAMLNode) -> SiteDefinition.Units? {
    guard let entries = node.entries, !entries.contains(where: { $0.name == "at" }) else {
      return ladder(node).map { SiteDefinition.Units($0) }
    }
    var units = SiteDefinition.Units()
    fill(&units, node, SiteFileKeys.units)
    return units
  }

  func areas(_ node: YAMLNode) -> [AreaForm]? {
    list(node) { item in
      if item.text == AreaForm.coordinates.meaning { return .coordinates }
      var form = AreaForm("", pattern: "", example: "")
      fill(&form, item, SiteFileKeys.areaForm, required: SiteFileKeys.requiredOfAreaForm)
      if form.meaning == AreaForm.coordinates.meaning, form.pattern.isEmpty { return .coordinates(like: form.example) }
      if form.pattern.isEmpty, item.entries != nil { fault(item, .missingKey, key: "pattern") }
      return form
    }
  }

  /// Bounding boxes, each `[south, north, west, east]`.
  func territory(_ node: YAMLNode) -> Territory? {
    let isList = node.items?.contains { $0.items != nil } ?? false
    let boxes = (isList ? node.items ?? [] : [node]).compactMap { item -> Territory.Box? in
      let edges = list(item, number)
      guard edges.count == 4, edges[0] <= edges[1], edges[2] <= edges[3] else {
        wrong(item, expected: "boxes of [south, north, west, east]")
        return nil
      }
      return Territory.Box(edges[0]...edges[1], edges[2]...edges[3])
    }
    return Territory(boxes)
  }

  /// A page, written as its address alone or as a map.
  func page(_ node: YAMLNode, named name: String) -> SiteDefinition.Page {
    var page = SiteDefinition.Page(name, get: [], at: SourcePosition(node))
    if node.entries == nil {
      page.get = list(node, text)
    } else {
      fill(&page, node, SiteFileKeys.page, required: SiteFileKeys.requiredOfPage)
    }
    return page
  }

  func refusals(_ node: YAMLNode) -> [SiteDefinition.Refusal]? {
    list(node) { item in
      var refusal = SiteDefinition.Refusal(.nothing, at: SourcePosition(item))
      fill(&refusal, item, SiteFileKeys.refusal, required: SiteFileKeys.requiredOfRefusal)
      return refusal
    }
  }

  func section(_ node: YAMLNode, _ kind: SiteDefinition.Section.Kind) -> SiteDefinition.Section {
    var section = SiteDefinition.Section(at: SourcePosition(node))
    fill(&section, node, SiteFileKeys.section(kind))
    return section
  }

  func ahead(_ node: YAMLNode) -> [SiteDefinition.Section.Ahead]? {
    guard let entries = node.entries else {
      wrong(node, expected: "lengths such as 6h with their fields")
      return nil
    }
    return entries.map { name, value in
      // A key that is not a length, such as `stretches`, is only a name: that period ends at `until`.
      let hours = name.hasSuffix("h") ? Int(name.dropLast()) : nil
      var ahead = SiteDefinition.Section.Ahead(hours: hours, fields: [:], at: SourcePosition(value))
      fill(&ahead, value, SiteFileKeys.ahead)
      return ahead
    }
  }

  func tests(_ node: YAMLNode) -> [SiteDefinition.Test]? {
    list(node) { item in
      var test = SiteDefinition.Test(session: "", area: "", at: SourcePosition(item))
      fill(&test, item, SiteFileKeys.test, required: SiteFileKeys.requiredOfTest)
      return test
    }
  }

  func expectation(_ node: YAMLNode) -> SiteDefinition.Test.Expectation? {
    if node.isNull { return .null }
    if let text = node.text { return .text(text) }
    return map(node, expectation).map { .table($0) }
  }
}

extension SiteDefinition {
  /// An empty definition for a file.
  init(empty file: String) {
    let ending = ".yaml"
    let last = file.split(separator: "/").last.map(String.init) ?? file
    self.init(
      name: last.hasSuffix(ending) ? String(last.dropLast(ending.count)) : last, file: file,
      facts: SiteFacts(unknown: ""), pages: [], sections: [:])
  }
}

extension SourcePosition {
  /// The position of a value's key, or of the value itself in a list.
  init(_ node: YAMLNode) { self.init(line: node.line, column: node.column) }
}

extension [String] {
  /// `html, xml or json`.
  fileprivate var formatted: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " or " + self[count - 1]
  }
}
